"""Every entry of the catalogue: its fields, examples, questions and diagnostics, and that it can be told apart."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from askback.agent.answers import same_answer
from askback.agent.check import Scene, judge
from askback.agent.leak import find_leaks
from askback.agent.misconceptions import Misconception, catalogue, hypotheses
from askback.agent.plain_words import hard_words, longest_sentence
from askback.agent.state import Diagnosis, GroundTruth, Move
from askback.agent.symbolic import KINDS, Problem, phrase, read_problem, solution
from askback.evals.catalogue import Trial, pupils, run, trials, unexplained
from askback.sandbox import Sandbox, render

ENTRIES = list(catalogue().values())
entries = pytest.mark.parametrize("entry", ENTRIES, ids=[entry.id for entry in ENTRIES])
PUPILS = Path(__file__).parents[2].parent / "shared" / "data" / "mae_misconceptions" / "misconceptions.jsonl"


@cache
def diagnostics(id: str) -> tuple[Problem, ...]:
    """The entry's first twenty problems; making them takes most of the time."""
    return tuple(catalogue()[id].diagnostic(seed) for seed in range(20))


def read(text: str) -> Problem:
    problem = read_problem(text)
    assert problem is not None, text
    return problem


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(zygotes=2) as opened:
        yield opened


@pytest.fixture(scope="module")
def answers(sandbox: Sandbox) -> dict[str, Any]:
    """What every program says that a test asks about, run in one batch: by its source."""
    problems = [(entry, read(text)) for entry in ENTRIES for text, _ in entry.examples]
    problems += [(entry, problem) for entry in ENTRIES for problem in diagnostics(entry.id)]
    made = [(solution(problem), entry.wrong(problem)) for entry, problem in problems]
    return run(sandbox, sorted({program.source for pair in made for program in pair if program is not None}))


@pytest.fixture(scope="module")
def made(sandbox: Sandbox) -> list[Trial]:
    """Four problems for each entry that no other test sees."""
    return trials(sandbox, range(100, 104))


def wrong_answer(entry: Misconception, problem: Problem, answers: dict[str, Any]) -> str:
    program = entry.wrong(problem)
    assert program is not None
    assert program.origin == "symbolic"
    return render(answers[program.source])


def right_answer(problem: Problem, answers: dict[str, Any]) -> str:
    return render(answers[solution(problem).source])


# --- the catalogue as a whole ---------------------------------------------------------------------------------------


def test_the_catalogue_is_large() -> None:
    assert len(ENTRIES) >= 80


def test_every_grade_from_two_to_nine_has_entries() -> None:
    grades = {grade for entry in ENTRIES for grade in range(entry.grades[0], entry.grades[1] + 1)}
    assert grades == set(range(2, 10))


@pytest.mark.parametrize("field", ["name", "explanation", "examples"])
def test_no_two_entries_share(field: str) -> None:
    values = [getattr(entry, field) for entry in ENTRIES]
    assert [value for value in values if values.count(value) > 1] == []


def test_hypotheses_of_a_text_that_is_no_problem() -> None:
    assert hypotheses("Tell me about your day.") == []


def test_hypotheses_are_found_quickly(least_seconds: Callable[[Callable[[], object]], float]) -> None:
    texts = [text for entry in ENTRIES for text, _ in entry.examples]
    assert least_seconds(lambda: [hypotheses(text) for text in texts]) / len(texts) < 0.005


# --- each entry -----------------------------------------------------------------------------------------------------


@entries
def test_fields(entry: Misconception) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)+", entry.id)
    assert 2 <= entry.grades[0] <= entry.grades[1] <= 9
    assert re.search(r"\b(?:19|20)\d\d\b", entry.source), "a source has a year"
    assert entry.wrong.kinds <= KINDS.keys()
    assert len(entry.questions) >= 4
    assert len(set(entry.questions)) == len(entry.questions)
    assert len(entry.examples) >= 2


@entries
def test_the_explanation_is_one_hedged_sentence_without_numbers(entry: Misconception) -> None:
    assert re.fullmatch(r"You may have [^.?!\d]+\.", entry.explanation)


@entries
def test_its_words_fit_its_lowest_grade(entry: Misconception) -> None:
    grade = entry.grades[0]
    for text in (entry.explanation, *entry.questions):
        assert (hard_words(text, grade), longest_sentence(text) <= 16 + grade) == ([], True)


