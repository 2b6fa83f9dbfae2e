"""Where a content ends: before the next attribution, before what the report adds, at the unit's end."""

from samecopy.stages.account import grammar as gr
from samecopy.stages.account import phrases as ph
from samecopy.stages.account.cues import CUES
from samecopy.stages.account.phrases import Row


def end_of_content(row: Row, begin: int, stop: int) -> int:
    """Where a content that begins at `begin` ends: before a following attribution of the same speaker,
    before ", according to", before "; ", else at the end of the unit."""
    for at in range(begin + 1, stop):
        token = row[at]
        if token.kind == "quote" and token.last == "," and at + 1 < stop and _leaves(row, at + 1, stop):
            return at + 1
        if token.kind != "mark" or token.text not in ",—–;":
            continue
        nxt = row[at + 1] if at + 1 < stop else None
        if nxt is None:
            return at
        if token.text == "," and at - begin >= 3 and _set_off(row, at + 1, stop):
            return at
        if nxt.lower in ("according", "citing", "quoting") or (
            nxt.lower == "as" and _lower(row, at + 2, stop) in ("per", "reported")
        ):
            return at
        gerund = any(cue.forms == {"gerund"} and not cue.rest for cue in CUES.get(nxt.lower, ()))
        if gerund and nxt.lower not in ("including", "considering", "seeing", "fearing", "hoping"):
            return at
        if nxt.lower in ("speaking", "referring") or (
            token.text == ";" and nxt.lower not in gr.COORDINATORS and not gr.finite(nxt)
        ):
            return at
    return stop


def _leaves(row: Row, at: int, stop: int) -> bool:
    """ "…,” opposes the cut", "…,” raising doubts", "…,” but she praised him": the report's own words."""
    token = row[at]
    joint = token.lower in ("but", "and") and ph.clauselike(row, at + 1, stop)
    return gr.finite(token) or token.lower.endswith("ing") or joint


def _set_off(row: Row, at: int, stop: int) -> bool:
    """Whether a comma opens what the report adds: ", which …", or ", a …" to the end without a verb."""
    if row[at].lower in ("which", "who", "whose", "where"):
        return not _goes_on(row, at, stop)
    return row[at].lower in ("a", "an") and not any(
        gr.finite(row[n]) or row[n].text == "," or row[n].lower in gr.COORDINATORS
        for n in range(at + 1, stop)
    )


def _goes_on(row: Row, at: int, stop: int) -> bool:
    """Whether the sentence's own verb comes behind the comma that closes a relative clause."""
    close = next((n for n in range(at, stop - 1) if row[n].text == ","), None)
    return close is not None and gr.finite(row[close + 1])


def end_of_phrase(row: Row, begin: int, stop: int) -> int:
    """A noun phrase goes no further than its first bracket, dash, or comma that opens a clause."""
    for at in range(begin + 1, stop):
        token = row[at]
        if token.kind == "mark" and token.text in "(;—–":
            return at
        if token.kind == "quote" and token.last in ",.":
            return at + 1
        nxt = _lower(row, at + 1, stop)
        if token.text == "," and (
            nxt in gr.SUBORDINATORS or nxt in gr.SUBJECT_PRONOUNS or nxt.endswith("ing")
        ):
            return at
        if token.text == "," and nxt in ("but", "and", "so") and ph.clauselike(row, at + 1, stop):
            return at
        if token.lower in ("and", "but") and nxt in gr.SUBJECT_PRONOUNS:
            return at - (row[at - 1].text == ",")
    return stop


def _lower(row: Row, at: int, stop: int) -> str:
    return row[at].lower if at < stop else ""


def acts(row: Row, at: int, stop: int) -> bool:
    """Whether what stands behind "to" can be a verb: `agreed to close`, not `agreed to a truce`."""
    return at < stop and row[at].kind != "mark" and row[at].lower not in gr.DETERMINERS
