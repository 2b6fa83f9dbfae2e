"""The terminal form: how many origins, who carries the same copy, and what each outlet did with it."""

from collections import Counter
from collections.abc import Sequence

from samecopy.records import Family, Origin, Rejection, Result, Story, Witness
from samecopy.report.labels import Pile, pile
from samecopy.report.lines import BOLD, CYAN, DIM, GAP, RED, Form
from samecopy.report.sizes import count, unread_pages
from samecopy.report.visible import cells, fit, one_line, pad
from samecopy.report.wording import (
    at_most,
    earliest,
    family_size,
    origin_words,
    percent,
    report_kind,
    substance,
)

_INDENT = 5
_ALIGNED = 4  # columns of paragraph counts; what follows is of any length
_WIDEST_NAME = 28


def summary(result: Result, report_name: str | None, width: int = 80, color: bool = False) -> str:
    """The result in a few lines of at most `width` terminal columns (at least 40), each ended by a
    newline. `report_name` is where the full report stands, None when none was written.

    Strings of pages lose their control characters; colour comes only when asked for.

    >>> summary(Result((), 0, (), ()), None)
    '0 pages, 0 outlets → 0 stories\\n'
    """
    form = Form.of(width, color)
    index = pile(result)
    lines = [form.paint(_head(result, index), BOLD)]
    titles = max((cells(one_line(story.title)) for story in result.stories), default=0)
    for number, story in enumerate(result.stories, start=1):
        lines += story_lines(form, index, story, number, titles)
    lines += _tail(form, result, report_name)
    return "".join(f"{line}\n" for line in lines)


def _head(result: Result, index: Pile) -> str:
    pages = len(result.pages) + len(unread_pages(result.rejected))
    size = f"{count(pages, 'page')}, {index.outlets(index.views)}"
    return f"{size} → {count(len(result.stories), 'story', 'stories')}"


def story_lines(form: Form, index: Pile, story: Story, number: int, titles: int) -> list[str]:
    """A story's verdict and its reports; titles are padded to `titles` columns."""
    name = f"Story {number}"
    pages = count(len(story.pages), "page")
    origins = at_most(story.origins_at_most, "independent origin")
    answer = f"{pages:<9} {origins}"
    room = form.width - len(name) - len(answer) - 2 * len(GAP)
    if room < 12:
        lines = [f"{form.paint(name, BOLD)}{GAP}{fit(one_line(story.title), form.width - len(name) - 2)}"]
        lines += [form.paint(line, BOLD) for line in form.wrapped(["  " + pages, origins], 2)]
    else:
        title = pad(one_line(story.title), min(room, titles))
        lines = [f"{form.paint(name, BOLD)}{GAP}{title}{GAP}{form.paint(answer, BOLD)}"]
    families = {family.id: family for family in story.families}
    for report, letter in story.letters:
        if report in families:
            lines += _family(form, index, families[report], letter)
        else:
            lines.append(fit(f"  {letter}  own report  1 page  {index.label(report)}", form.width))
    return lines


def _family(form: Form, index: Pile, family: Family, letter: str) -> list[str]:
    outlets = index.outlets(family.pages)
    origin = family.origin
    likely = index.label(origin.page) if origin.page is not None else None
    size = family_size(len(family.pages), outlets)
    head = f"  {letter}  {one_line(report_kind(origin, outlets, likely))}{GAP}{size}"
    if outlets.one:
        return form.wrapped([head], _INDENT)
    lines = form.wrapped([head, f" {origin_line(index, family)}", f" {origin.confidence}"], _INDENT)
    return lines + witness_lines(form, index, family)


def origin_line(index: Pile, family: Family) -> str:
    """A family's likely origin in one line, with what speaks for it."""
    origin = family.origin
    likely = index.label(origin.page) if origin.page is not None else None
    if origin.kind == "undecided":
        return "origin: undecided"
    words = one_line(origin_words(origin, likely))
    if origin.kind == "outside" and origin.agency is None:
        words = "unknown, not in the pile"
    seen = []
    credits_ = _credits(origin)
    if credits_:
        seen.append(f"credit ×{credits_}")
    first = earliest(index.published(family.pages))
    if first is not None:
        seen.append(f"earliest {first}")
    return f"likely origin: {words}" + (f" ({', '.join(seen)})" if seen else "")


def _credits(origin: Origin) -> int:
    """On how many pages the ledger saw a credit."""
    lines = [line for line in origin.evidence if line.sign == "credit"]
    pages = {span.page for line in lines for span in line.spans}
    return max(len(pages), len(lines))


def witness_lines(form: Form, index: Pile, family: Family) -> list[str]:
    """A line for each witness, in aligned columns."""
    witnesses = sorted(family.witnesses, key=lambda witness: not witness.base)
    rows = [_columns(witness) for witness in witnesses]
    widths = [max(cells(row[at]) for row in rows) for at in range(_ALIGNED)] if rows else []
    names = [index.label(witness.page) for witness in witnesses]
    name_width = min(max((cells(name) for name in names), default=0), _WIDEST_NAME, form.width // 3)
    lines: list[str] = []
    for name, row in zip(names, rows, strict=True):
        laid = [pad(cell, width) for cell, width in zip(row, widths, strict=False) if width]
        laid += [cell for cell in row[_ALIGNED:] if cell]
        wrapped = form.wrapped([" " * _INDENT + pad(name, name_width), *laid], _INDENT + name_width + 2)
        lines += [_tinted(form, line) for line in wrapped]
    return lines


def _columns(witness: Witness) -> tuple[str, ...]:
    """Kept, cut, moved, added, changed, headline; "" where there is nothing to say."""
    if witness.base:
        return ("base", "", "", "", "", "")
    changed = substance(witness)
    return (
        f"kept {percent(witness.kept_share)}",
        _paragraphs("cut", len(witness.cut)),
        _paragraphs("moved", len(witness.moved)),
        _paragraphs("added", len(witness.added)),
        f"changed {changed}" if changed else "",
        "headline rewritten" if witness.headline.rewritten else "",
    )


def _paragraphs(word: str, number: int) -> str:
    return f"{word} {number} ¶" if number else ""


def _tinted(form: Form, line: str) -> str:
    if not form.color:
        return line
    for word, code in (("cut ", DIM), ("changed ", RED), ("added ", CYAN)):
        line = line.replace(GAP + word, GAP + form.paint(word.rstrip(), code) + " ")
    return line


def _reasons(rejected: Sequence[Rejection]) -> str:
    counts = Counter(one_line(r.reason).replace("_", " ") for r in rejected)
    return ", ".join(f"{reason} ×{n}" if n > 1 else reason for reason, n in sorted(counts.items()))


def _tail(form: Form, result: Result, report_name: str | None) -> list[str]:
    pages = unread_pages(result.rejected)
    others = [r for r in result.rejected if r not in pages]
    unread = ""
    if pages:
        unread = f"{count(len(pages), 'page')} unreadable ({_reasons(pages)})"
    if others:
        unread += f"{', ' if unread else ''}{count(len(others), 'file')} left out ({_reasons(others)})"
    lines = [fit(f"note: {one_line(warning)}", form.width) for warning in result.warnings]
    arrow = f"→ {one_line(report_name)}" if report_name is not None else ""
    if unread and arrow:
        lines += form.wrapped([unread, "    " + arrow], 0)
    elif unread or arrow:
        lines.append(fit(unread or arrow, form.width))
    return lines
