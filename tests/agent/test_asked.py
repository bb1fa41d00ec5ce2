"""What a problem asks: its parts, its choices, and what is missing for it to be asked at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askback.agent.asked import read_asked

STORY = "Ana has 3 pens and buys 4 more."


@pytest.mark.parametrize(
    ("problem", "parts"),
    [
        (f"{STORY} How many has she?", 1),
        ("3 + 4", 1),
        ("Solve 3x + 6 = 18.", 1),
        (f"{STORY} How many has she? How many more than Ben, who has 5?", 2),
        (f"{STORY} How many has she? How do you know?", 1),
        (f"{STORY} Find how many she has. Then find how many pairs that is.", 2),
        (f"{STORY} How many has she? Show your work.", 1),
        (f"{STORY} How many pens has she and how much do they cost at $2 each?", 2),
        (f"{STORY} (a) How many has she? (b) How many more than Ben, who has 5, is that?", 2),
        (f"{STORY} a) How many has she? b) How many pairs? c) How many are left over?", 3),
        ("The book costs 4.50 dollars. How many can you buy for 20?", 1),
    ],
)
def test_parts(problem: str, parts: int) -> None:
    asked = read_asked(problem)
    assert len(asked.parts) == parts
    assert asked.flaw is None


def test_every_part_can_stand_alone() -> None:
    asked = read_asked(f"{STORY} (a) How many has she? (b) How many pairs is that?")
    assert asked.parts == (f"{STORY} How many has she?", f"{STORY} How many pairs is that?")


@pytest.mark.parametrize(
    ("problem", "choices"),
    [
        ("What is 3 + 4? A) 6 B) 7 C) 8", [("A", "6"), ("B", "7"), ("C", "8")]),
        (
            "What is half of 9?\n(A) 4\n(B) 4 1/2\n(C) 5\n(D) 18",
            [("A", "4"), ("B", "4 1/2"), ("C", "5"), ("D", "18")],
        ),
        ("Which is larger, A or B?", []),
        ("Vitamin A) is in 3 carrots. How many carrots are there?", []),
    ],
)
def test_choices(problem: str, choices: list[tuple[str, str]]) -> None:
    assert list(read_asked(problem).choices) == choices


def test_the_question_is_kept_apart_from_its_choices() -> None:
    assert read_asked("What is 3 + 4? A) 6 B) 7 C) 8").parts == ("What is 3 + 4?",)


@pytest.mark.parametrize(
    ("problem", "flaw"),
    [
        ("There are 12 eggs in the box and 3 of them are brown.", "nothing is asked in it"),
        ("How many stars are in the sky?", "there is no number in it"),
    ],
)
def test_flaws(problem: str, flaw: str) -> None:
    assert read_asked(problem).flaw == flaw


@given(st.text(max_size=300))
def test_any_text_has_at_least_one_part(text: str) -> None:
    assert read_asked(text).parts
