"""The lines of a copy tree in words: what a witness is likely from, how sure that is, and why.

The tree itself is drawn in `tree`; the wording is bound as that of `wording` is.
"""

from collections.abc import Mapping

from samecopy.records import Descent, Origin
from samecopy.report.labels import Name
from samecopy.report.visible import one_line


def source_words(line: Descent, names: Mapping[str, Name], origin: Origin) -> str:
    """What the page was likely made of, the pages that read the same included."""
    if line.kind == "origin":
        return "likely the origin within the pile"
    if line.kind == "outside":
        return f"likely from {one_line(origin.agency or 'a lost original')}, which is not in the pile"
    if line.kind == "undecided" or line.parent is None:
        return "where it had the copy from is undecided"
    said = f"likely from {names[line.parent]}"
    if line.alike:
        shown = [str(names[page]) for page in line.alike[:_SHOWN] if page in names]
        more = len(line.alike) - len(shown)
        shown += [f"{more} more"] if more else []
        listed = " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
        said += f", or from {listed}, which read{'s' if len(line.alike) == 1 else ''} the same"
    return said


_SHOWN = 3


def descent_words(line: Descent, names: Mapping[str, Name], origin: Origin) -> str:
    """A whole line without the page's own name: source, confidence, evidence."""
    said = source_words(line, names, origin)
    if line.kind == "page":
        said += f" ({line.confidence} confidence)"
    grounds = "; ".join(one_line(ground.text) for ground in line.evidence)
    return said + (f": {grounds}" if grounds else "")
