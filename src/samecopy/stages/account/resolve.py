"""Which earlier mention a source phrase stands for, inside one article.

Surnames, pronouns and "the official" are resolved to the phrase that introduced them, by recency and
agreement in kind (the salience idea of Lappin and Leass 1994, without a parser). What finds no earlier
mention stays as written.
"""

from dataclasses import dataclass

from samecopy.records import Source, SourceType, Span
from samecopy.stages.account import grammar as gr
from samecopy.stages.account import phrases as ph
from samecopy.stages.account import sources as so
from samecopy.stages.account.offices import DOCUMENTS, GOVERNMENTS, INSTITUTIONS, OFFICES, PEOPLE, TITLES
from samecopy.stages.account.phrases import Range, Row
from samecopy.stages.account.places import STATES, place_key

_PERSONS = frozenset(["named_person", "named_official", "anonymous_official", "anonymous_person"])
_NO_PERSON = INSTITUTIONS | GOVERNMENTS | DOCUMENTS
_ANY_BODY = frozenset(["company", "firm", "group", "organisation", "organization"])
_BODIES = frozenset(["institution", "government", "document", "unnamed_reports"])
_PLURALS = frozenset(["unnamed_officials", "anonymous_person", "unnamed_reports"])
_MALE = frozenset(
    ["mr", "sir", "lord", "king", "prince", "he", "spokesman", "chairman", "congressman", "businessman"]
)
_FEMALE = frozenset(
    [
        "mrs",
        "ms",
        "miss",
        "lady",
        "dame",
        "queen",
        "princess",
        "she",
        "spokeswoman",
        "chairwoman",
        "congresswoman",
    ]
)


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something introduced at `place` (code points into page text)."""

    place: int
    name: str
    type: SourceType
    key: str
    described: str
    folded: tuple[str, ...]
    plural: bool = False


class Register:
    """The entities of one article in reading order. Filled while the article is read, asked as it goes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._entities: list[Entity] = []
        self._by_surname: dict[str, Entity] = {}
        self._gender: dict[str, str] = {}

    # --- introducing

    def meet_names(self, row: Row) -> None:
        """Remember every full name of a unit, with the titles before and the apposition behind it."""
        at = 0
        while at < len(row):
            end = _name_run(row, at)
            if end == at:
                at += 1
                continue
            self._meet(row, at, end)
            at = end

    def _meet(self, row: Row, begin: int, end: int) -> None:
        written = self._span_text(row, (begin, end))
        name = so.person_name(written)
        words = name.split()
        if not words or any(w.lower().strip(".") in _NO_PERSON for w in words) or place_key(name) in STATES:
            return
        surname = so.fold(words[-1])
        titled = so.has_title(written) or (begin > 0 and row[begin - 1].lower in OFFICES | PEOPLE)
        if len(words) < 2 and not titled:
            return
        if len(words) < 2 and surname in self._by_surname:
            self._learn_gender(written, self._by_surname[surname].key)
            return
        phrase = ph.phrase_back(row, end, 0) or (begin, end)
        behind = _apposed(row, end)
        described = self._span_text(row, phrase)
        if behind is not None:
            described += ", " + self._span_text(row, behind)
        self._learn_gender(described, so.fold(name))
        known = self._by_surname.get(surname)
        again = known is not None and known.key == so.fold(name)
        if again and known is not None and (so.has_office(known.described) or not so.has_office(described)):
            return
        kind: SourceType = "named_official" if so.has_office(described) else "named_person"
        entity = Entity(
            row[begin].begin, described, kind, so.fold(name), described.lower(), _bare_words(described)
        )
        self._by_surname[surname] = entity

    def _learn_gender(self, described: str, key: str) -> None:
        words = {word.lower().strip(".") for word in described.split()}
        if words & _MALE:
            self._gender.setdefault(key, "he")
        elif words & _FEMALE:
            self._gender.setdefault(key, "she")

    def meet_subject(self, row: Row, head: Range) -> None:
        """Remember the subject of a sentence: what a pronoun after it may stand for."""
        first = row[head[0]]
        if first.lower in gr.PRONOUNS or first.lower in ("there", "this", "that", "who", "which"):
            return
        resolved = self._resolved(self._span_text(row, head), "", "", row[head[0]].begin)
        if resolved.type != "unknown":
            self._remember(resolved, row[head[0]].begin)

    def _remember(self, source: Source, place: int) -> None:
        plural = source.type == "unnamed_officials" or so.head_noun(source.name).endswith("s")
        self._entities.append(
            Entity(
                place,
                source.name,
                source.type,
                source.key,
                source.name.lower(),
                _bare_words(source.name),
                plural,
            )
        )

    # --- asking

    def source(self, row: Row, head: Range | None, apposition: Range | None, context: str) -> Source:
        """The source at `head`, resolved; and remembered for what comes after."""
        if head is None:
            return Source("", "", "", "unknown")
        written = self._span_text(row, head)
        place = row[head[0]].begin
        pronoun = gr.contracted(row[head[0]]) or row[head[0]].lower
        whole = (head[0], apposition[1]) if apposition else head
        span = Span(row[whole[0]].begin, row[whole[1] - 1].end)
        if head[1] - head[0] == 1 and pronoun in gr.PRONOUNS | gr.POSSESSIVES:
            entity = self._pronoun(pronoun, place)
            text = (
                row[head[0]].text
                if gr.contracted(row[head[0]]) is None
                else row[head[0]].text[: len(pronoun)]
            )
            span = Span(place, place + len(text))
            if entity is None:
                return Source(text, text, so.fold(text), "unknown", span)
            return Source(text, entity.name, entity.key, entity.type, span)
        apposed = self._span_text(row, apposition) if apposition else ""
        resolved = self._resolved(written, apposed, context, place)
        self._remember(resolved, place)
        if resolved.type in _PERSONS:
            self._learn_gender(f"{written} {apposed}", resolved.key)
        return Source(span.of(self._text), resolved.name, resolved.key, resolved.type, span)

    def _resolved(self, written: str, apposed: str, context: str, place: int) -> Source:
        text = so.without_possessed(written.strip())
        if text.endswith(("'s", "’s")):
            text = text[:-2]
        first = text.split()[0].lower() if text.split() else ""
        if first in ("the", "this", "that", "his", "her", "its", "their") or len(text.split()) == 1:
            earlier = self._definite(text, place)
            if earlier is not None:
                return Source(written, earlier.name, earlier.key, earlier.type)
        if apposed[:1].isupper() and (so.has_office(text) or so.head_noun(text) in PEOPLE):
            apposed_person = so.person_name(apposed)
            if len(apposed_person.split()) > 1:
                kind: SourceType = "named_official" if so.has_office(text) else "named_person"
                return Source(written, f"{text}, {apposed}", so.fold(apposed_person), kind)
        person = self._person(text)
        if person is not None and place_key(text) not in STATES:
            officer = so.has_office(f"{text} {apposed}") or person.type == "named_official"
            own = so.has_office(text) and len(so.person_name(text).split()) > 1
            full = (
                text
                if own
                else f"{text}, {apposed}"
                if apposed and len(so.person_name(text).split()) > 1
                else person.name
            )
            return Source(written, full, person.key, "named_official" if officer else person.type)
        kind = so.source_type(text, apposition=apposed, context=context)
        name = f"{text}, {apposed}" if apposed else text
        return Source(written, name, so.source_key(name, kind), kind)

    def _person(self, text: str) -> Entity | None:
        name = so.person_name(text)
        if not name:
            return None
        return (
            self._by_surname.get(so.fold(name.split()[-1])) if _same_first(name, self._by_surname) else None
        )

    def _definite(self, text: str, place: int) -> Entity | None:
        """ "the official", "the company", "the mayor": the latest that was introduced as one."""
        noun = so.head_noun(text)
        if text.split()[0].lower() not in ("the", "this", "that", "his", "her", "its", "their"):
            return None
        words = so.fold(so.bare(text)).split()
        if any(word[:1].isupper() for word in text.split()[1:]) or " of " in f" {text} " or len(words) > 2:
            return None
        for entity in reversed(self._entities):
            if entity.place < place and _introduces(entity, words, noun):
                return entity
        if noun in OFFICES | TITLES | PEOPLE:
            named = [
                e
                for e in self._by_surname.values()
                if e.place < place and noun in e.described.replace(",", " ").split()
            ]
            return max(named, key=lambda e: e.place, default=None)
        return None

    def _pronoun(self, pronoun: str, place: int) -> Entity | None:
        if pronoun in ("we", "i", "you", "us", "me"):
            return None
        if pronoun in ("it", "its"):
            kinds, plural = _BODIES, None
        elif pronoun in ("they", "them", "their"):
            kinds, plural = _PLURALS | _BODIES | {"unknown"}, True
        else:
            kinds, plural = _PERSONS, False
        gender = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}.get(pronoun, "")
        for entity in reversed(self._entities):
            if (
                entity.place >= place
                or entity.type not in kinds
                or (plural is not None and entity.plural != plural)
            ):
                continue
            if gender and self._gender.get(entity.key, gender) != gender:
                continue
            return entity
        return None

    def _span_text(self, row: Row, part: Range) -> str:
        return self._text[row[part[0]].begin : row[part[1] - 1].end]


