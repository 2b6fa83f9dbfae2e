"""Who speaks a quotation, told by the unit behind it ("“Why?” Marn asked.")."""

from collections.abc import Sequence

from samecopy.stages.account.clauses import attributions
from samecopy.stages.account.kinds import only_attribution
from samecopy.stages.account.units import Unit


def asked_behind(units: Sequence[Unit], number: int) -> bool:
    """Whether "Marn asked." and no more stands right behind a quotation that ends in ? or !."""
    if number + 1 >= len(units) or units[number + 1].paragraph != units[number].paragraph:
        return False
    behind = units[number + 1]
    return (
        units[number].quotes[-1].last in "?!…"
        and not behind.quotes
        and only_attribution(behind) is not None
        and not attributions(behind.tokens)
    )


def speaker_follows(units: Sequence[Unit], number: int) -> bool:
    """Whether the next unit of the same paragraph opens with who said it ("…?” Marn asked.")."""
    here = units[number]
    for unit in units[number + 1 :]:
        if unit.paragraph != here.paragraph:
            return False
        if not unit.only_quotes:
            return True
    return False
