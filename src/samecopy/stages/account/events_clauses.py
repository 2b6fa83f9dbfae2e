"""A sentence cut into clauses, each with its subject and its verb: where a time belongs.

Shallow and bounded: cuts stand at clause openers, at commas and conjunctions before a new subject with
a verb, and after a verb of saying. `events_read` makes events of the clauses.
"""

import itertools
from dataclasses import dataclass

from samecopy.stages.account import eventwords
from samecopy.stages.account.rows import Row, Word, noun_phrase_begin

RELATIVE_REACH = 30  # words from "who" to the comma that ends its clause
APPOSITION_REACH = 10  # words between the commas of an apposition
NAMING = frozenset(["noun", "name", "possessive", "determiner", "number"])
SUBJECT_REACH = 14  # words from a clause's head to its verb: longer subjects are rare in news


@dataclass(frozen=True, slots=True)
class Clause:
    """Words begin to end of a row. `main` is where the subject may begin, after a fronted phrase;
    `verb` the first word of the verb group, `end` where there is none. `opener` is the word that cut
    it off. `parent` numbers the clause that it hangs on, -1 for none."""

    begin: int
    end: int
    main: int
    verb: int
    opener: str
    parent: int


def is_verbal(word: Word) -> bool:
    return word.tag in ("verb", "auxiliary")


def starts_clause(row: Row, at: int) -> bool:
    """Whether a subject with its verb begins at a word."""
    words = row.words
    seen = False
    depth = 0
    passed = at
    for k in range(at, min(len(words), at + SUBJECT_REACH)):
        if k < passed:
            continue
        word = words[k]
        if seen and word.low == "," and apposition_end(row, k):
            passed = apposition_end(row, k)
        elif word.tag in ("noun", "name", "pronoun", "number", "possessive") or word.low == "there":
            seen = True
        elif is_verbal(word):
            return seen
        elif (word.tag == "preposition" and seen) or (word.low == "and" and seen):
            depth += 1
            if depth > 4:
                return False
        elif word.tag not in ("determiner", "adverb", "quote", "time") or (
            word.tag == "determiner" and word.low in ("that",) and seen
        ):
            return False
    return False


def apposition_end(row: Row, at: int) -> int:
    """Where the words between two commas end that only name again: ", the club's keeper, "; 0 for none."""
    words = row.words
    for k in range(at + 1, min(len(words), at + APPOSITION_REACH)):
        if words[k].low == ",":
            verb = k + 1
            while verb < len(words) and words[verb].tag == "adverb":
                verb += 1
            return k + 1 if k > at + 1 and verb < len(words) and is_verbal(words[verb]) else 0
        if words[k].tag not in NAMING and words[k].low not in eventwords.CHAINING:
            return 0
    return 0


def cut_points(row: Row) -> list[int]:
    """Word numbers at which a new clause begins; the first is 0."""
    words = row.words
    cuts = [0]
    verb_seen = False
    for at, word in enumerate(words):
        if at and at > cuts[-1] and opens_clause(row, at, verb_seen):
            cuts.append(at)
            verb_seen = False
        verb_seen = verb_seen or is_verbal(word)
    return cuts


def opens_clause(row: Row, at: int, verb_seen: bool) -> bool:
    """Whether a clause begins at a word, given whether the clause before has its verb."""
    words = row.words
    word, before = words[at], words[at - 1]
    if word.tag == "time":
        return False
    to_infinitive = at + 1 < len(words) and words[at + 1].low == "to"
    if word.low in eventwords.CLAUSE_OPENERS and not to_infinitive:
        return before.low != "such" and (verb_seen or word.low in ("which", "who"))
    if word.low == "that":
        noun = before.tag in ("time", "noun", "name", "quote")
        return noun or is_verbal(before) or before.low in (",", "out")
    if word.low in (";", "—", "(", ")", ":"):
        return True
    if word.low == "," and resumes(row, at):
        return True
    if not verb_seen:
        return False
    if word.low == "," or word.tag == "quote":
        return opens_after_comma(row, at + 1)
    if word.low in ("and", "but", "or"):
        after = words[at + 1] if at + 1 < len(words) else word
        return is_verbal(after) or after.tag == "adverb" or starts_clause(row, at + 1) or gapped(row, at)
    if word.low in ("after", "before", "since", "until"):
        return starts_clause(row, at + 1)
    said = at and (before.low in eventwords.SAYING or before.tag == "time" or before.low == "reporters")
    return bool(said) and word.tag in ("determiner", "pronoun", "name", "noun") and starts_clause(row, at)


