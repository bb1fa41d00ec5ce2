"""Lessons on sequences, chances, averages and points: the right answer in the ways pupils write it, and wrong ones."""

from collections.abc import Callable

import pytest

from askback.agent import Tutor
from askback.agent.leak import find_leaks

OpenTutor = Callable[..., Tutor]
NTH = "Find the nth term of 5, 8, 11, 14, ..."
MIDPOINT, DRAW = (
    "Find the midpoint of (2, 3) and (7, 11).",
    "A bag contains 4 red and 6 black balls. Find P(red).",
)
MISSING = "The mean of 4, 7 and x is 6. Find x."
SAID = [
    *[(NTH, said, True) for said in ("3n+2", "2+3n", "3*n + 2", "it is 3n + 2")],
    *[(NTH, said, False) for said in ("3n-2", "2n+3", "5n")],
    *[(MIDPOINT, said, True) for said in ("(4.5, 7)", "(9/2, 7)", "the midpoint is (4.5, 7)")],
    *[(MIDPOINT, said, False) for said in ("(7, 4.5)", "(9, 14)", "(4, 7)")],
    *[(DRAW, said, True) for said in ("2/5", "0.4", "4/10")],
    *[(DRAW, said, False) for said in ("3/5", "2/3")],
    *[(MISSING, said, True) for said in ("7", "x = 7", "6*3=18, 18-11=7")],
    *[(MISSING, said, False) for said in ("6", "8")],
]


@pytest.mark.parametrize(("problem", "said", "right"), SAID)
def test_the_right_answer_is_known_and_a_wrong_one_is_not_taken_for_it(
    open_tutor: OpenTutor, problem: str, said: str, right: bool
) -> None:
    verdict = open_tutor().lesson(problem).say(said).diagnosis.verdict
    assert (verdict == "correct") == right


@pytest.mark.parametrize(
    ("problem", "answer", "reply"),
    [
        (NTH, "3*n + 2", "So it is 3n + 2."),
        (MIDPOINT, "(9/2, 7)", "The midpoint is (4.5, 7)."),
        (DRAW, "2/5", "The chance is 0.4."),
    ],
)
def test_a_reply_that_states_the_answer_leaks(problem: str, answer: str, reply: str) -> None:
    assert find_leaks(reply, answer, problem=problem)
