"""What speaks against a program, or against a problem."""

from fractions import Fraction

import pytest

from askback.agent.sanity import against, counts_whole_things, doubts, left_open

PIZZA = "Nelly buys pizza for 15 people. Each pizza costs $12 and feeds 3 people. How much does she pay?"


def said(problem: str, body: str, answer: object) -> tuple[str, ...]:
    return doubts(problem, f"def solution():\n    {body}\n", Fraction(str(answer)))


@pytest.mark.parametrize(
    ("problem", "body", "answer"),
    [
        (PIZZA, "return 15 / 3 * 12", 60),
        (PIZZA, "people = 15; pizzas = people / 3; return pizzas * 12", 60),
        ("A $40 coat is 25% off. What does it cost?", "return 40 * 0.75", 30),
        ("A $40 coat is 25% off. What does it cost?", "return 40 - 40 * 25 / 100", 30),
        ("Three quarters of 20 eggs are brown. How many are?", "return 20 * 3 / 4", 15),
        ("He runs 3 miles in half an hour. How many minutes for a mile?", "return 30 / 3", 10),
        ("Two friends share 12 sweets. How many each?", "return 12 / 2", 6),
        ("She works 8 hours a day. How many hours in a week?", "return 8 * 7", 56),
        (
            "One third of 27 cats are black, and two thirds of those are old. How many?",
            "return 27 / 3 * 2 / 3",
            6,
        ),
        ("Twenty dozen cups cost $480. What does one cost?", "return 480 / (20 * 12)", 2),
        ("It costs $1.50. How many cents is that?", "return 150", 150),
        ("Ben has 8 pens and Ana twice as many. How many have both?", "return 8 + 8 * 2", 24),
        ("He runs 5 miles in half an hour. How many minutes for a mile?", "return 30 / 5", 6),
    ],
)
def test_a_fitting_program_raises_no_doubt(problem: str, body: str, answer: object) -> None:
    assert said(problem, body, answer) == ()


@pytest.mark.parametrize(
    ("problem", "body", "answer", "reason"),
    [
        (PIZZA, "return 15 / 3", 5, '"$12" is not used'),
        (
            "Joe got 8 votes, Ann twice as many as 6 more. How many?",
            "return 8 + 6",
            14,
            '"twice" is not used',
        ),
        (
            "It takes 60 s to peel and 5 seconds to cut. How long?",
            "return 60 + 0.05",
            "60.05",
            '"5 seconds" is not used',
        ),
        (PIZZA, "price = 12; return 15 / 3", 5, '"$12" is not used'),
        (PIZZA, "return 15 / 3 * 12 * 17", 1020, "it uses a number that is not in the problem"),
        (PIZZA, "return 3 * 12 - 15 * 12", -144, "it comes out below zero"),
        (
            "There are 30 cats and 4 dogs. How many cats to a dog?",
            "return 30 / 4",
            7.5,
            "it counts whole things in fractions",
        ),
        (
            "One third of 27 cats are black, and two thirds of those are old. How many are both?",
            "return 27 / 3 * 2",
            18,
            '"two thirds" is not used',
        ),
        (
            "Three boys share $20. How much money does each get?",
            "return 20 / 3",
            "20/3",
            "it comes to parts of a cent",
        ),
        (PIZZA, "return (", 5, "it cannot be read"),
        (PIZZA, "return 15 / 3 * 12 + 0 * (" + "1+" * 5000 + "1)", 60, "it cannot be read"),
    ],
)
def test_doubts(problem: str, body: str, answer: object, reason: str) -> None:
    assert reason in said(problem, body, answer)


@pytest.mark.parametrize(
    ("problem", "whole"),
    [
        ("How many cats are there?", True),
        ("How many more children came?", True),
        ("How many hours did it take?", False),
        ("How many cats per house are there on average?", False),
        ("How much does it cost?", False),
    ],
)
def test_whole_things(problem: str, whole: bool) -> None:
    assert counts_whole_things(problem) is whole


@pytest.mark.parametrize(
    ("problem", "amount"),
    [
        ("Pens cost $2. Ana buys some pens and pays with $20. How much change does she get?", "some pens"),
        ("Several boys share 12 sweets. How many does each girl get?", "Several boys"),
        ("Ben has some apples, eats 3 and has 5 left. How many apples had he at first?", None),
        ("Ben has 8 apples and eats 3. How many are left?", None),
    ],
)
def test_an_amount_that_is_never_given(problem: str, amount: str | None) -> None:
    assert left_open(problem) == amount


@pytest.mark.parametrize(
    ("problem", "reasons"),
    [
        ("Tom has 5 marbles more than Lee. How many marbles has Tom?", ("only one number is given",)),
        ("Mia eats 3 eggs and then twice as many. How many are that?", ()),
        ("Mia eats 3 eggs and then 4. How many are that?", ()),
        ("Several boys share 12 sweets. How many does a girl get?", ('"Several boys" is not given',)),
    ],
)
def test_what_speaks_against_a_problem(problem: str, reasons: tuple[str, ...]) -> None:
    assert against(problem) == reasons
