"""The labelled pairs of articles, and how they are scored."""

import re
import tomllib
from collections import Counter
from typing import get_args

import pytest

from evals import forms
from samecopy.records import Body, ExcerptForm, PairClass

_OWN = ("a1", "a2", "a3", "a4"), ("b1", "b2", "b3", "b4")


def _pair(kind: PairClass, form: ExcerptForm = "") -> forms.Labelled:
    return forms.Labelled("x.1", kind, form, "", Body("a", "", ""), Body("b", "", ""))


@pytest.mark.parametrize("half", forms.HALVES)
def test_each_half_holds_every_class_and_form(half: str) -> None:
    """Four of each form, more copies, and a few that are neither; only excerpts have a form."""
    pairs = forms.load(half)
    assert all((pair.kind == "excerpt") == bool(pair.form) for pair in pairs)
    found = Counter(pair.form for pair in pairs)
    assert all(found[form] >= 4 for form in get_args(ExcerptForm) if form)
    kinds = Counter(pair.kind for pair in pairs)
    assert kinds["copy"] >= 6
    assert kinds["neither"] >= 3


@pytest.mark.parametrize("half", forms.HALVES)
def test_articles_are_as_long_as_news(half: str) -> None:
    """A hundred words and more, and two outlets for each pair."""
    for pair in forms.load(half):
        assert pair.a.outlet != pair.b.outlet
        assert all(100 <= len(side.text.split()) <= 320 for side in (pair.a, pair.b)), pair.name


@pytest.mark.parametrize("half", forms.HALVES)
def test_own_paragraphs_share_no_six_words(half: str) -> None:
    """So that two reports share what the pair is about, and nothing else."""
    stories = tomllib.loads((forms.PAIRS / f"{half}.toml").read_text(encoding="utf-8"))["story"]
    for story in stories:
        one, other = (_runs(forms.article(" ".join(names), story["text"])) for names in _OWN)
        assert not one & other, story["id"]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 6]) for at in range(len(words) - 5)}


def test_a_piece_that_is_not_there_is_named() -> None:
    """A slip in the file is told, not measured."""
    with pytest.raises(ValueError, match="'a9'"):
        forms.article("a1 a9", {"a1": "It rained."})


def test_an_excerpt_found_as_another_form_is_half_right() -> None:
    """Its class counts, its form does not; what was called a copy has no form to judge."""
    judged = [
        forms.Judged(_pair("excerpt", "post"), "excerpt", "block"),
        forms.Judged(_pair("excerpt", "post"), "excerpt", "post"),
        forms.Judged(_pair("excerpt", "block"), "copy", ""),
        forms.Judged(_pair("copy"), "copy", ""),
    ]
    told = {figure.name.partition(": ")[2]: figure.value for figure in forms.scored("kept", judged)}
    assert told == {
        "class right": 0.75,
        "copies found": 1.0,
        "excerpts called copies": pytest.approx(1 / 3),
        "form right": 0.5,
        "block found": 0.0,
        "post found": 0.5,
    }
