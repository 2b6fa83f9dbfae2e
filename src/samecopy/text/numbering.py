"""Letters that number things: A, B, … Z, AA, AB, …"""


def letter(n: int) -> str:
    """The n-th letter name, from 0, as spreadsheets name columns.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
