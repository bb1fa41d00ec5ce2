"""A student's words are quoted short, and without what stands around them."""

import pytest

from askback.agent.student_lines import tidy_quote


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("so 19", "19"),
        ("is it 5?", "5"),
        ("I think it's 12", "12"),
        ("so I worked it out and it came to 3", "3"),
        ("6 and 7 but I am not sure", "6 and 7"),
        ("26 and 30. can you check?", "26 and 30"),
        ("12 is that right?", "12"),
        ("60 / 10 = 6 whats wrong with that", "60 / 10 = 6"),
        ('I wrote "7" there', "I wrote '7' there"),
        ("I am not sure", "I am not sure"),
    ],
)
def test_what_stands_around_is_left_out(said: str, quoted: str) -> None:
    assert tidy_quote(said) == quoted


def test_a_long_line_is_cut_at_a_word() -> None:
    quoted = tidy_quote("word " * 40)
    assert len(quoted) <= 90
    assert quoted.endswith("word …")
