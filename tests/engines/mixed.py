"""A small pile that has everything: copies cut, moved and edited, spliced pages, versions, furniture."""

import random

from samecopy.records import Body

_SYLLABLES = ("ka", "lor", "min", "tes", "vu", "ran", "del", "os", "pir", "ne", "gal", "thu", "ber", "ix")


def mixed_pile(seed: int, pages: int = 40) -> list[Body]:
    """Bodies of about half a dozen originals at five outlets, one of them unknown; by seed."""
    pick = random.Random(seed)
    outlets = ["", *(f"outlet{i}.example" for i in range(4))]
    feet = {outlet: [_sentence(pick, 18) for _ in range(3)] for outlet in outlets}
    originals = [[_paragraph(pick) for _ in range(pick.randint(3, 8))] for _ in range(max(2, pages // 7))]
    speech = "“" + _sentence(pick, 40) + "”"
    bodies = []
    for number in range(pages):
        outlet = pick.choice(outlets)
        kind = pick.random()
        if kind < 0.25:
            body = [_paragraph(pick) for _ in range(pick.randint(1, 5))]
        elif kind < 0.4:
            body = [*_cut(pick, pick.choice(originals)), *_cut(pick, pick.choice(originals))]
        else:
            body = _cut(pick, pick.choice(originals))
        if pick.random() < 0.3:
            body.append(speech)
        if pick.random() < 0.8:
            body += pick.sample(feet[outlet], pick.randint(1, 3))
        if pick.random() < 0.2:
            pick.shuffle(body)
        bodies.append(Body(f"p{pick.randrange(10_000):04}-{number}", outlet, "\n".join(body)))
    return bodies


def _cut(pick: random.Random, original: list[str]) -> list[str]:
    kept = sorted(pick.sample(range(len(original)), pick.randint(1, len(original))))
    return [_edited(pick, original[i]) for i in kept]


def _edited(pick: random.Random, paragraph: str) -> str:
    words = paragraph.split(" ")
    for _ in range(pick.choice((0, 0, 1, 2))):
        words[pick.randrange(len(words))] = "".join(pick.choices(_SYLLABLES, k=2))
    return " ".join(words)


def _paragraph(pick: random.Random) -> str:
    return " ".join(_sentence(pick, pick.randint(8, 20)) for _ in range(pick.randint(1, 3)))


def _sentence(pick: random.Random, words: int) -> str:
    made = ["".join(pick.choices(_SYLLABLES, k=pick.randint(1, 3))) for _ in range(words)]
    return " ".join(made).capitalize() + "."
