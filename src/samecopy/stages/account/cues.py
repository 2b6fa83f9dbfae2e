"""Cues: the inflected forms of the reporting verbs, the nouns and phrases beside them."""

from dataclasses import dataclass

from samecopy.stages.account.verbs import IRREGULAR, VERBS, Frame

ALSO_NOUNS = frozenset(
    """
    comment remark state reply answer note report claim estimate forecast project signal question demand
    order command request challenge offer plan promise pledge vow bet wager hope wish aim fear doubt
    view sense figure show document list attack support back praise blame credit call label brand term
    cast cry laugh smile sigh shout yell scream whisper murmur bark roar start open close vote pass post
    tweet blog text email fax cable stress charge protest object moan boast reason guess dream trust
    judge welcome thank fault press pressure direct appeal rail rant crow hold regard want need start
    finish beam shoot quote slap pitch hammer pan knock rip present address read find second counter
    counsel brief rule decree level alert reference suspect issue release detail outline register leak index
    speculate
    """.split()  # noqa: SIM905
)
"""Verbs whose base or third-person form is also a common noun: they need a subject that agrees."""

NOUN_CUES = frozenset(
    """
    claim claims allegation allegations assertion assertions accusation accusations suggestion
    suggestions announcement statement statements belief warning warnings promise promises pledge
    pledges vow argument arguments contention insistence prediction predictions admission confirmation
    denial denials report reports rumour rumours rumor rumors speculation hope hopes fear fears concern
    concerns complaint complaints assurance assurances hint hints proposal declaration conclusion
    finding findings acknowledgement acknowledgment threat threats estimate news reminder revelation
    revelations evidence suspicion suspicions
    """.split()  # noqa: SIM905
)
"""Nouns that take a *that*-clause of what is said: `X's claim that …`, `amid reports that …`."""

NOUN_PLANS = frozenset(
    """
    plan plans decision decisions promise promises pledge pledges vow vows proposal proposals call calls
    request requests demand demands offer offers refusal willingness desire threat threats intention
    intentions commitment invitation agreement order orders readiness reluctance
    """.split()  # noqa: SIM905
)
"""Nouns that take "to" and what is to be done: `the club's decision to sell …`."""

NOUN_STANCES = frozenset(
    (noun, preposition)
    for preposition, nouns in (
        (
            "of",
            "criticism criticisms endorsement denunciation condemnation accusation accusations allegation "
            "allegations claims denial description portrayal praise assessment rejection disapproval "
            "approval defense defence characterization opinion views view fear fears recollection account",
        ),
        (
            "for",
            "support calls call demands demand praise request requests backing preference contempt disdain",
        ),
        ("to", "opposition objection objections reaction response commitment"),
        ("on", "attack attacks position positions views stance comments remarks assault"),
        (
            "about",
            "concern concerns question questions doubt doubts comments remarks complaints claims worries",
        ),
        ("against", "allegations accusations charges attacks warning threats"),
        ("over", "concern concerns anger outrage frustration"),
    )
    for noun in nouns.split()
)
"""Nouns of judgement with the preposition that stands before what is judged."""

NOUN_CRIES = frozenset("chant chants shout shouts cry cries cheer cheers jeer jeers yells screams".split())  # noqa: SIM905
"""Nouns of crying out, with the words cried behind "of"."""

ACCORDING = (
    "according to",
    "as per",
    "in the words of",
    "in the opinion of",
    "in the view of",
    "as told to",
    "as reported by",
    "as stated by",
    "as quoted by",
    "as announced by",
    "citing",
    "quoting",
    "per",
)
"""Phrases that put the source after them and leave the clause beside them as content."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One inflected form. `form` is `base`, `third`, `past`, `participle` or `gerund`; several may hold.
    `rest` are the words that must follow (`on` in `called on`); `noun`: the form is also a noun."""

    lemma: str
    frame: Frame
    forms: frozenset[str]
    rest: tuple[str, ...]
    noun: bool


_PREPOSITIONAL = (
    "regarding",
    "considering",
    "concerning",
    "according",
    "seeing",
    "finding",
    "voicing",
    "raising",
)
"""Forms in -ing that mostly are prepositions or begin other clauses."""


def _inflect(base: str) -> dict[str, set[str]]:
    """All forms of a verb, each with its names."""
    if base in IRREGULAR:
        third, past, participle = IRREGULAR[base]
    else:
        sibilant = base.endswith(("s", "x", "z", "ch", "sh"))
        consonant_y = base.endswith("y") and base[-2] not in "aeiou"
        third = base[:-1] + "ies" if consonant_y else base + ("es" if sibilant else "s")
        past = base[:-1] + "ied" if consonant_y else base + ("d" if base.endswith("e") else "ed")
        participle = past
    stem = past[:-2] if past.endswith(base[-1] * 2 + "ed") else base
    if base in ("put", "let", "set", "hit", "cut", "bet", "beg", "begin", "forget", "sing_along"):
        stem = base + base[-1]
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        stem = base[:-1]
    forms: dict[str, set[str]] = {}
    for name, form in (("base", base), ("third", third), ("past", past), ("participle", participle)):
        forms.setdefault(form, set()).add(name)
    if stem + "ing" not in _PREPOSITIONAL:
        forms.setdefault(stem + "ing", set()).add("gerund")
    return forms


_BE_FORMS: dict[str, set[str]] = {
    "is": {"third"},
    "are": {"third"},
    "was": {"past"},
    "were": {"past"},
    "been": {"participle"},
    "be": {"base"},
}


def _build() -> dict[str, tuple[Cue, ...]]:
    table: dict[str, list[Cue]] = {}
    for frame, listed in VERBS:
        for entry in listed.split():
            base, *rest = entry.split("_")
            forms = _BE_FORMS if base == "be" else {"would": {"past"}} if base == "would" else _inflect(base)
            for form, names in forms.items():
                noun = not rest and base in ALSO_NOUNS and bool(names & {"base", "third"})
                table.setdefault(form, []).append(Cue(entry, frame, frozenset(names), tuple(rest), noun))
    return {form: tuple(sorted(cues, key=lambda c: -len(c.rest))) for form, cues in table.items()}


CUES = _build()
"""Inflected form to the cues that it may be, those with most words first."""


def _by_next() -> dict[str, dict[str, tuple[Cue, ...]]]:
    table: dict[str, dict[str, tuple[Cue, ...]]] = {}
    for form, cues in CUES.items():
        for cue in cues:
            behind = table.setdefault(form, {})
            word = cue.rest[0] if cue.rest else ""
            behind[word] = (*behind.get(word, ()), cue)
    return table


CUES_BY_NEXT = _by_next()
"""Inflected form to the word behind it to the cues that begin so; those of one word stand under ""."""

OPENERS = frozenset(
    [
        *CUES_BY_NEXT,
        *(phrase.split()[0] for phrase in ACCORDING),
        *(noun for noun, _ in NOUN_STANCES),
        *NOUN_CUES | NOUN_PLANS | NOUN_CRIES,
    ]
)
"""The words that a cue may begin with: most words of a text are none."""
