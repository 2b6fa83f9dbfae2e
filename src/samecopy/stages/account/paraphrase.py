"""Whether two contents put one thing in other words: by figures, names and the stems of words.

Stems of content words are set against each other, synonyms counting as equal. What speaks against a
paraphrase: a name that each side has and the other lacks. Who says it decides how much must agree: one person
rarely says two things so near each other; two may.
"""

from dataclasses import dataclass

from samecopy.text.stems import stem
from samecopy.text.synonyms import SYNONYMS
from samecopy.text.wordlists import listed
from samecopy.text.words import fold, words

_EMPTY = listed(
    """a an the of in on at to for from by with and or but as than that this these those it its he she they we
    i you his her their our my your them him us me who which what when where there here is are was were be
    been being am has have had do does did will would can could may might must shall should not no nor some
    about around roughly nearly almost just even also only very so then if while because after before during
    over under into out up down off again still yet one's own such more most least less"""
)
_GROUPS: dict[str, set[int]] = {}
for _number, _group in enumerate(SYNONYMS):
    for _word in _group - _EMPTY:
        _GROUPS.setdefault(stem(_word), set()).add(_number)
_KIN = 5  # letters that "knowledge" and "know", "recount" and "recounted" must share, or the shorter's all


@dataclass(frozen=True, slots=True)
class Gist:
    """What a content is compared by: its stems, and the folded names in it."""

    stems: frozenset[str]
    names: frozenset[str]


def gist(text: str, common: frozenset[str]) -> Gist:
    """Stems and names of a content. `common` are the words that the story has in lower case: a capital at
    the begin of a sentence makes no name of them.

    >>> sorted(gist("The Tern Bridge stays closed", frozenset({"bridge"})).names)
    ['tern']
    """
    found: set[str] = set()
    names: set[str] = set()
    for word in words(text):
        folded = fold(word.of(text)).removesuffix("'s").removesuffix("’s")
        if folded in _EMPTY:
            continue
        found.add(stem(folded))
        if text[word.begin].isupper() and folded not in common:
            names.add(folded)
    return Gist(frozenset(found), frozenset(names))


def shared(a: Gist, b: Gist) -> int:
    """How many stems of one have an equal, a synonym or a kindred word in the other.

    >>> shared(gist("two tugs pull the ship", frozenset()), gist("two tugs near the ship", frozenset()))
    3
    """
    both = a.stems & b.stems
    left, right = a.stems - both, set(b.stems - both)
    count = len(both)
    for word in sorted(left):
        match = next((other for other in sorted(right) if _kin(word, other)), None)
        if match is not None:
            right.discard(match)
            count += 1
    return count


def _kin(a: str, b: str) -> bool:
    if not _GROUPS.get(a, set()).isdisjoint(_GROUPS.get(b, ())):
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= 4 and long.startswith(short[:_KIN]) and short.isalpha()


def conflicting(a: Gist, b: Gist) -> bool:
    """Whether each side names something that the other does not."""
    return bool(a.names - b.names) and bool(b.names - a.names)


def akin(a: Gist, b: Gist) -> bool:
    """Whether two contents may be paraphrases at all; most pairs end here. Without a third of the stems in
    common as they stand, kindred words are chance."""
    small = min(len(a.stems), len(b.stems))
    return small >= 2 and len(a.stems & b.stems) * 3 >= small and not conflicting(a, b)


def paraphrased(a: Gist, b: Gist, least: float, least_words: int) -> bool:
    """Whether enough of the shorter content is in the longer, and nothing speaks against it.

    `least` is the share of the shorter one's stems, 0 to 1; `least_words` how many must be shared, or all
    there are, if there are two.
    """
    if not akin(a, b):
        return False
    small = min(len(a.stems), len(b.stems))
    common = shared(a, b)
    return common >= min(least_words, small) and common >= least * small