def opens_after_comma(row: Row, at: int) -> bool:
    """After a comma or a quotation mark: a subject with its verb, or an inverted "said Smith"."""
    words = row.words
    while at < len(words) and (words[at].tag == "quote" or words[at].low in ("and", "but", "so", "yet")):
        at += 1
    if at >= len(words):
        return False
    return words[at].low in eventwords.SAYING or starts_clause(row, at) or is_participle(words[at])


def resumes(row: Row, at: int) -> bool:
    """Whether a comma ends a relative clause and its noun's own verb follows: "Karn, who rows, won"."""
    words = row.words
    after = next((k for k in range(at + 1, min(at + 3, len(words))) if words[k].tag != "adverb"), at)
    if not is_verbal(words[after]):
        return False
    return any(
        words[k].low in ("who", "which", "whose") and words[k - 1].low == ","
        for k in range(max(1, at - RELATIVE_REACH), at)
    )


def is_participle(word: Word) -> bool:
    return word.low.endswith("ing") and word.tag in ("noun", "verb") and len(word.low) > 5


def gapped(row: Row, at: int) -> bool:
    """Whether the verb is left out after "and": "a meeting is set for Monday and the vote for Friday"."""
    words = row.words
    for k in range(at + 1, min(len(words), at + 12)):
        if words[k].tag == "time":
            return k > at + 2 and words[k - 1].tag == "preposition"
        if is_verbal(words[k]) or words[k].low in (",", ";"):
            return False
    return False


def main_of(row: Row, begin: int, end: int) -> int:
    """Where the main clause begins: after a fronted phrase that ends in a comma."""
    first = begin
    while first < end and row.words[first].tag in ("conjunction", "comma", "quote"):
        first += 1
    if first >= end or row.words[first].tag not in ("preposition", "time", "adverb", "subordinator", "noun"):
        return begin
    for at in range(first, end):
        if row.words[at].low == "," and starts_clause(row, at + 1):
            return at + 1
        if row.words[at].tag == "auxiliary":
            return begin
    return begin


def verb_of(row: Row, begin: int, end: int) -> int:
    """The first auxiliary or verb of a clause; `end` where there is none."""
    return next((at for at in range(begin, end) if is_verbal(row.words[at])), end)


def clauses(row: Row) -> list[Clause]:
    """The clauses of a sentence in order, without gaps."""
    cuts = [*cut_points(row), len(row.words)]
    found: list[Clause] = []
    for number, (begin, end) in enumerate(itertools.pairwise(cuts)):
        main = main_of(row, begin, end)
        opener = row.words[begin].low if number else ""
        found.append(Clause(begin, end, main, verb_of(row, main, end), opener, number - 1))
    return found


def links(word: Word) -> bool:
    """Whether a word ties a noun phrase to the one before: "of", "and", "the keeper leading the jury"."""
    return word.low in eventwords.CHAINING or word.low in ("and", "&") or is_participle(word)


def subject_of(row: Row, clause: Clause) -> tuple[int, int]:
    """The words of the subject, with its complements ("the head of the party"); empty where there is
    none. A quotation mark or a comma ends it on the left, except around an apposition."""
    end = clause.verb
    while end > clause.main and row.words[end - 1].tag in ("adverb", "comma", "time"):
        end -= 1
    begin = noun_phrase_begin(row, end)
    tags = [word.tag for word in row.words[max(clause.main, end - 2) : end]]
    if tags == ["preposition", "pronoun"] and noun_phrase_begin(row, end - 2) < end - 2:
        begin = noun_phrase_begin(row, end - 2)  # "the people under it"
    for _ in range(4):
        if begin - 1 <= clause.main or not links(row.words[begin - 1]):
            break
        wider = noun_phrase_begin(row, begin - 1)
        if wider == begin - 1:
            break
        begin = wider
    begin = max(begin, clause.main)
    while begin < end and row.words[begin].low in eventwords.RELATIVES:
        begin += 1
    last = row.words[end - 1] if end > clause.main else None
    if (
        end == begin
        and last
        and last.tag in ("pronoun", "determiner")
        and last.low not in eventwords.RELATIVES
    ):
        begin = end - 1
    return begin, end
