"""The ranker prefers what a teacher would; the gate has seen to the rest."""

import pytest

from askback.agent.rank import best, is_close

LINE = 'Look again at "60 - 35 = 25". The percent tells you a share. A share of what?'
GOOD = 'Take another look at "60 - 35 = 25". If the percent tells a share, a share of what?'


@pytest.mark.parametrize(
    "worse",
    [
        "The percent tells you a share. A share of what?",
        'Look at "60 - 35 = 25". What now?',
        GOOD.removesuffix("?")
        + ", when you think of it for a good long while and quietly to yourself, my friend?",
        'Take another look at "60 - 35 = 25". If the percent tells a share, an identifiable share of what?',
    ],
)
def test_the_better_draft_is_chosen(worse: str) -> None:
    assert best([worse, GOOD], LINE) == best([GOOD, worse], LINE) == GOOD


def test_a_word_the_teacher_wants_decides_between_equals() -> None:
    first, second = "What do the parts stand for?", "What do the pieces stand for?"
    assert best([first, second], "What do they stand for?", use=("pieces",)) == second


def test_the_first_of_equals_is_chosen() -> None:
    assert best(["What else?", "What then?"], "What next?") == "What else?"


def test_thanks_that_were_said_before_lose() -> None:
    first, second = f"Thanks for sharing that. {LINE}", f"Let's see. {LINE}"
    assert best([first, second], LINE) == first
    assert best([first, second], LINE, before=["Thanks for sharing that. What next?"]) == second


def test_a_beginning_that_says_the_line_twice_loses() -> None:
    twice, once = f"Let's look again at it together. {SUMS}", f"Thanks for sharing that. {SUMS}"
    assert best([twice, once], SUMS) == once


SUMS = 'Look again at "1429". How did you write the numbers under each other?'


@pytest.mark.parametrize(
    ("draft", "close"),
    [
        (SUMS, True),
        ('Let\'s take another look at "1429". How did you write the numbers under each other?', True),
        ('Thanks for sharing. Look again at "1429". How did you write the numbers under each other?', True),
        ('No worries. Look again at "1429". How did you write the numbers under each other?', False),
        ('There is a number in "1429". How did you write the numbers under each other?', False),
        ('Look again at "1429". How did you write them?', False),
        ('Look again at "429". How did you write the numbers under each other?', False),
        ('How did you look at the numbers, and write "1429" under each other again?', False),
    ],
)
def test_only_light_rewording_is_close(draft: str, close: bool) -> None:
    assert is_close(draft, SUMS) is close


def test_words_of_the_teacher_are_welcome() -> None:
    pirates = 'Pirates, look again at "1429". How did you write the numbers under each other?'
    assert not is_close(pirates, SUMS)
    assert is_close(pirates, SUMS, "a story of pirates")
