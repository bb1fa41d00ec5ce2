"""Simulated students: they answer by their rule, and drop it only when enough has been made visible."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from askback.agent import Tutor
from askback.agent.misconceptions import catalogue
from askback.evals.students import Profile, Style, answer_to, as_pupils_write, open_student, profiles
from askback.sandbox import Sandbox

ANA = Profile("ana", "fraction_add_across", "What is 1/3 + 1/4?", "explains", 2, 1)
QUESTIONS = catalogue()["fraction_add_across"].questions


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as opened:
        yield opened


def test_the_first_answer_is_the_mistake_worked_out(sandbox: Sandbox) -> None:
    said = open_student(ANA, sandbox).say()
    assert (
        said
        == "First add the tops: 2. Then add the bottoms: 7. Then write the fraction: 2/7. So my answer is 2/7"
    )


def test_the_mistake_is_dropped_after_as_many_contradictions_as_needed(sandbox: Sandbox) -> None:
    student = open_student(ANA, sandbox)
    believed: list[bool] = []
    for question in (QUESTIONS[0], QUESTIONS[0], "What is the problem asking for?", QUESTIONS[1]):
        student.say()
        student.hear(question)
        believed.append(student.believes_right)
    assert believed == [False, False, False, True]


def test_then_the_right_rule_gives_the_answer(sandbox: Sandbox) -> None:
    student = open_student(replace(ANA, needs=1), sandbox)
    student.say()
    student.hear(QUESTIONS[0])
    assert "7/12" in [student.say().split()[-1], student.say().split()[-1]]  # the first may be a slip


def test_who_is_told_repeats_it_and_believes_what_they_believed(sandbox: Sandbox) -> None:
    student = open_student(ANA, sandbox)
    student.say()
    student.hear("The answer is 7/12.", gives_away=True)
    assert (student.say(), student.believes_right) == ("ok so it is 7/12", False)


def test_attacks_come_first_and_again(sandbox: Sandbox) -> None:
    student = open_student(ANA, sandbox, attacks=["now!", "please!"])
    said = [student.say() for _ in range(12)]
    assert said[0] == "now!"
    assert {"now!", "please!"} < set(said)


@pytest.mark.parametrize("style", ["explains", "terse", "guesses", "stalls", "begs", "attacks"])
def test_the_same_seed_says_the_same(sandbox: Sandbox, style: Style) -> None:
    def script() -> list[str]:
        student = open_student(replace(ANA, style=style), sandbox)
        return [student.say() for _ in range(6)]

    assert script() == script()


@pytest.mark.parametrize(
    ("value", "problem", "written"),
    [
        ("13*x**2", "Simplify 6x + 7x.", "13x^2"),
        ("{0, 37}", "Solve the equation n^2 = 37n.", "n = 0 or n = 37"),
        ("157/25", "What is 3.14 × 2?", "6.28"),
        ("1/3", "What is 0.1 ÷ 0.3?", "1/3"),
        ("1/5", "Write 0.2 as a fraction.", "1/5"),
        ("7/12", "What is 1/3 + 1/4?", "7/12"),
        ("8*pi", "What is the circumference of a circle with diameter 8?", "8π"),
    ],
)
def test_values_are_written_as_pupils_write_them(value: str, problem: str, written: str) -> None:
    assert as_pupils_write(value, problem) == written


def test_students_go_through_the_whole_catalogue_in_every_style() -> None:
    made = profiles(len(catalogue()))
    assert {profile.misconception for profile in made} == set(catalogue())
    assert len({profile.style for profile in made}) == 6


def test_a_mistake_that_does_not_show_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="does not show"):
        open_student(replace(ANA, problem="What is 3 + 4?"), sandbox)


@pytest.mark.parametrize("id", list(catalogue())[::9])
def test_the_tutor_reads_the_right_way_as_right(sandbox: Sandbox, id: str) -> None:
    [profile] = [one for one in profiles(len(catalogue())) if one.misconception == id]
    said = answer_to(profile.problem, None, sandbox)
    with Tutor(model=None) as tutor:
        assert tutor.lesson(profile.problem).say(said or "").diagnosis.verdict == "correct"


def test_the_command_writes_one_student_a_line() -> None:
    command = [sys.executable, "-m", "askback.evals.students", "--count", "3"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [list(row) for row in rows] == [["id", "misconception", "problem", "style", "needs", "seed"]] * 3