def _bare_words(name: str) -> tuple[str, ...]:
    """The folded words of a phrase up to its head."""
    return tuple(so.fold(so.bare(name)).split())


def _introduces(entity: Entity, words: list[str], noun: str) -> bool:
    """Whether an entity was introduced by a phrase with the same head ("a port official": "the official")."""
    folded = entity.folded
    if noun in _ANY_BODY:
        return entity.type == "institution"
    if not folded:
        return False
    if folded[-1] == noun:
        return all(word in folded for word in words)
    return (
        entity.type in ("named_official", "named_person")
        and noun in entity.described.replace(",", " ").split()
    )


def _same_first(name: str, known: dict[str, Entity]) -> bool:
    """A full name must not resolve to another person of the same surname."""
    words = so.fold(name).split()
    entity = known.get(words[-1])
    if entity is None:
        return False
    full = entity.key.split()
    return (
        len(words) == 1
        or len(full) == 1
        or words[0] == full[0]
        or (words[0][0] == full[0][0] and len(words[0]) == 1)
    )


def _name_run(row: Row, at: int) -> int:
    """The end of the run of capitalised words that begins at `at` (`at` itself where none does)."""
    end = at
    while end < len(row) and row[end].kind == "word":
        token = row[end]
        if token.capital and not token.lower.startswith(("the", "a ")) and not gr.is_day(token):
            end += 1
            if gr.possessive(token):
                break
        elif end > at and token.lower in so._PARTICLES and end + 1 < len(row) and row[end + 1].capital:
            end += 1
        else:
            break
    while at < end and not row[end - 1].capital:
        end -= 1
    return end


def _apposed(row: Row, at: int) -> Range | None:
    """ ", the mayor of Oslin," behind a name: verbless, up to a dozen words, closed by a mark."""
    if at >= len(row) or row[at].text != ",":
        return None
    end = at + 1
    while end < len(row) and end - at < 14 and row[end].kind == "word":
        if gr.finite(row[end]):
            return None
        end += 1
    if end >= len(row) or row[end].text not in ",." or end == at + 1:
        return None
    words = [row[n].lower for n in range(at + 1, end)]
    return (at + 1, end) if any(w in OFFICES or w in PEOPLE for w in words) else None
