"""Short stories of ratios, percents, rates and times: cut in clauses, answered as pupils write, never slow."""

import time

import pytest

from askback.agent import Tutor
from askback.agent.leak import find_leaks
from askback.agent.symbolic import read_problem
from askback.agent.symbolic.clauses import story

WHEN = "What time is it 45 minutes after 3:02 pm?"
HOW_LONG = "How long is it from 9:40 am to 11:15 am?"
PENS = "There are 9 pens and 6 pencils. What is the ratio of pens to pencils in simplest form?"


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        *[(WHEN, said) for said in ("3:47 pm", "3:47", "15:47")],
        *[(HOW_LONG, said) for said in ("95 minutes", "1 hour 35 minutes", "1:35")],
        *[(PENS, said) for said in ("3:2", "3 : 2", "3 to 2")],
    ],
)
def test_a_right_answer_is_right_in_each_way_it_is_written(problem: str, said: str) -> None:
    assert Tutor(model=None).lesson(problem).say(said).diagnosis.verdict == "correct"


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        *[(WHEN, said) for said in ("3:48 pm", "3:47 am", "4:47")],
        *[(HOW_LONG, said) for said in ("135 minutes", "1.35", "2 h 35 min")],
        *[(PENS, said) for said in ("2:3", "9:6", "15")],
    ],
)
def test_a_wrong_answer_is_not_right(problem: str, said: str) -> None:
    assert Tutor(model=None).lesson(problem).say(said).diagnosis.verdict != "correct"


@pytest.mark.parametrize(
    ("problem", "answer", "reply"),
    [
        *[(WHEN, "3:47 pm", reply) for reply in ("It is 3:47 pm.", "It is 3:47.", "So 15:47, right?")],
        *[(HOW_LONG, "95 minutes", reply) for reply in ("That is 95 minutes.", "So 1 hour 35 minutes.")],
        (PENS, "3:2", "So the ratio is 3:2."),
    ],
)
def test_a_reply_that_states_the_answer_leaks(problem: str, answer: str, reply: str) -> None:
    assert find_leaks(reply, answer, problem=problem)


@pytest.mark.parametrize(
    ("problem", "answer", "reply"),
    [
        (WHEN, "3:47 pm", "How many minutes are there from 3:02 to the next full hour?"),
        (HOW_LONG, "95 minutes", "How many minutes is it from 9:40 to the next full hour?"),
        (PENS, "3:2", "Which number do 9 and 6 both divide by?"),
    ],
)
def test_a_question_about_a_step_does_not_leak(problem: str, answer: str, reply: str) -> None:
    assert not find_leaks(reply, answer, problem=problem)


def test_every_clause_has_to_be_read() -> None:
    read, _ = story(lambda found: None, ["a {one:integer}"], ["b {two:integer}"])
    assert read("a 1. b 2") == {"one": 1, "two": 2}
    assert read("a 1. b 2. c 3") is None
    assert read("b 2. a 1") is None


def test_clauses_that_say_different_things_of_one_name_are_not_put_together() -> None:
    read, _ = story(lambda found: None, ["a {one:integer}"], ["b {one:integer}"])
    assert read("a 1. b 1") == {"one": 1}
    assert read("a 1. b 2") is None


@pytest.mark.parametrize(
    "piece",
    [
        "the ratio of a to b is 1:2. ",
        "there are 3 a and ",
        "a b c ",
        "if a, and if ",
        "1:2 ",
        "the price of a shirt is 5. ",
        "9:40 am to ",
        "2 h 3 min ",
    ],
)
def test_junk_is_declined_at_once(piece: str) -> None:
    read_problem(piece * 9)  # patterns are built at first use
    junk = (piece * 300)[:300]
    start = time.perf_counter()
    assert read_problem(junk) is None
    assert time.perf_counter() - start < 0.5
