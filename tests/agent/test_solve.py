"""The way to the ground truth: the exact route, rounds of replies, repair, parts, choices, the teacher's answer."""

from collections.abc import Iterator, Sequence

import pytest
from langchain_core.messages import BaseMessage

from askback.agent import ModelError, ScriptedModel
from askback.agent.moves import Policy
from askback.agent.services import Services
from askback.agent.solve import ROUND, SAMPLES, ground_truth, rounds
from askback.agent.store import Store
from askback.evals.broken_problems import MISSING, NO_MATHS, NOTHING_ASKED, TWO_QUESTIONS
from askback.sandbox import Sandbox

BOXES = "Six boxes hold 9 pens each, and 4 pens are broken. How many pens still write?"
RIGHT = "```python\ndef solution():\n    pens = 6 * 9\n    writing = pens - 4\n    return writing\n```"
RIGHT_LINES = "Pens: 6 * 9 = 54\nWriting: 54 - 4 = 50\nAnswer: 50"
WRONG = "```python\ndef solution():\n    return 6 + 9 - 4\n```"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as one:
        yield one


def services(sandbox: Sandbox, solver: ScriptedModel | None) -> Services:
    return Services(
        store=Store(None),
        sandbox=sandbox,
        writer=None,
        writer_name="none",
        solver=solver,
        solver_name="scripted",
        policy=Policy(),
        seed=0,
    )


def by_formulation(program: str, lines: str) -> ScriptedModel:
    """A solver that answers the prompt for programs and the prompt for worked lines."""

    def reply(messages: Sequence[BaseMessage]) -> str:
        return program if "Python" in messages[0].text else lines

    return ScriptedModel(reply)


def test_the_exact_route_asks_no_model(sandbox: Sandbox) -> None:
    solver = ScriptedModel([])
    truth = ground_truth("What is 3/4 of 20?", services(sandbox, solver))
    assert (truth.status, truth.answer, solver.history) == ("verified", "15", [])


def test_without_a_solver_a_story_stays_unknown(sandbox: Sandbox) -> None:
    truth = ground_truth(BOXES, services(sandbox, None))
    assert (truth.status, truth.answer) == ("unknown", None)


def test_replies_stop_as_soon_as_nothing_is_open(sandbox: Sandbox) -> None:
    solver = by_formulation(RIGHT, RIGHT_LINES)
    truth = ground_truth(BOXES, services(sandbox, solver))
    assert (truth.status, truth.answer, len(solver.history)) == ("verified", "50", ROUND)


def test_disagreement_calls_for_the_second_formulation(sandbox: Sandbox) -> None:
    programs = iter([RIGHT, WRONG, RIGHT, WRONG])
    solver = ScriptedModel(lambda messages: next(programs) if "Python" in messages[0].text else RIGHT_LINES)
    truth = ground_truth(BOXES, services(sandbox, solver))
    assert (truth.status, truth.answer, len(solver.history)) == ("likely", "50", SAMPLES)


def test_formulations_that_contradict_each_other_verify_nothing(sandbox: Sandbox) -> None:
    solver = by_formulation(WRONG, RIGHT_LINES)
    programs = iter([WRONG, WRONG, WRONG, RIGHT])
    solver = ScriptedModel(lambda messages: next(programs) if "Python" in messages[0].text else RIGHT_LINES)
    assert ground_truth(BOXES, services(sandbox, solver)).status != "verified"


def test_what_programs_leave_out_keeps_the_truth_from_being_verified(sandbox: Sandbox) -> None:
    forgetful = "```python\ndef solution():\n    return 6 * 9\n```"
    truth = ground_truth(BOXES, services(sandbox, by_formulation(forgetful, "Pens: 6 * 9 = 54\nAnswer: 54")))
    assert (truth.status, truth.reasons) == ("likely", ('"4" is not used',))


def test_a_failing_program_goes_back_once_with_its_error(sandbox: Sandbox) -> None:
    broken = "```python\ndef solution():\n    return pens * 9\n```"
    replies = [broken, RIGHT, RIGHT, RIGHT, RIGHT]
    solver = ScriptedModel(replies)
    truth = ground_truth(BOXES, services(sandbox, solver))
    assert (truth.status, truth.votes[0].count) == ("verified", 4)
    assert "NameError" in solver.history[-1][-1].text


def test_a_program_that_fails_twice_is_lost(sandbox: Sandbox) -> None:
    broken = "```python\ndef solution():\n    return pens * 9\n```"
    truth = ground_truth(BOXES, services(sandbox, by_formulation(broken, "no idea")), samples=2)
    assert (truth.status, truth.votes[0].value, truth.votes[0].count) == ("unknown", None, 2)


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        (1, [("program", 1)]),
        (4, [("program", 4)]),
        (6, [("program", 4), ("lines", 2)]),
        (8, [("program", 4), ("lines", 4)]),
        (9, [("program", 4), ("lines", 4), ("program", 1)]),
    ],
)
def test_rounds(samples: int, expected: list[tuple[str, int]]) -> None:
    assert list(rounds(samples)) == expected


