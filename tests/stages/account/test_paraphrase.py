"""One thing in other words."""

from samecopy.stages.account.paraphrase import gist, paraphrased


def same(one: str, other: str) -> bool:
    common = frozenset({"the", "prices", "eight"})
    return paraphrased(gist(one, common), gist(other, common), 0.5, 3)


def test_other_words_for_one_thing_are_found() -> None:
    """By the stems that remain, synonyms and kin."""
    assert same("the pier would stay closed for eight months", "eight months with a closed pier lie ahead")
    assert same("it knew nothing of any plans", "it had no knowledge of the plan")


def test_names_on_both_sides_keep_contents_apart() -> None:
    """Two countries that do one thing do two."""
    assert not same("Torvia would send forty trucks", "Maravia would send forty trucks")


def test_one_shared_word_is_no_paraphrase() -> None:
    """Two short contents about prices say two things."""
    assert not same("prices would rise", "prices frightened buyers")
