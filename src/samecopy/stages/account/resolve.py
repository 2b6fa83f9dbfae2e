"""Which earlier mention a source phrase stands for, inside one article.

Surnames, pronouns and "the official" are resolved to the phrase that introduced them, by recency and
agreement in kind (the salience idea of Lappin and Leass 1994, without a parser). What finds no earlier
mention stays as written.
"""

import re
from itertools import islice

from samecopy.records import Source, SourceType, Span
from samecopy.stages.account import grammar as gr
from samecopy.stages.account import naming as nm
from samecopy.stages.account import sources as so
from samecopy.stages.account.offices import (
    GOVERNMENTS,
    INSTITUTIONS,
    OFFICES,
    OFFICIAL_PLURALS,
    PEOPLE,
    PEOPLE_PLURALS,
    ROLES,
)
from samecopy.stages.account.persons import Entity, Persons, bare_words
from samecopy.stages.account.phrases import Range, Row
from samecopy.stages.account.places import STATES, place_key

_PERSONS = frozenset(["named_person", "named_official", "anonymous_official", "anonymous_person"])
_FAR = 400  # speakers and subjects looked through for a pronoun; an article has a few dozen
_ANY_BODY = frozenset(["company", "firm", "group", "organisation", "organization"])
_BODIES = frozenset(["institution", "government", "document", "unnamed_reports"])
_BODY_NOUNS = (INSTITUTIONS | GOVERNMENTS) - OFFICES - PEOPLE - ROLES
_JOINED = re.compile(r"\band (?:its|his|her|their|the|an?)\b", re.I)
_PLURALS = frozenset(["unnamed_officials", "anonymous_person", "unnamed_reports"])


