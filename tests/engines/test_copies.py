"""Finding copies, from bodies to families."""

import random
from pathlib import Path

import numpy as np
import pytest

from samecopy.engines.copies import find_copies, find_copies_arrays, find_copies_in
from samecopy.errors import InputError
from samecopy.records import Body, Copies
from samecopy.settings import CopySettings
from samecopy.store.texts import TextFile
from tests.engines.mixed import mixed_pile

_SETTINGS = CopySettings()
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SYLLABLES = ("ka", "lor", "min", "tes", "vu", "ran", "del", "os", "pir", "ne", "gal", "thu", "ber", "ix")


def _sentence(seed: int, words: int = 14) -> str:
    """An invented sentence; each seed has its own words."""
    pick = random.Random(seed)
    made = ["".join(pick.choices(_SYLLABLES, k=pick.randint(1, 3))) for _ in range(words)]
    return " ".join(made).capitalize() + "."


def _paragraphs(seed: int, count: int) -> list[str]:
    return [f"{_sentence(1000 * seed + 2 * i)} {_sentence(1000 * seed + 2 * i + 1)}" for i in range(count)]


def _body(page: str, paragraphs: list[str], outlet: str = "") -> Body:
    return Body(page, outlet, "\n".join(paragraphs))


def _families(found: Copies) -> list[set[str]]:
    names = sorted({membership.family for membership in found.memberships})
    return [{m.page for m in found.memberships if m.family == name} for name in names]


def test_two_equal_pages_are_one_family() -> None:
    """Equal texts are a copy with containment 1 and one passage from end to end."""
    text = _paragraphs(1, 3)
    found = find_copies([_body("a", text), _body("b", text)], _SETTINGS)
    assert [(pair.a, pair.b, pair.kind, pair.containment) for pair in found.pairs] == [
        ("a", "b", "copy", 1.0)
    ]
    assert found.passages[0].verbatim
    assert found.passages[0].a_span.of("\n".join(text)) == "\n".join(text).rstrip(".")
    assert [m.paragraphs for m in found.memberships] == [(0, 1, 2), (0, 1, 2)]


def test_strangers_share_nothing() -> None:
    """Pages with other words are neither paired nor in a family."""
    found = find_copies([_body("a", _paragraphs(1, 5)), _body("b", _paragraphs(2, 5))], _SETTINGS)
    assert found == Copies((), (), ())


def test_a_brief_is_found_in_a_long_page() -> None:
    """The first two sentences of a page, with nothing else, are a copy of it."""
    long = _paragraphs(3, 16)
    found = find_copies([_body("long", long), _body("brief", long[:1])], _SETTINGS)
    assert _families(found) == [{"brief", "long"}]


def test_an_edited_copy_is_one_passage() -> None:
    """Single changed words do not part a passage, and it is not verbatim."""
    text = _paragraphs(4, 4)
    words = " ".join(text).split()
    edited = [word if place % 12 else "instead" for place, word in enumerate(words)]
    found = find_copies([_body("a", text), _body("b", [" ".join(edited)])], _SETTINGS)
    assert len(found.passages) == 1
    assert not found.passages[0].verbatim


def test_a_copy_misread_by_a_machine_is_found() -> None:
    """A page with every twentieth letter wrong, as from a poor scan, is still a copy."""
    text = _paragraphs(21, 8)
    pick = random.Random(3)
    scanned = [
        "".join(pick.choice(_LETTERS) if c.isalpha() and pick.random() < 0.05 else c for c in paragraph)
        for paragraph in text
    ]
    found = find_copies([_body("a", text), _body("b", scanned)], _SETTINGS)
    assert [pair.kind for pair in found.pairs] == ["copy"]
    assert found.pairs[0].containment > 0.5


def test_moved_paragraphs_are_passages() -> None:
    """A copy in another order has a passage for each moved part."""
    text = _paragraphs(5, 6)
    found = find_copies([_body("a", text), _body("b", text[3:] + text[:3])], _SETTINGS)
    assert len(found.passages) == 2
    assert found.passages[0].b_span > found.passages[1].b_span


def test_one_speech_in_two_reports_is_an_excerpt() -> None:
    """Two reports that quote the same words at length share an excerpt, not copy."""
    speech = "“" + " ".join(_sentence(700 + i) for i in range(4)) + "”"
    one, two = _paragraphs(6, 5), _paragraphs(7, 5)
    found = find_copies([_body("a", [*one, speech]), _body("b", [two[0], speech, *two[1:]])], _SETTINGS)
    assert [(pair.kind, pair.form) for pair in found.pairs] == [("excerpt", "quotation")]
    assert found.memberships == ()


