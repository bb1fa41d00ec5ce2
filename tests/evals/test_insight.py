"""When a reply makes a contradiction visible: by stated rules, and never by what fits any problem."""

from collections.abc import Iterator

import pytest

from askback.agent.misconceptions import catalogue
from askback.agent.questions import SAFE_QUESTIONS
from askback.agent.symbolic import read_problem
from askback.evals.insight import Held, Run, contradiction, missing_steps
from askback.evals.students import runner
from askback.sandbox import Sandbox


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    with Sandbox() as sandbox:
        yield runner(sandbox)


def held(id: str, text: str, answer: str, *steps: str) -> Held:
    problem = read_problem(text)
    assert problem is not None
    return Held(catalogue()[id], problem, answer, steps)


ACROSS = held("fraction_add_across", "What is 1/3 + 1/4?", "2/7", "Find a common denominator.")
MOVED = held("equation_moves_number_unchanged", "Solve the equation 3x + 6 = 27.", "11")


@pytest.mark.parametrize("question", catalogue()["fraction_add_across"].questions)
def test_its_own_question_makes_it_visible(run: Run, question: str) -> None:
    reply = f'You wrote "2/7". {question.replace("$quote", "2/7")}'
    assert (contradiction(reply, ACROSS, run) or "").startswith("idea")


@pytest.mark.parametrize("question", [*SAFE_QUESTIONS, "What is the problem asking you to find?"])
@pytest.mark.parametrize("id", list(catalogue())[::5])
def test_a_question_that_fits_any_problem_never_does(run: Run, id: str, question: str) -> None:
    problem = catalogue()[id].diagnostic(1)
    assert contradiction(question, Held(catalogue()[id], problem, "12", ()), run) is None


def test_a_question_about_another_mistake_does_not(run: Run) -> None:
    assert contradiction(catalogue()["percent_as_bottom"].questions[0], ACROSS, run) is None


def test_the_students_own_quoted_words_do_not_count(run: Run) -> None:
    quoted = " ".join(catalogue()["fraction_add_across"].questions)
    assert contradiction(f'You wrote "{quoted}". How did you get there?', ACROSS, run) is None


@pytest.mark.parametrize(
    ("reply", "visible"),
    [
        (
            'Here is another. "What is 1/2 + 1/5" Write it over ten: 7/10. What is the first step in yours?',
            True,
        ),
        ('Here is another. "What is 1/2 + 1/5" What would you do?', False),  # no result shown
        ('Here is another. "What is 1/2 + 1/5" That comes to 2/7. What now?', False),  # a wrong result
        ('Look at "What is 1/3 + 1/4" again. It is 7/12, is it not?', False),  # the problem itself
    ],
)
def test_a_worked_example_does_where_the_own_rule_gives_another_result(
    run: Run, reply: str, visible: bool
) -> None:
    assert (contradiction(reply, ACROSS, run) is not None) == visible


@pytest.mark.parametrize(
    ("reply", "seen"),
    [
        ("Put 11 back into the equation. Does it hold?", "check"),
        ("Put your number back into the equation. Does it hold?", None),  # which number?
        ("Where does the 11 come from?", None),
    ],
)
def test_putting_the_answer_back_works_for_equations(run: Run, reply: str, seen: str | None) -> None:
    assert contradiction(reply, MOVED, run) == seen


def test_putting_the_answer_back_says_nothing_about_a_sum_of_fractions(run: Run) -> None:
    assert contradiction("Put 2/7 back into the problem. Does everything still fit?", ACROSS, run) is None


def test_a_step_of_the_right_way_is_named(run: Run) -> None:
    assert contradiction("Try to find a common denominator. How?", ACROSS, run) == "step 0"


def test_steps_both_ways_share_are_not_missing() -> None:
    right = ("Find a common denominator.", "Add the numerators.")
    assert missing_steps(right, ("Find a common denominator.", "Keep the tops.")) == ("Add the numerators.",)
