"""The ranker prefers what a teacher would; the gate has seen to the rest."""

import pytest

from askback.agent.rank import best

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
    assert best(["What now?", "What then?"], "What next?") == "What now?"