def test_what_a_colon_introduces_is_an_excerpt() -> None:
    """A page that sets another's paragraphs behind a colon, without marks, quotes them."""
    source, own = _paragraphs(31, 6), _paragraphs(32, 2)
    page = [own[0], "The Echo writes:", *source[2:5], own[1]]
    told = find_copies([_body("a", source), _body("b", page)], _SETTINGS)
    untold = find_copies([_body("a", source), _body("b", [p for p in page if ":" not in p])], _SETTINGS)
    assert [pair.kind for pair in (*told.pairs, *untold.pairs)] == ["excerpt", "copy"]


def test_one_post_on_two_pages_is_an_excerpt() -> None:
    """Pages that embed the same posts share no copy."""
    posts = [f"{text} — Pier Watch (@pier) 3 June" for text in _paragraphs(33, 3)]
    found = find_copies(
        [_body("a", [*_paragraphs(34, 3), *posts]), _body("b", [*posts, *_paragraphs(35, 3)])], _SETTINGS
    )
    assert [(pair.kind, pair.form) for pair in found.pairs] == [("excerpt", "post")]


def test_furniture_joins_no_strangers() -> None:
    """What an outlet prints under story after story does not make its pages copies."""
    foot = [_sentence(900, 30), _sentence(901, 30)]
    bodies = [_body(f"p{i}", [*_paragraphs(20 + i, 2), *foot], "echo.example") for i in range(12)]
    assert find_copies(bodies, _SETTINGS).memberships == ()


def test_an_unknown_outlet_masks_nothing() -> None:
    """Pages of unknown outlets may come from as many outlets: what they share is not furniture."""
    text = _paragraphs(8, 3)
    bodies = [_body(f"p{i}", [*text, _sentence(800 + i)]) for i in range(5)]
    assert _families(find_copies(bodies, _SETTINGS)) == [{f"p{i}" for i in range(5)}]


def test_an_outlets_updates_do_not_mask_themselves() -> None:
    """Four versions of a story in one outlet are versions, and join the copy elsewhere."""
    text = _paragraphs(9, 8)
    bodies = [_body(f"v{i}", [*text, _sentence(600 + i)], "echo.example") for i in range(4)]
    found = find_copies([*bodies, _body("else", text, "herald.example")], _SETTINGS)
    assert _families(found) == [{"else", "v0", "v1", "v2", "v3"}]


def test_furniture_does_not_hide_copy_beside_it() -> None:
    """Copy is found between pages that carry furniture of their own."""
    foot, other = [_sentence(910, 40)], [_sentence(911, 40)]
    text = _paragraphs(10, 3)
    echo = [_body(f"e{i}", [*_paragraphs(40 + i, 3), *foot], "echo.example") for i in range(4)]
    herald = [_body(f"h{i}", [*_paragraphs(50 + i, 3), *other], "herald.example") for i in range(4)]
    pair = [_body("a", text + foot, "echo.example"), _body("b", text + other, "herald.example")]
    assert _families(find_copies(echo + herald + pair, _SETTINGS)) == [{"a", "b"}]


def test_a_spliced_page_is_in_two_families() -> None:
    """A page made of half of one report and half of another joins neither to the other."""
    one, two = _paragraphs(11, 10), _paragraphs(12, 10)
    spliced = _body("s", one[:4] + two[:4])
    found = find_copies([_body("a", one), _body("b", two), spliced], _SETTINGS)
    assert sorted(map(sorted, _families(found))) == [["a", "s"], ["b", "s"]]
    parts = {m.paragraphs for m in found.memberships if m.page == "s"}
    assert parts == {(0, 1, 2, 3), (4, 5, 6, 7)}
    shares = [m.share for m in found.memberships if m.page == "s"]
    assert all(0.4 < share < 0.6 for share in shares)


def test_two_cuts_of_one_page_stay_one_family() -> None:
    """Pages that took different paragraphs of one page belong together with it."""
    text = _paragraphs(13, 10)
    found = find_copies([_body("whole", text), _body("head", text[:4]), _body("tail", text[6:])], _SETTINGS)
    assert _families(found) == [{"head", "tail", "whole"}]


def test_the_order_of_bodies_does_not_matter() -> None:
    """Any order gives the same records."""
    texts = [_paragraphs(seed, 6) for seed in (14, 15)]
    bodies = [_body(f"{i}{j}", texts[i][j:]) for i in range(2) for j in range(3)]
    first = find_copies(bodies, _SETTINGS)
    random.Random(1).shuffle(bodies)
    assert find_copies(bodies, _SETTINGS) == first
    assert len(_families(first)) == 2


