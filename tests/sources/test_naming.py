"""Names without clashes."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from samecopy.records import Page
from samecopy.sources.naming import Survey, name_pages


def outcome(rows: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    survey = Survey()
    for name, text in rows:
        data = text.encode()
        survey.add(Page(name, name, "text", data, hashlib.blake2b(data, digest_size=16).hexdigest()))
    naming = name_pages(survey)
    return [
        (name, text, "" if at in naming.same_as else naming.renamed.get(at, name))
        for at, (name, text) in enumerate(rows)
    ]


ROWS = st.lists(st.tuples(st.sampled_from(["a", "b", "a~2"]), st.sampled_from(["x", "y", "z"])), max_size=12)


@given(ROWS)
def test_no_two_pages_share_a_name(rows: list[tuple[str, str]]) -> None:
    """Each text is kept exactly once, and each under a name of its own."""
    kept = [(text, name) for _, text, name in outcome(rows) if name]
    assert sorted(text for text, _ in kept) == sorted({text for _, text in rows})
    assert len({name for _, name in kept}) == len(kept)


@given(ROWS, st.randoms(use_true_random=False))
def test_names_do_not_depend_on_order(rows: list[tuple[str, str]], random: object) -> None:
    """Shuffled rows give the same texts the same names."""
    shuffled = sorted(rows, key=lambda row: hashlib.blake2b(repr((row, repr(random))).encode()).digest())
    assert {o[1:] for o in outcome(rows) if o[2]} == {o[1:] for o in outcome(shuffled) if o[2]}
