# ruff: noqa: E501  (the rows of the tables are long)
"""Algebra's answers that are no plain number: what pupils write counts, what is wrong does not, leaks are seen."""

from collections.abc import Callable

import pytest

from askback.agent import Tutor
from askback.agent.leak import find_leaks
from askback.agent.symbolic import read_problem

OpenTutor = Callable[..., Tutor]

LESSONS = [
    ("Solve -3 ≤ x + 4 < 9.", ["-7 <= x < 5", "x >= -7 and x < 5", "5 > x ≥ -7"], ["-7 < x < 5", "x < 5", "-1 <= x < 13"]),
    ("Solve |x - 1| ≤ 4.", ["-3 <= x <= 5", "x <= 5 and x >= -3", "[-3, 5]"], ["x <= 5", "-5 <= x <= 3"]),
    ("Solve |x - 3| = 5.", ["8 and -2", "x = -2 or x = 8", "x = 8, x = -2"], ["x = 8", "2 and 8"]),
    ("Solve x^2 - 2x - 1 = 0.", ["1 ± √2", "x = 1 + √2 or x = 1 - √2", "x = 2.41 or x = -0.41"], ["1 + √2", "x = 2.41 or x = 0.41"]),
    ("Solve x^2 - 3x + 1 = 0.", ["x = (3 ± √5)/2", "(3+√5)/2 and (3-√5)/2"], ["x = (-3 ± √5)/2"]),
    ("Is x = 4 a solution of 2x + 1 > 9?", ["no", "No, it isn't.", "my answer is no"], ["yes"]),
    ("What is the vertex of y = x^2 - 6x + 11?", ["(3, 2)", "the vertex is (3,2)", "(3, 2)."], ["(2, 3)", "(-3, 2)"]),
    ("What is the axis of symmetry of y = x^2 - 8x + 3?", ["x = 4", "4", "the line x=4"], ["x = -4", "8"]),
    ("Write x^2 + 8x + 5 in the form (x + a)^2 + b.", ["(x + 4)^2 - 11", "(x+4)² - 11"], ["(x + 4)^2 + 11", "(x + 8)^2 - 59"]),
    ("Make t the subject of v = u + at.", ["t = (v - u)/a", "(v-u)/a", "t = v/a - u/a"], ["t = (u - v)/a", "t = v - u/a"]),
    ("Simplify 6p × 2q.", ["12pq", "12qp", "12p*q"], ["8pq", "12p + q"]),
    ("Factorise 6ab + 9b.", ["3b(2a + 3)", "3b(3 + 2a)"], ["3b(2a + 9)"]),
    ("Write an expression for 4 less than twice a number n.", ["2n - 4", "n*2 - 4"], ["4 - 2n"]),
    ("Where does the line y = 3x - 12 cross the x-axis?", ["(4, 0)", "x = 4", "at 4"], ["(0, 4)", "(-4, 0)"]),
    ("Find the x-intercepts of y = x^2 + 2x - 8.", ["(2, 0) and (-4, 0)", "-4 and 2"], ["(-2, 0) and (4, 0)"]),
    ("If a + b = 15 and a - b = 3, what is a?", ["9", "a = 9", "it's 9"], ["6"]),
    ("List the integers that satisfy -3 < n ≤ 2.", ["-2, -1, 0, 1, 2", "-2,-1,0,1,2"], ["-3, -2, -1, 0, 1, 2", "-2, -1, 1, 2"]),
    ("Where do the lines y = 2x - 1 and y = x + 3 intersect?", ["(4, 7)", "x = 4, y = 7"], ["(7, 4)"]),
]  # fmt: skip
RIGHT = [(problem, said) for problem, right, _ in LESSONS for said in right]
WRONG = [(problem, said) for problem, _, wrong in LESSONS for said in wrong]


@pytest.mark.parametrize(("problem", "said"), RIGHT)
def test_a_right_answer_counts_however_it_is_written(open_tutor: OpenTutor, problem: str, said: str) -> None:
    assert open_tutor().lesson(problem).say(said).diagnosis.verdict == "correct"


@pytest.mark.parametrize(("problem", "said"), WRONG)
def test_a_wrong_answer_does_not(open_tutor: OpenTutor, problem: str, said: str) -> None:
    assert open_tutor().lesson(problem).say(said).diagnosis.verdict != "correct"


@pytest.mark.parametrize(
    ("problem", "answer", "reply"),
    [
        ("Solve -3 ≤ x + 4 < 9.", "-7 <= x < 5", "So the answer is -7 ≤ x < 5."),
        ("Make t the subject of v = u + at.", "(-u + v)/a", "That gives t = (v - u)/a."),
        ("Simplify 6p × 2q.", "12*p*q", "It is 12pq."),
        ("What is the vertex of y = x^2 - 6x + 11?", "(3, 2)", "So the vertex is (3, 2)."),
        ("Write x^2 + 8x + 5 in the form (x + a)^2 + b.", "(x + 4)**2 - 11", "You get (x + 4)^2 - 11."),
    ],
)
def test_a_reply_that_states_it_leaks(problem: str, answer: str, reply: str) -> None:
    assert find_leaks(reply, answer, problem=problem)


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("Solve -3 ≤ x + 4 < 9.", "-7 <= x < 5"),
        ("Make t the subject of v = u + at.", "(-u + v)/a"),
        ("Simplify 6p × 2q.", "12*p*q"),
        ("What is the vertex of y = x^2 - 6x + 11?", "(3, 2)"),
    ],
)
def test_a_question_about_the_way_does_not(problem: str, answer: str) -> None:
    assert find_leaks("What could you do to both sides first, and why?", answer, problem=problem) == []


@pytest.mark.parametrize(
    "piece", ["Solve -1 < ", "I think of a number, ", "add 5 and ", "twice the sum of ", "ab", "x = 1 and "]
)
def test_junk_is_declined(piece: str) -> None:
    assert read_problem((piece * 60)[:300]) is None
