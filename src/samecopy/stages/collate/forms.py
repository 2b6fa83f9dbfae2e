"""Wordings brought to one form, for comparing: abbreviations, contractions, titles, inflections.

Spelling is brought to one form in `text.spelling`; dates and numbers by their values, in `dated` and
`classes`.
"""

from collections.abc import Iterable, Sequence

from samecopy.stages.collate.lexicon import (
    CONTRACTIONS,
    EXPANSIONS,
    FUNCTION_WORDS,
    HONORIFICS,
    WHOLE_CONTRACTIONS,
)
from samecopy.text.spelling import standard
from samecopy.text.stems import stem
from samecopy.text.synonyms import PHRASES, SYNONYMS

Words = tuple[str, ...]


def expanded(surfaces: Iterable[str], keys: Iterable[str]) -> Words:
    """Keys with contractions and abbreviations written out.

    >>> expanded(["U.S.", "didn't"], ["us", "didn't"]), expanded(["us"], ["us"])
    (('united', 'states', 'did', 'not'), ('us',))
    """
    found: list[str] = []
    for surface, key in zip(surfaces, keys, strict=True):
        found.extend(_expand(surface, key))
    return tuple(found)


def _expand(surface: str, key: str) -> Words:
    if key in WHOLE_CONTRACTIONS:
        return WHOLE_CONTRACTIONS[key]
    for ending, rest in CONTRACTIONS.items():
        if key.endswith(ending) and len(key) > len(ending):
            return (key.removesuffix(ending), *rest)
    if key.endswith("'s"):
        return *_expand(surface[:-2], key[:-2]), "'s"
    if key in ("us", "no", "min", "st", "co", "col", "gen", "rep") and not surface[:1].isupper():
        return (key,)
    if key == "us" and not surface.replace(".", "").isupper():
        return (key,)
    return EXPANSIONS.get(key, (key,))


def without_honorifics(words: Words) -> Words:
    return tuple(w for w in words if w not in HONORIFICS and w not in ("mister",))


def spelled(words: Iterable[str]) -> Words:
    return tuple(standard(word) for word in words)


def content(words: Iterable[str]) -> set[str]:
    """The stems of the words that carry meaning, spelling made one."""
    return {stem(standard(w)) for w in words if w not in FUNCTION_WORDS and any(c.isalnum() for c in w)}


_SYNONYM_STEMS = tuple((group, frozenset(stem(standard(w)) for w in group)) for group in SYNONYMS)


def unmatched(before: Sequence[str], after: Sequence[str]) -> tuple[set[str], set[str]]:
    """The content words that one side has and the other lacks, synonyms set off against each other."""
    left, right = content(before), content(after)
    only_left, only_right = left - right, right - left
    for group, stems in _SYNONYM_STEMS:
        if (only_left & stems and set(after) & group) or (only_right & stems and set(before) & group):
            only_left, only_right = only_left - stems, only_right - stems
    return only_left, only_right


def paraphrased(words: Sequence[str]) -> Words:
    """Words with set phrases put as one word.

    >>> paraphrased(("they", "called", "off", "the", "march"))
    ('they', 'canceled', 'the', 'march')
    """
    found: list[str] = []
    at = 0
    while at < len(words):
        length = next((n for n in (4, 3, 2) if tuple(words[at : at + n]) in PHRASES), 0)
        found.append(PHRASES[tuple(words[at : at + length])] if length else words[at])
        at += length or 1
    return tuple(found)
