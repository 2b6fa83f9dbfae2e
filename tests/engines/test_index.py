"""An index of copies: additions give what one search over everything gives."""

import random
from dataclasses import astuple
from pathlib import Path

import pytest

from samecopy.engines.copies import find_copies, find_copies_arrays, parts_of
from samecopy.engines.copies.index import Added, Index
from samecopy.errors import InputError, StoreError
from samecopy.records import Body
from samecopy.settings import CopySettings
from samecopy.store.postings import RANGES
from tests.engines.mixed import mixed_pile

_SETTINGS = CopySettings()
_TIGHT = CopySettings(crowd=4, crowd_reach=1, version_crowd=2, furniture_stories=2)


def _grown(folder: Path, bodies: list[Body], settings: CopySettings, batches: list[int]) -> Index:
    """An index of the bodies, added in batches of those sizes, the rest at the end one by one."""
    index = Index(folder, settings)
    rest = list(bodies)
    for size in [*batches, *[1] * len(bodies)]:
        if rest:
            index.add(rest[:size])
            rest = rest[size:]
    return index


@pytest.mark.parametrize("settings", [_SETTINGS, _TIGHT], ids=["as shipped", "small crowds"])
@pytest.mark.parametrize("seed", range(6))
def test_additions_give_what_one_search_gives(tmp_path: Path, settings: CopySettings, seed: int) -> None:
    """Pairs, passages and memberships are equal however a pile is parted into batches."""
    bodies = mixed_pile(seed, 36)
    random.Random(seed).shuffle(bodies)
    wanted = find_copies(bodies, settings)
    assert wanted.memberships
    with _grown(tmp_path / "index", bodies, settings, [12, 9, 7]) as index:
        assert index.copies() == wanted


@pytest.mark.parametrize("settings", [_SETTINGS, _TIGHT], ids=["as shipped", "small crowds"])
def test_the_tables_of_an_index_are_those_of_one_search(tmp_path: Path, settings: CopySettings) -> None:
    """Which families each article is named under, its shares, and all aligned pairs."""
    bodies = sorted(mixed_pile(11, 36), key=lambda body: body.id)
    columns = [body.id for body in bodies], [body.outlet for body in bodies], [body.text for body in bodies]
    wanted = find_copies_arrays(*columns, settings)
    rows = zip(*astuple(parts_of(wanted)), strict=True)
    told = sorted((page, head, first, share) for page, head, first, share in rows if share or page != head)
    random.Random(11).shuffle(bodies)
    with _grown(tmp_path / "index", bodies, settings, [12, 9]) as index:
        ids, parts, aligned = index.tables()
    assert ids == columns[0]
    assert sorted(zip(*astuple(parts), strict=True)) == told
    assert aligned.pairs.tolist() == wanted.aligned.pairs.tolist()
    assert aligned.kind.tolist() == wanted.aligned.kind.tolist()


def test_everything_is_found_anew_where_too_little_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An addition that cannot tell whether something is still furniture searches the whole pile."""
    bodies = mixed_pile(12)
    monkeypatch.setattr("samecopy.engines.copies.growth.fallen", lambda *_: True)
    with Index(tmp_path, _SETTINGS) as index:
        index.add(bodies[:30])
        assert index.add(bodies[30:]) == Added(10, 0, 40)
        assert index.copies() == find_copies(bodies, _SETTINGS)


def test_a_search_in_many_ranges_fills_an_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found anew may lie in more ranges of hashes than an index has; additions go on from it."""
    bodies = mixed_pile(13)
    settings = CopySettings(range_chars=200)
    assert sum(len(body.text) for body in bodies[:30]) > 200 * RANGES
    with Index(tmp_path, settings) as index:
        index.add(bodies[:10])
        with monkeypatch.context() as patch:
            patch.setattr("samecopy.engines.copies.growth.fallen", lambda *_: True)
            assert index.add(bodies[10:30]).touched == 30
        index.add(bodies[30:])
        assert index.copies() == find_copies(bodies, settings)


def test_furniture_that_leaves_passages_as_they_were_leaves_families(tmp_path: Path) -> None:
    """A footer on a third story turns into furniture: pairs differ, but no family is found anew."""

    def told(name: str, words: int = 120) -> str:
        return " ".join(f"{name}{number}" for number in range(words))

    foot = "\n" + told("foot", 14)
    bodies = [
        Body(f"{name}-{outlet}", outlet, told(name)) for name in ("one", "two") for outlet in ("b", "c")
    ]
    bodies += [Body(f"{name}-a", "a", told(name) + foot) for name in ("one", "two")]
    third = Body("three-a", "a", told("three") + foot)
    with Index(tmp_path, _SETTINGS) as index:
        index.add(bodies)
        before = index.tables()[2]
        assert index.add([third]) == Added(1, 0, 1)
        assert len(index.tables()[2].pairs) < len(before.pairs)
        assert index.copies() == find_copies([*bodies, third], _SETTINGS)


def test_an_index_goes_on_after_it_was_closed(tmp_path: Path) -> None:
    """What was added earlier is there when the folder is opened again."""
    bodies = mixed_pile(7)
    with Index(tmp_path, _SETTINGS) as index:
        index.add(bodies[:25])
    with Index(tmp_path, _SETTINGS) as index:
        assert index.add(bodies[25:]).new == 15
        assert index.copies() == find_copies(bodies, _SETTINGS)


def test_what_is_known_is_passed_over(tmp_path: Path) -> None:
    """The same articles added again change nothing."""
    bodies = mixed_pile(8, 20)
    with Index(tmp_path, _SETTINGS) as index:
        index.add(bodies)
        assert index.add(bodies) == Added(0, 20, 0)
        assert len(index) == 20


def test_a_known_id_with_another_text_is_refused(tmp_path: Path) -> None:
    """The error names the article, and nothing of the batch is kept."""
    with Index(tmp_path, _SETTINGS) as index:
        index.add([Body("a", "", "One text."), Body("b", "", "Another.")])
        with pytest.raises(InputError, match="'a' with another text"):
            index.add([Body("c", "", "New."), Body("a", "", "One text, edited.")])
        assert len(index) == 2


def test_an_interrupted_addition_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a failure halfway the index holds what it held, and the addition can be made again."""
    bodies = mixed_pile(9)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with Index(tmp_path, _SETTINGS) as index:
        index.add(bodies[:30])
        with monkeypatch.context() as patch:
            patch.setattr("samecopy.engines.copies.growth._Growth.gather", fail)
            with pytest.raises(KeyboardInterrupt):
                index.add(bodies[30:])
        assert len(index) == 30
        assert index.copies() == find_copies(bodies[:30], _SETTINGS)
        index.add(bodies[30:])
        assert index.copies() == find_copies(bodies, _SETTINGS)


def test_other_settings_need_another_index(tmp_path: Path) -> None:
    """An index says what it was made with rather than mixing results."""
    with Index(tmp_path, _SETTINGS) as index:
        index.add(mixed_pile(10, 5))
    with pytest.raises(StoreError, match="other settings"):
        Index(tmp_path, _TIGHT)
