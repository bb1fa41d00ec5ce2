"""The next problems: aimed at the mistake, solved before they are shown, easier and harder by measure."""

from collections.abc import Callable
from random import Random

import pytest

from askback.agent import Lesson, ScriptedModel, Tutor
from askback.agent.answers import same_answer
from askback.agent.execute import run_hypotheses
from askback.agent.follow_ups import follow_up_text
from askback.agent.misconceptions import catalogue
from askback.agent.practice import aimed_at, candidates, exercises, resized
from askback.agent.symbolic import KINDS, phrase, read_problem, solution

OpenTutor = Callable[..., Tutor]
WRONG = "I got 2/7, I added the tops and the bottoms"
RIGHT = "4/12 + 3/12 = 7/12"
PENS = "Ana has 12 crates with 9 pens in each, then loses 8 pens. How many pens stay with her?"
PROGRAM = "```python\ndef solution():\n    pens = 12 * 9\n    left = pens - 8\n    return left\n```"


def solved(tutor: Tutor, student: str | None = None) -> Lesson:
    lesson = tutor.lesson("What is 1/3 + 1/4?", student=student)
    lesson.say(WRONG)
    lesson.say(RIGHT)
    return lesson


def test_there_is_none_before_the_problem_is_solved(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("What is 1/3 + 1/4?")
    lesson.say(WRONG)
    assert lesson.practice() == ()


def test_the_first_is_aimed_at_the_mistake_the_student_made(open_tutor: OpenTutor) -> None:
    first = solved(open_tutor()).practice()[0]
    assert (first.level, first.misconception) == ("same", "fraction_add_across")


def test_only_the_levels_asked_for_are_worked_out(open_tutor: OpenTutor) -> None:
    made = solved(open_tutor()).practice("follow_up", "same")
    assert [exercise.level for exercise in made] == ["follow_up", "same"]


def test_an_exercise_begins_a_lesson(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    for exercise in solved(tutor).practice():
        reply = tutor.lesson(exercise.problem).say("idk")
        assert reply.diagnosis.truth_status == "verified"


def test_the_answers_lie_in_the_vault_alone(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    lesson = solved(tutor)
    for exercise in lesson.practice():
        answer = tutor.solve(exercise.problem).answer
        kept = tutor._services.store.secret(lesson.id, "practice") or ""  # pyright: ignore[reportPrivateUsage]
        assert f'"{answer}"' in kept
        assert answer not in exercise.model_dump().values()


def test_a_problem_the_student_has_had_is_not_offered_again(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    lesson = solved(tutor, student="ana")
    first = lesson.practice()[0]
    tutor.lesson(first.problem, student="ana")
    assert first.problem not in [exercise.problem for exercise in lesson.practice()]


@pytest.mark.parametrize("id", list(catalogue())[::7])
def test_the_mistake_and_the_right_rule_differ_on_what_is_aimed_at_it(open_tutor: OpenTutor, id: str) -> None:
    tutor = open_tutor()
    services = tutor._services  # pyright: ignore[reportPrivateUsage]
    problem = phrase(catalogue()[id].diagnostic(2))
    made = exercises(problem, id, services, seed=0)
    assert made
    for exercise, answer in made:
        assert tutor.solve(exercise.problem).answer == answer
        if exercise.misconception is not None:
            [(_, mistaken)] = run_hypotheses(exercise.problem, [id], services)
            assert mistaken is not None
            assert not same_answer(answer, mistaken)


def test_easier_has_fewer_and_harder_more_digits_to_handle(open_tutor: OpenTutor) -> None:
    services = open_tutor()._services  # pyright: ignore[reportPrivateUsage]
    made = exercises("Solve the equation 14x + 35 = 231.", None, services, seed=0)
    by_level = {exercise.level: exercise.problem for exercise, _ in made}

    def digits(text: str) -> int:
        return sum(char.isdigit() for char in text)

    assert digits(by_level["easier"]) < digits("14 35 231") < digits(by_level["harder"])


def test_a_follow_up_is_of_another_kind_or_asks_for_more(open_tutor: OpenTutor) -> None:
    services = open_tutor()._services  # pyright: ignore[reportPrivateUsage]
    [problem] = [
        e.problem for e, _ in exercises("What is 2/5 + 1/3?", None, services, 0) if e.level == "follow_up"
    ]
    assert read_problem(problem).kind == "mixed_addition"  # type: ignore[union-attr]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_follow_up_that_can_be_solved(kind: str) -> None:
    text = follow_up_text(kind)
    assert text is not None
    following = read_problem(text)
    assert following is not None
    assert solution(following).source


def test_the_same_seed_gives_the_same_candidates() -> None:
    problem = read_problem("What is 34 × 6?")
    assert problem is not None
    assert candidates(problem, None, "harder", 3) == candidates(problem, None, "harder", 3)


def test_a_text_nothing_reads_has_no_exercises(open_tutor: OpenTutor) -> None:
    services = open_tutor()._services  # pyright: ignore[reportPrivateUsage]
    assert exercises(PENS, None, services, 0) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("What is 5^2?", "^2?"),
        ("What is the area of a circle with radius 12? Use 3.14 for pi.", "Use 3.14 for pi."),
    ],
)
def test_exponents_and_pi_keep_their_value(text: str, kept: str) -> None:
    assert all(resized(text, Random(seed), larger=True).endswith(kept) for seed in range(20))


@pytest.mark.parametrize(
    ("named", "aim"),
    [([], None), ([None, "a"], "a"), (["a", "b", "a"], "a"), (["a", "b"], "b"), ([None], None)],
)
def test_practice_aims_at_the_mistake_made_most_often_and_then_last(
    named: list[str | None], aim: str | None
) -> None:
    assert aimed_at(named) == aim


def test_a_story_is_offered_with_other_numbers_that_its_programs_solved(open_tutor: OpenTutor) -> None:
    tutor = open_tutor(solver=ScriptedModel(lambda _: PROGRAM))
    lesson = tutor.lesson(PENS)
    lesson.say("12 x 9 = 108 and 108 - 8 = 100")
    [exercise] = lesson.practice()
    crates, pens, lost = (int(word) for word in exercise.problem.split() if word.isdigit())
    assert (exercise.level, exercise.problem.replace(str(crates), "12")) != ("same", PENS)
    assert tutor.solve(exercise.problem).answer == str(crates * pens - lost)
