"""Words without their inflections."""

from samecopy.text.inflections import BASE_FORMS


def stem(word: str) -> str:
    """A word without its inflection: crude, for telling "rises" from "fell", not for indexing.

    >>> [stem(w) for w in ("attacked", "attacks", "attacking", "cities", "stopped", "went", "is")]
    ['attack', 'attack', 'attack', 'citi', 'stop', 'go', 'is']
    """
    word = word.removesuffix("'s").removesuffix("'")
    word = BASE_FORMS.get(word, word)
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            cut = word[: -len(ending)] + ("i" if ending in ("ied", "ies") else "")
            if ending in ("ing", "ed") and cut[-1] == cut[-2] and cut[-1] not in "lsz":
                cut = cut[:-1]
            return cut.removesuffix("e")
    if word.endswith("y") and len(word) > 3:
        return word[:-1] + "i"
    return word