class Register:
    """The entities of one article in reading order. Filled while the article is read, asked as it goes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._entities: list[Entity] = []
        self.persons = Persons(text)

    # --- introducing

    def meet_subject(self, row: Row, head: Range) -> None:
        """Remember the subject of a sentence: what a pronoun after it may stand for."""
        first = row[head[0]]
        if first.lower in gr.PRONOUNS or first.lower in ("there", "this", "that", "who", "which"):
            return
        resolved = self._resolved(self._span_text(row, head), "", "", row[head[0]].begin)
        if resolved.type != "unknown":
            self._remember(resolved, row[head[0]].begin)

    def _remember(self, source: Source, place: int) -> None:
        head = nm.head_noun(source.name)
        plural = (
            source.type == "unnamed_officials"
            or head.endswith("s")
            or head == "police"
            or (source.type == "anonymous_person" and head in PEOPLE_PLURALS)
        )
        self._entities.append(
            Entity(
                place,
                source.name,
                source.type,
                source.key,
                source.name.lower(),
                bare_words(source.name),
                frozenset(nm.own_words(source.name)),
                plural,
            )
        )

    # --- asking

    def source(
        self, row: Row, head: Range | None, apposition: Range | None, context: str, *, keep: bool = True
    ) -> Source:
        """The source at `head`, resolved; and, with `keep`, remembered for what comes after."""
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
                return Source(text, text, nm.fold(text), "unknown", span)
            return Source(text, entity.name, entity.key, entity.type, span)
        apposed = self._span_text(row, apposition) if apposition else ""
        resolved = self._resolved(written, apposed, context, place)
        if keep:
            self._remember(resolved, place)
        if resolved.type in _PERSONS:
            self.persons.learn_gender(f"{written} {apposed}", resolved.key)
        return Source(span.of(self._text), resolved.name, resolved.key, resolved.type, span)

    def _resolved(self, written: str, apposed: str, context: str, place: int) -> Source:
        text = nm.without_possessed(written.strip())
        if text.endswith(("'s", "’s")):
            text = text[:-2]
        first = text.split()[0].lower() if text.split() else ""
        if text.lower().endswith(("of them", "of these", "of those")):
            return self._one_of_them(written, text, apposed, place)
        if first in ("the", "this", "that", "his", "her", "its", "their") or len(text.split()) == 1:
            earlier = self._definite(text, place)
            if earlier is not None:
                return Source(written, earlier.name, earlier.key, earlier.type)
        if first == "the" and not apposed and (later := self.persons.delayed(text)) is not None:
            return Source(
                written, f"{text}, {nm.person_name(later.name) or later.name}", later.key, later.type
            )
        if apposed[:1].isupper() and (nm.has_office(text) or nm.head_noun(text) in PEOPLE):
            apposed_person = nm.person_name(apposed)
            if len(apposed_person.split()) > 1:
                kind: SourceType = "named_official" if nm.has_office(text) else "named_person"
                return Source(written, f"{text}, {apposed}", nm.fold(apposed_person), kind)
        person = self.persons.person(text, place)
        if person is not None and place_key(text) not in STATES:
            return self._named(written, text, apposed, person)
        kind = so.source_type(text, apposition=apposed, context=context)
        name = f"{text}, {apposed}" if apposed else text
        return Source(written, name, so.source_key(name, kind), kind)

    def _named(self, written: str, text: str, apposed: str, person: Entity) -> Source:
        """A person met elsewhere in the article: the fullest of the phrases keeps the office."""
        here = f"{text}, {apposed}" if apposed else text
        officer = nm.has_office(here) or person.type == "named_official"
        whole = len(nm.person_name(text).split()) > 1
        full = (
            here
            if whole and (nm.has_office(here) or (apposed and not nm.has_office(person.name)))
            else person.name
        )
        return Source(written, full, person.key, "named_official" if officer else person.type)

    def _one_of_them(self, written: str, text: str, apposed: str, place: int) -> Source:
        """ "one of them": one out of the group met last; named by an apposition, or nameless."""
        group = self.persons.group(place)
        name = nm.person_name(apposed) if apposed[:1].isupper() else ""
        if name:
            official = nm.has_office(apposed) or group in OFFICIAL_PLURALS
            kind: SourceType = "named_official" if official else "named_person"
            return Source(written, apposed, nm.fold(name), kind)
        if group is None:
            return Source(written, text, nm.fold(text), "unknown")
        said = f"{text.rsplit(' ', 1)[0]} the {group}"
        kind = so.one_of(group)
        return Source(written, said, so.source_key(said, kind), kind)

    def _definite(self, text: str, place: int) -> Entity | None:
        """ "the official", "the company", "the mayor": the latest that was introduced as one."""
        noun = nm.head_noun(text)
        if text.split()[0].lower() not in ("the", "this", "that", "his", "her", "its", "their"):
            return None
        words = nm.fold(nm.bare(text)).split()
        if any(word[:1].isupper() for word in text.split()[1:]) or " of " in f" {text} " or len(words) > 2:
            return None
        for entity in islice(reversed(self._entities), _FAR):
            if entity.place < place and _introduces(entity, words, noun):
                return entity
        called = [e for e in self.persons.called(noun, words[:-1]) if e.place < place]
        return max(called, key=lambda e: e.place, default=None)

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
        for entity in islice(reversed(self._entities), _FAR):
            if (
                entity.place >= place
                or entity.type not in kinds
                or (plural is not None and entity.plural != plural)
            ):
                continue
            if self.persons.may_be(entity.key, gender):
                return entity
        return None

    def _span_text(self, row: Row, part: Range) -> str:
        return self._text[row[part[0]].begin : row[part[1] - 1].end]


def _introduces(entity: Entity, words: list[str], noun: str) -> bool:
    """Whether an entity was introduced by a phrase with the same head ("a port official": "the official")."""
    folded = entity.folded
    if noun in _ANY_BODY:
        return entity.type == "institution"
    if not folded:
        return False
    if _JOINED.search(entity.name) and not noun.endswith("s"):
        return False  # "the line and its drivers' union" are two, "the union" is one
    if folded[-1] == noun:
        return all(word in folded for word in words)
    if noun in _BODY_NOUNS:
        return False  # "union leader Petra Olund" is no antecedent of "the union"
    return entity.type in ("named_official", "named_person") and noun in entity.own
