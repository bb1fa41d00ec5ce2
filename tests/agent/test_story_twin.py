"""A word problem with other numbers: only where the replacement can be shown to be safe."""

import pytest

from askback.agent.state import Program
from askback.agent.story_twin import still_sensible, story_twin

TEXT = "Ana has 12 crates with 9 pens in each, then loses 8 pens. How many pens stay with her?"
SOURCE = "pens = 12 * 9\nanswer = pens - 8\n"


def programs(*sources: str) -> list[Program]:
    return [Program(plan=(), source=source, origin="model") for source in sources]


def test_the_text_and_every_program_get_the_same_numbers() -> None:
    made = story_twin(TEXT, programs(SOURCE, SOURCE, "answer = 12 * 9 - 8"), 0)
    assert made is not None
    crates, pens, lost = (int(word) for word in made.text.split() if word.isdigit())
    assert made.text == TEXT.replace("12", str(crates)).replace("9 pens", f"{pens} pens").replace(
        "8 pens", f"{lost} pens"
    )
    assert made.programs[2].source == f"answer = {crates} * {pens} - {lost}\n"


def test_the_order_of_size_stays() -> None:
    for seed in range(20):
        made = story_twin(TEXT, programs(SOURCE, SOURCE, SOURCE), seed)
        if made is not None:
            crates, pens, lost = (int(word) for word in made.text.split() if word.isdigit())
            assert crates > pens > lost


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ana has 12 crates with 12 pens in each.", "answer = 12 * 12"),  # twice in the text
        (TEXT, "pens = 12 * 9\nspare = 12\nanswer = pens - 8"),  # twice in the program
        (TEXT, "answer = 108 - 8"),  # worked out in the head
        ("Ana has 12 crates, 9 pens in each, and is 11 years old.", "answer = 12 * 9"),  # not used
        ("Ana has 12 crates with twelve pens, 9 of them red.", "answer = 12 * 12 - 9"),  # once in words
        (TEXT, "this is no program"),
        ("Ana was born in 1998. How old was she in 2010?", "answer = 2010 - 1998"),  # nothing but years
    ],
)
def test_any_doubt_means_no_twin(text: str, source: str) -> None:
    assert story_twin(text, programs(source, source, source), 0) is None


def test_two_programs_are_too_few() -> None:
    assert story_twin(TEXT, programs(SOURCE, SOURCE), 0) is None


def test_what_is_no_whole_number_stays() -> None:
    text = "A coat costs $84. It is 25% off and the tax is 0.5 dollars. What is the price?"
    source = "answer = 84 * 75 / 100 + 0.5"
    made = story_twin(text, programs(source, source, source), 0)
    assert made is not None
    assert "25% off and the tax is 0.5 dollars" in made.text
    assert "$84" not in made.text


@pytest.mark.parametrize(
    ("before", "after", "sensible"),
    [
        (["3", "10"], ["4", "8"], True),
        (["3", "10"], ["4", "-1"], False),
        (["3"], ["7/2"], False),
        (["1/2"], ["3"], True),
        (["-3"], ["-4"], True),
        (["3"], ["0"], False),
        (["x"], ["x"], True),
        (["3"], ["x"], False),
        (["3"], ["3", "4"], False),
    ],
)
def test_values_stay_whole_and_above_zero_where_they_were(
    before: list[str], after: list[str], sensible: bool
) -> None:
    assert still_sensible(before, after) == sensible
