"""Whether two wordings are one wording spelled in two ways.

British and American spelling, hyphens and spaces, accents, and names carried over from another
script. Word lists live in `spellings`, word spans and their normal form in `words`. Style (case,
titles, abbreviations) and meaning are not judged here.

The regular correspondences are those of the standard handbooks (for instance Webster's 1828 reforms:
-our/-or, -re/-er, -ise/-ize, -lled/-led, -ogue/-og, ae and oe/e).
"""

import re
import unicodedata

from samecopy.text.spellings import IRREGULAR, OUR_STEMS, PLACES

_PARTS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHAPES = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "’": "'", "‘": "'", "ʼ": "'"}
)
_ISE = re.compile(r"(?<=[a-z]{3})([iy])s(e|ed|es|er|ers|ing|ingly|ation|ations|ational|able|ement)$")
_DOUBLE_L = re.compile(r"^([a-z]*[aeiouy][a-z]*[aeiou])ll(ed|ing|er|ers|or|ors|ings)$")
_RE = re.compile(r"(?<=[a-z]{2}[tb])re(s?)$")
_OGUE = re.compile(r"(?<=[a-z]{2})ogue(s?)$")
_OUR = re.compile(r"^([a-z]+?)our(?=(?:s|ed|ing|er|ers|able|ably|ite|ites|hood|hoods|ly|y|ist|less|ful)?$)")
_AE = re.compile(r"(?<!^)(ae|oe)(?=[bcdfgmpt]|[nlrs][a-z])|^oe(?=[a-z])")

_SOUNDS = (
    ("tsch", "c"),
    ("tch", "c"),
    ("sch", "s"),
    ("zh", "j"),
    ("dj", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("q", "k"),
    ("ch", "c"),
    ("w", "v"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ei", "e"),
    ("ey", "i"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("ie", "e"),
    ("yo", "o"),
    ("io", "o"),
    ("ye", "e"),
    ("ya", "a"),
    ("ia", "a"),
    ("iu", "u"),
    ("yu", "u"),
    ("y", "i"),
    ("'", ""),
)
_TWICE = re.compile(r"(.)\1+")


def unaccented(text: str) -> str:
    """Lower case without accents, ligatures or curly apostrophes.

    >>> unaccented("Œuvre Naïve")
    'oeuvre naive'
    """
    split = unicodedata.normalize("NFKD", text.casefold().translate(_SHAPES))
    return "".join(c for c in split if not unicodedata.combining(c))


def standard(word: str) -> str:
    """The form in which a word's spellings are compared; not always a word itself.

    >>> [standard(w) for w in ("colours", "organising", "travelled", "centre", "grey", "four")]
    ['colors', 'organizing', 'traveled', 'center', 'gray', 'four']
    """
    word = unaccented(word)
    if word.endswith("'s"):
        return standard(word[:-2]) + "'s"
    if word in IRREGULAR:
        return IRREGULAR[word]
    if (stem := _OUR.match(word)) and _has_our(stem.group(1)):
        word = stem.group(1) + "or" + word[stem.end() :]
    word = _ISE.sub(r"\1z\2", word)
    word = _DOUBLE_L.sub(r"\1l\2", word)
    word = _RE.sub(r"er\1", word)
    word = _OGUE.sub(r"og\1", word)
    return _AE.sub("e", word) if len(word) > 5 else word


def _has_our(stem: str) -> bool:
    return stem in OUR_STEMS or (stem.startswith("un") and stem[2:] in OUR_STEMS)


def same_spelling(a: str, b: str) -> bool:
    """Whether two wordings are spelling variants: same letters once spelling, hyphens and spaces are
    made one. Equal wordings are no variants of each other, nor are wordings that differ in case only.

    >>> same_spelling("well-being", "wellbeing"), same_spelling("harbour wall", "harbor wall")
    (True, True)
    >>> same_spelling("filed", "filled"), same_spelling("fourth", "forth"), same_spelling("a", "A")
    (False, False, False)
    """
    if a.casefold() == b.casefold():
        return False
    first, second = _PARTS.findall(a), _PARTS.findall(b)
    if not first or not second:
        return False
    if "".join(map(standard, first)) == "".join(map(standard, second)):
        return True
    return len(first) == len(second) and all(
        standard(x) == standard(y) or same_name(x, y) for x, y in zip(first, second, strict=True)
    )


def sound(name: str) -> str:
    """A name's letters with the usual choices of romanisation undone.

    >>> sound("Qasim"), sound("Kassim"), sound("Karimoff")
    ('kasim', 'kasim', 'karimov')
    """
    word = unaccented(name)
    word = re.sub(r"(?:iy|yy|ij|ii|iyy|ey|ei|y)$", "i", word)
    word = re.sub(r"(?<=[aeiou])(?:ff|w|f)$", "v", word)
    for spelled, heard in _SOUNDS:
        word = word.replace(spelled, heard)
    return _TWICE.sub(r"\1", word)


def same_name(a: str, b: str) -> bool:
    """Whether two capitalised words are one name romanised in two ways.

    One name in one script, spelled as its bearer likes, is two names. Consonants must agree; vowels
    may differ within the pairs that romanisation leaves open (o/u, e/i, and a/e in longer names).

    >>> same_name("Muhammad", "Mohammed"), same_name("Andrey", "Andrei")
    (True, True)
    >>> same_name("Tomas", "Thomas"), same_name("Oskar", "Oscar"), same_name("Tomás", "Tomas")
    (False, False, True)
    >>> same_name("Hassan", "Hussein"), same_name("Marko", "Mario"), same_name("Iran", "Iraq")
    (False, False, False)
    """
    if not (a[:1].isupper() and b[:1].isupper()) or min(len(a), len(b)) < 4:
        return False
    plain_a, plain_b = unaccented(a), unaccented(b)
    if plain_a == plain_b or PLACES.get(plain_a, plain_a) == PLACES.get(plain_b, plain_b):
        return True
    heard_a, heard_b = sound(a), sound(b)
    if _respelled(plain_a) == _respelled(plain_b) and not _romanised(f"{plain_a} {plain_b}"):
        return False
    if heard_a == heard_b:
        return True
    if len(heard_a) != len(heard_b) or len(heard_a) < 4 or not _romanised(plain_a + plain_b):
        return False
    return all(x == y or {x, y} in _OPEN_VOWELS for x, y in zip(heard_a, heard_b, strict=True))


def _respelled(name: str) -> str:
    """A name with the choices undone that bearers make within one script: "Tomas" and "Thomas" are two
    names, as "Oskar" and "Oscar" are."""
    for spelled, heard in (("th", "t"), ("ph", "f"), ("ck", "k"), ("c", "k"), ("w", "v"), ("z", "s")):
        name = name.replace(spelled, heard)
    return _TWICE.sub(r"\1", name)


_OPEN_VOWELS = ({"o", "u"}, {"e", "i"}, {"a", "e"}, {"e", "u"})
_ROMAN_SIGNS = re.compile(r"kh|gh|dh|zh|q|ou|yu|ya|yo|mm|ss|dd|ii|aa|ee|iy|ev|ov|uh|mu|ah|sh")


def _romanised(letters: str) -> bool:
    """Whether the letters look carried over from another script: "Jensen" and "Jensan" do not."""
    return _ROMAN_SIGNS.search(letters) is not None
