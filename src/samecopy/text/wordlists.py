"""Word lists written as running text."""


def listed(words: str) -> frozenset[str]:
    """The set of the words of a text.

    >>> sorted(listed("may  must"))
    ['may', 'must']
    """
    return frozenset(words.split())
