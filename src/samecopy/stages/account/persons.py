"""The persons that one article names, with what it calls them, wherever in it that stands.

Filled before statements are read, so that a surname in the first paragraph finds the office told in the
fifth. `resolve` asks here, and keeps what was introduced in reading order.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from samecopy.records import SourceType
from samecopy.stages.account import grammar as gr
from samecopy.stages.account import naming as nm
from samecopy.stages.account import phrases as ph
from samecopy.stages.account.given import HE_WORDS, HERS, HIS, SHE_WORDS
from samecopy.stages.account.offices import (
    DOCUMENTS,
    GOVERNMENTS,
    INSTITUTIONS,
    LEADING,
    OFFICES,
    OFFICIAL_PLURALS,
    PEOPLE,
    PEOPLE_PLURALS,
    ROLES,
    TITLES,
)
from samecopy.stages.account.phrases import Range, Row
from samecopy.stages.account.places import STATES, place_key

_FAR = 200  # bearers of one calling or surname that are looked through: no article names more
_CALLINGS = OFFICES | TITLES | PEOPLE | ROLES
_PLACING = frozenset(
    ["in", "at", "near", "across", "around", "into", "outside", "inside", "through", "toward"]
)
_OFFICE_ADJECTIVES = frozenset(
    ["acting", "sporting", "managing", "outgoing", "incoming", "commanding", "leading"]
)
_MANY = OFFICIAL_PLURALS | PEOPLE_PLURALS
_NO_PERSON = INSTITUTIONS | GOVERNMENTS | DOCUMENTS


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something introduced at `place` (code points into page text)."""

    place: int
    name: str
    type: SourceType
    key: str
    described: str
    folded: tuple[str, ...]
    own: frozenset[str]
    plural: bool = False