@entries
def test_other_problems_are_left_alone(entry: Misconception) -> None:
    texts = ["What is 58 + 37?", "What is 1/3 + 1/4?", "Solve 3x + 4 = 28.", "What is 20% of 80?"]
    others = [problem for text in texts if (problem := read(text)).kind not in entry.wrong.kinds]
    assert len(others) >= 3
    assert [entry.wrong(problem) for problem in others] == [None] * len(others)


@entries
def test_examples_come_out_as_stated(entry: Misconception, answers: dict[str, Any]) -> None:
    for text, stated in entry.examples:
        assert same_answer(wrong_answer(entry, read(text), answers), stated), text


@entries
def test_examples_are_wrong(entry: Misconception, answers: dict[str, Any]) -> None:
    for text, stated in entry.examples:
        assert not same_answer(right_answer(read(text), answers), stated), text


@entries
def test_questions_pass_the_gate(entry: Misconception, answers: dict[str, Any]) -> None:
    for text, stated in entry.examples:
        right = right_answer(read(text), answers)
        for question in entry.questions:
            line = question.replace("$quote", stated)
            scene = Scene(
                problem=text,
                said=(f"I got {stated}",),
                replies=(),
                line=line,
                move=Move(principle="questioning", rung="point", goal="help"),
                diagnosis=Diagnosis(verdict="misconception", intent="attempt", misconception=entry.id),
                grade=entry.grades[0],
                truth=GroundTruth(status="verified", answer=right),
            )
            # Held to the model's standard too: words for the grade, form, tone, nothing about right or wrong.
            failed = [item.name for item in judge(line, scene) if not item.passed]
            assert failed == [], question


@entries
def test_questions_give_no_diagnostic_away(entry: Misconception, answers: dict[str, Any]) -> None:
    for problem in diagnostics(entry.id)[:6]:
        wrong, right = wrong_answer(entry, problem, answers), right_answer(problem, answers)
        for question in entry.questions:
            line = question.replace("$quote", wrong)
            assert find_leaks(line, right, phrase(problem), [f"I got {wrong}"]) == [], (question, right)


@entries
def test_diagnostics_tell_the_mistake_from_the_right_rule(
    entry: Misconception, answers: dict[str, Any]
) -> None:
    for problem in diagnostics(entry.id):
        assert not same_answer(wrong_answer(entry, problem, answers), right_answer(problem, answers)), problem


@entries
def test_diagnostics_repeat_and_vary(entry: Misconception) -> None:
    problems = diagnostics(entry.id)
    assert problems[0] == entry.diagnostic(0)
    assert len({problem.given for problem in problems}) >= 4


@entries
def test_diagnostics_are_read_back_from_their_words(entry: Misconception) -> None:
    for problem in diagnostics(entry.id):
        assert read_problem(phrase(problem)) == problem


# --- told apart -----------------------------------------------------------------------------------------------------


def test_mistakes_are_recovered_in_the_top_three(made: list[Trial]) -> None:
    lost = [(trial.entry, trial.text, trial.named) for trial in made if (trial.rank or 99) > 3]
    assert len(lost) <= 0.01 * len(made), lost


def test_mistakes_are_recovered_first(made: list[Trial]) -> None:
    later = [(trial.entry, trial.text, trial.named) for trial in made if trial.rank != 1]
    assert len(later) <= 0.1 * len(made), later


def test_all_entries_that_give_the_same_number_are_named(made: list[Trial]) -> None:
    for trial in made:
        assert len(set(trial.named)) == len(trial.named)
        assert trial.entry in trial.named
    assert any(len(trial.named) > 1 for trial in made)


def test_random_wrong_numbers_are_unknown(made: list[Trial]) -> None:
    outcomes = [unknown for _, unknown in unexplained(made)]
    assert len(outcomes) > 300
    assert sum(outcomes) >= 0.95 * len(outcomes)


@pytest.mark.shared_data
@pytest.mark.skipif(not PUPILS.exists(), reason="needs the public data sets beside the checkout")
def test_pupils_answers_are_diagnosed(sandbox: Sandbox) -> None:
    rows = pupils(sandbox, PUPILS)
    assert len(rows) == 91
    assert sum(bool(row.named) for row in rows) >= 20