def test_a_solver_that_fails_leaves_the_truth_unknown(sandbox: Sandbox) -> None:
    truth = ground_truth(BOXES, services(sandbox, ScriptedModel([ModelError("out of memory")])))
    assert (truth.status, truth.note) == ("unknown", "the solver failed")


def test_a_problem_is_worked_out_once(sandbox: Sandbox) -> None:
    solver = by_formulation(RIGHT, RIGHT_LINES)
    shared = services(sandbox, solver)
    first = ground_truth(BOXES, shared)
    assert ground_truth(BOXES, shared) == first
    assert len(solver.history) == ROUND


def test_each_part_has_its_own_truth(sandbox: Sandbox) -> None:
    problem = "Ana has 12 pens. (a) What is 3/4 of 12? (b) What is 25% of 12?"
    truth = ground_truth(problem, services(sandbox, by_formulation("none", "none")))
    assert (truth.status, truth.answer, len(truth.parts)) == ("unknown", None, 2)


def test_parts_are_solved_one_by_one(sandbox: Sandbox) -> None:
    problem = "What is 3/4 of 20? What is 25% of 80?"
    truth = ground_truth(problem, services(sandbox, None))
    assert [(part.status, part.answer) for part in truth.parts] == [("verified", "15"), ("verified", "20")]


def test_a_choice_is_a_letter_and_a_value(sandbox: Sandbox) -> None:
    truth = ground_truth("What is 3/4 of 20? A) 12 B) 15 C) 18", services(sandbox, None))
    assert (truth.status, truth.answer, truth.choice) == ("verified", "15", "B")


@pytest.mark.parametrize("choices", ["A) 12 B) 14 C) 18", "A) 15 B) 15.0 C) 18"])
def test_choices_that_do_not_fit_are_said_to(sandbox: Sandbox, choices: str) -> None:
    truth = ground_truth(f"What is 3/4 of 20? {choices}", services(sandbox, None))
    assert (truth.status, truth.answer) == ("unknown", None)


@pytest.mark.parametrize(
    ("teacher", "answer", "choice"), [("B", "7", "B"), ("(b)", "7", "B"), ("34", "34", "C"), ("9", "9", None)]
)
def test_a_teacher_may_name_a_choice(sandbox: Sandbox, teacher: str, answer: str, choice: str | None) -> None:
    truth = ground_truth("What is 3 × 4? A) 12 B) 7 C) 34", services(sandbox, None), teacher)
    assert (truth.status, truth.answer, truth.choice) == ("verified", answer, choice)


@pytest.mark.parametrize("teacher", ["50", "50 pens", "fifty", "100/2"])
def test_a_teachers_answer_in_any_form_is_the_truth(sandbox: Sandbox, teacher: str) -> None:
    truth = ground_truth(BOXES, services(sandbox, by_formulation(RIGHT, RIGHT_LINES)), teacher)
    assert (truth.status, truth.steps != ()) == ("verified", True)


def test_disagreement_with_the_teacher_is_reported(sandbox: Sandbox) -> None:
    truth = ground_truth(BOXES, services(sandbox, by_formulation(RIGHT, RIGHT_LINES)), "48")
    assert (truth.answer, truth.note) == ("48", "the teacher's answer; our own programs disagree")


def test_a_program_that_was_outvoted_gives_the_steps_to_the_teachers_answer(sandbox: Sandbox) -> None:
    programs = iter([RIGHT])
    solver = ScriptedModel(
        lambda messages: (
            next(programs, WRONG) if "Python" in messages[0].text else "All: 6 + 9 - 4 = 11\nAnswer: 11"
        )
    )
    truth = ground_truth(BOXES, services(sandbox, solver), "50")
    assert (truth.answer, [step.value for step in truth.steps]) == ("50", ["54", "50"])
    assert truth.note == "the teacher's answer; 1 of 8 programs come to it"


def guess(messages: Sequence[BaseMessage]) -> str:
    """A solver that is always sure: it takes away whatever numbers it sees."""
    numbers = [word.strip("$.,:%") for word in messages[-1].text.split()]
    used = [number for number in numbers if number.isdigit()] or ["7"]
    first, *rest = used
    if "Python" in messages[0].text:
        return f"```python\ndef solution():\n    return {' - '.join([first, *rest])}\n```"
    return f"Result: {' - '.join([first, *rest])} = 0\nAnswer: 0"


@pytest.mark.parametrize("problem", [*MISSING, *NOTHING_ASKED, *TWO_QUESTIONS, *NO_MATHS])
def test_a_broken_problem_is_never_verified(sandbox: Sandbox, problem: str) -> None:
    truth = ground_truth(problem, services(sandbox, ScriptedModel(guess)))
    assert truth.status != "verified"