def test_arrays_and_records_agree() -> None:
    """The labels of the arrays part pages as the records do."""
    texts = ["\n".join(_paragraphs(seed, 4)) for seed in (16, 17, 16)]
    labels = find_copies_arrays(["x", "c", "a"], ["", "", ""], texts, _SETTINGS).labels
    assert labels[0] == labels[2] != labels[1]


def test_small_batches_give_the_same() -> None:
    """Texts read and aligned a few at a time change nothing."""
    bodies = [_body(f"{i:02}", _paragraphs(18 + i % 5, 6)[i % 3 :]) for i in range(20)]
    small = CopySettings(aligned_chars=2_000, batch_chars=1_500)
    assert find_copies(bodies, small) == find_copies(bodies, _SETTINGS)


def test_ranges_of_hashes_change_nothing() -> None:
    """Any number of ranges gives the same records, furniture and versions included."""
    foot = [_sentence(920, 40)]
    bodies = [_body(f"{i:02}", [*_paragraphs(60 + i % 6, 5)[i % 2 :], *foot], f"o{i % 4}") for i in range(24)]
    whole = find_copies(bodies, _SETTINGS)
    assert len(_families(whole)) == 6
    for chars in (20_000, 4_000, 500):
        assert find_copies(bodies, CopySettings(range_chars=chars)) == whole


def test_files_and_threads_change_nothing() -> None:
    """Postings put by in files, counts added up in stretches and several cores give the same."""
    bodies = mixed_pile(1)
    whole = find_copies(bodies, _SETTINGS)
    small = CopySettings(range_chars=2_000, held_bytes=0, spliced_sides=7, aligned_chars=500)
    assert find_copies(bodies, small, cores=3) == whole


def test_texts_in_a_file_give_the_same_arrays(tmp_path: Path) -> None:
    """A pile need not be in memory."""
    bodies = mixed_pile(1)
    ids, outlets, texts = zip(*((body.id, body.outlet, body.text) for body in bodies), strict=True)
    with TextFile(tmp_path / "texts") as file:
        file.append(texts)
        filed = find_copies_in(ids, outlets, file, _SETTINGS)
    held = find_copies_arrays(ids, outlets, texts, _SETTINGS)
    assert filed.labels.tolist() == held.labels.tolist()
    assert filed.aligned.spans.tolist() == held.aligned.spans.tolist()


def test_progress_is_told() -> None:
    """Each step reports how far it is."""
    told: list[tuple[str, int, int]] = []
    text = _paragraphs(19, 3)
    find_copies([_body("a", text), _body("b", text)], _SETTINGS, lambda *step: told.append(step))
    assert told[0] == ("fingerprint", 2, 2)
    assert ("align", 1, 1) in told


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["word"], ["\n\n", "   ", "a b"]])
def test_empty_and_tiny_piles_give_nothing(texts: list[str]) -> None:
    """No page, empty pages and single words give no pairs and no error."""
    bodies = [Body(str(place), "", text) for place, text in enumerate(texts)]
    assert find_copies(bodies, _SETTINGS) == Copies((), (), ())
    arrays = find_copies_arrays([b.id for b in bodies], [b.outlet for b in bodies], texts, _SETTINGS)
    assert len(np.unique(arrays.labels)) == len(texts)


def test_ids_must_be_unique() -> None:
    """Two bodies of one id are an error that names it."""
    with pytest.raises(InputError, match="'a'"):
        find_copies([_body("a", ["x"]), _body("a", ["y"])], _SETTINGS)


def test_a_page_spliced_from_two_copies_joins_them_not() -> None:
    """Though the second copy's one other page lies mostly in it: the first has pages beyond it."""
    first, second = _paragraphs(41, 8), _paragraphs(42, 6)
    spliced = [first[0], *second[:2], *first[1:4], second[2]]
    other = [*second[:3], *_paragraphs(43, 1)]
    pile = [_body("a", spliced), _body("b", first), _body("c", first[:6]), _body("d", other)]
    assert sorted(map(sorted, _families(find_copies(pile, _SETTINGS)))) == [["a", "b", "c"], ["a", "d"]]


def test_two_cuts_of_one_page_are_one_family() -> None:
    """They share nothing with each other, and may each have a paragraph of their own."""
    long = _paragraphs(44, 10)
    head, tail = [*long[:4], *_paragraphs(45, 1)], [*_paragraphs(46, 1), *long[6:]]
    found = find_copies([_body("a", long), _body("b", head), _body("c", tail)], _SETTINGS)
    assert _families(found) == [{"a", "b", "c"}]