class Persons:
    """The persons of one article, the groups they may be one of, and who is he or she."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._named: dict[str, list[Entity]] = {}
        self._by_calling: dict[str, list[Entity]] = {}
        self._groups: list[tuple[int, str]] = []
        self._gender: dict[str, str] = {}

    def meet(self, row: Row) -> None:
        """Remember every full name of a unit with the titles before and the appositions around it, and
        every nameless group of people."""
        self._groups += [(t.begin, t.lower) for t in row if t.lower in _MANY]
        at = 0
        while at < len(row):
            end = at if row[at].lower in gr.NO_NAMES else _name_run(row, at)
            if end == at:
                at += 1
                continue
            self._meet(row, at, end)
            at = end

    def _meet(self, row: Row, begin: int, end: int) -> None:
        if end - begin > 2 and _of_an_office(row, begin):
            begin += 1  # "secretary of state Jo Pell"
        written = _text_of(self._text, row, (begin, end))
        name = nm.person_name(written)
        words = name.split()
        if not words or (words[-1].isupper() and not name.isupper() and len(words[-1]) > 2):
            return
        if (
            any(w.lower().strip(".") in _NO_PERSON for w in words)
            or words[-1].lower() in _MANY
            or nm.names_a_body(words)
            or place_key(name) in STATES
        ):
            return
        titled = nm.has_title(written) or (begin > 0 and row[begin - 1].lower in OFFICES | PEOPLE | ROLES)
        if not titled and begin > 0 and row[begin - 1].lower in gr.DETERMINERS | _PLACING:
            return
        if len(words) < 2 and not titled:
            return
        key = nm.fold(name)
        if not key:
            return
        known = self.person(written, row[begin].begin)
        described = self._described(row, begin, end)
        self.learn_gender(described, key if len(words) > 1 or known is None else known.key)
        if known is not None and (len(words) < 2 or known.key == key):
            if not nm.has_office(known.name) and nm.has_office(described) and len(words) > 1:
                self._forget(known)
            else:
                return
        among = begin > 3 and row[begin - 2].lower == "them" and row[begin - 3].lower == "of"
        official = nm.has_office(described) or (among and self.group(row[begin].begin) in OFFICIAL_PLURALS)
        kind: SourceType = "named_official" if official else "named_person"
        own = frozenset(nm.own_words(described))
        entity = Entity(row[begin].begin, described, kind, key, described.lower(), bare_words(described), own)
        for word in own & _CALLINGS:
            self._by_calling.setdefault(word, []).append(entity)
        self._named.setdefault(key.split()[-1], []).append(entity)

    def _forget(self, one: Entity) -> None:
        self._named[one.key.split()[-1]].remove(one)
        for word in one.own & _CALLINGS:
            self._by_calling[word].remove(one)

    def _described(self, row: Row, begin: int, end: int) -> str:
        """A name with what stands before and behind it, or the apposition that it closes ("the
        harbour's pilot, Jo Pell")."""
        first, last = ph.phrase_back(row, end, 0) or (begin, end)
        behind = _apposed(row, end)
        before = _calling_before(row, first) if first == begin else None
        if before is not None:
            first = before
        elif behind is not None:
            last = behind[1]
        if before is None:
            first = _from_its_office(row, first, begin)
        return _text_of(self._text, row, (first, last))

    def learn_gender(self, described: str, key: str) -> None:
        """Remember a gender that a title or an office tells."""
        words = nm.own_words(described)
        given = key.split()[0] if " " in key else ""
        if words & HE_WORDS:
            self._gender[key] = "he"
        elif words & SHE_WORDS:
            self._gender[key] = "she"
        elif given in HIS or given in HERS:
            self._gender.setdefault(key, "he" if given in HIS else "she")

    def may_be(self, key: str, gender: str) -> bool:
        """Whether nothing speaks against that pronoun for whoever bears the key."""
        return not gender or self._gender.get(key, gender) == gender

    def person(self, text: str, place: int) -> Entity | None:
        """The person of that name, the latest met before `place` where several share a surname."""
        name = nm.person_name(text)
        words = nm.fold(name).split()
        if not words:
            return None
        same = [e for e in self._named.get(words[-1], [])[-_FAR:] if _same_first(words, e.key.split())]
        if len(words) == 1 and same:
            title = {word.lower().strip(".") for word in text.split()}
            gender = "he" if title & HE_WORDS else "she" if title & SHE_WORDS else ""
            same = [e for e in same if self.may_be(e.key, gender)]
        return max(
            same, key=lambda e: (e.place <= place, e.place if e.place <= place else -e.place), default=None
        )

    def called(self, noun: str, modifiers: Sequence[str]) -> list[Entity]:
        """The persons whose office or calling is `noun`, no other word of `modifiers` against it."""
        called = self._by_calling.get(noun, [])[-_FAR:]
        return [e for e in called if {noun, *modifiers} <= e.own]

    def delayed(self, text: str) -> Entity | None:
        """ "the envoy leading the talks": the one person of the article who is called so, named later."""
        words = text.split()
        ends = [n for n, w in enumerate(words) if w.endswith("ing") and n > 1] + [len(words)]
        head = " ".join(words[: ends[0]])
        noun = nm.head_noun(head)
        if words[0].lower() != "the" or ends[0] == len(words) or noun not in OFFICES | ROLES:
            return None
        called = self.called(noun, nm.fold(nm.bare(head)).split()[:-1])
        return called[0] if len(called) == 1 and called[0].type == "named_official" else None

    def group(self, place: int) -> str | None:
        """The nearest nameless group of people before `place` ("diplomats … one of them")."""
        at = bisect_left(self._groups, (place, ""))
        return self._groups[at - 1][1] if at else None


def _text_of(text: str, row: Row, part: Range) -> str:
    return text[row[part[0]].begin : row[part[1] - 1].end]


def bare_words(name: str) -> tuple[str, ...]:
    """The folded words of a phrase up to its head."""
    return tuple(nm.fold(nm.bare(name)).split())


def _same_first(words: Sequence[str], full: Sequence[str]) -> bool:
    """A full name must not resolve to another person of the same surname."""
    return (
        len(words) == 1
        or len(full) == 1
        or words[0] == full[0]
        or (words[0][0] == full[0][0] and len(words[0]) == 1)
    )


def _calling_before(row: Row, name: int) -> int | None:
    """Where "the harbour's pilot" begins right before ", Jo Pell", if a calling stands there."""
    if name < 2 or row[name - 1].text != ",":
        return None
    head = ph.phrase_back(row, name - 1, 0)
    if head is None or (row[head[0]].lower not in gr.DETERMINERS and not gr.possessive(row[head[0]])):
        return None
    nouns = [row[n].lower for n in range(*head)]
    stop = next((n for n, word in enumerate(nouns) if word in gr.PREPOSITIONS), len(nouns))
    calls = stop and (nouns[stop - 1] in _CALLINGS or bool(set(nouns[:stop]) & (OFFICES | ROLES)))
    return head[0] if calls and not nm.is_plural(nouns[stop - 1]) else None


def _name_run(row: Row, at: int) -> int:
    """The end of the run of capitalised words that begins at `at` (`at` itself where none does)."""
    end = at
    while end < len(row) and row[end].kind == "word":
        token = row[end]
        if token.capital and not token.lower.startswith(("the", "a ")) and not gr.is_day(token):
            end += 1
            if gr.possessive(token):
                break
        elif end > at and token.lower in nm.PARTICLES and end + 1 < len(row) and row[end + 1].capital:
            end += 1
        else:
            break
    while at < end and not row[end - 1].capital:
        end -= 1
    return end


def _of_an_office(row: Row, begin: int) -> bool:
    return begin > 1 and row[begin - 1].lower == "of" and row[begin - 2].lower in OFFICES | ROLES


def _from_its_office(row: Row, first: int, name: int) -> int:
    """Where the description right before a name begins: behind the last preposition, unless that hangs on
    an office ("chief of staff Jo Pell", but not "defeating Jo Pell", "talks with Jo Pell")."""
    for at in range(name - 1, first - 1, -1):
        token = row[at]
        verbal = token.lower.endswith("ing") and token.lower not in TITLES | OFFICES | _OFFICE_ADJECTIVES
        if verbal and not token.capital:
            return at + 1
        if token.lower in gr.COORDINATORS and row[at - 1].capital:
            return at + 1
        if token.lower in gr.PREPOSITIONS and not (at and row[at - 1].lower in OFFICES | ROLES):
            return at + 1
    return first


def _apposed(row: Row, at: int) -> Range | None:
    """ ", the mayor of Oslin," behind a name: verbless, up to a dozen words, closed by a mark."""
    if at >= len(row) or row[at].text != ",":
        return None
    end = at + 1
    while end < len(row) and end - at < 14 and (row[end].kind == "word" or row[end].text in "'’"):
        if gr.finite(row[end]) and not (row[at + 1].lower == "who" and row[at + 2].lower in LEADING):
            return None
        end += 1
    if end >= len(row) or row[end].text not in ",." or end == at + 1:
        return None
    words = [row[n].lower for n in range(at + 1, end)]
    leads = words[0] == "who" and words[1:2] != [] and words[1] in LEADING
    return (at + 1, end) if leads or any(w in OFFICES | PEOPLE | ROLES for w in words) else None
