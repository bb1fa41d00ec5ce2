"""The problems rows are made of: every kind is there, drawing is repeatable, two programs agree."""

import ast
import random
import re
from collections import Counter
from dataclasses import replace

import pytest

from askback.agent.models import ScriptedModel
from askback.agent.solve import draw as draw_replies
from askback.agent.symbolic import KINDS, read_problem
from askback.agent.vote import Formulation
from askback.finetune.errors import draw_wrong
from askback.finetune.gsm8k import annotated_program
from askback.finetune.lessons import simulation
from askback.finetune.mutations import slip
from askback.finetune.problems import Problems, bases, draw
from askback.finetune.programs import disagreement
from askback.finetune.pupils import MISTAKES, MistakeKind, place_weights
from askback.finetune.stories import STORIES
from askback.finetune.written import as_code, as_lines, ending, solver_messages
from askback.sandbox import Sandbox


def test_there_is_a_base_problem_of_every_kind() -> None:
    assert set(bases()) == set(KINDS)


def test_drawing_is_repeatable() -> None:
    assert [draw(5, place) for place in range(20)] == [draw(5, place) for place in range(20)]
    first, again = ([draw_wrong(Problems(5), place) for place in range(20)] for _ in range(2))
    assert first == again


def test_every_story_runs_and_its_formula_agrees(sandbox: Sandbox) -> None:
    drawn = {posed.text: posed for posed in (draw(1, place) for place in range(400)) if posed.kind == "story"}
    taught = sandbox.run_many([posed.program.source for posed in drawn.values()])
    checked = sandbox.run_many([posed.second for posed in drawn.values()])
    assert len(drawn) > 5 * len(STORIES)
    assert [disagreement(*pair) for pair in zip(taught, checked, strict=True)] == [""] * len(drawn)


def test_no_story_is_read_as_a_plain_problem() -> None:
    assert all(
        read_problem(draw(1, place).text) is None for place in range(100) if draw(1, place).kind == "story"
    )


def test_solutions_are_written_as_the_solvers_prompts_show_them(sandbox: Sandbox) -> None:
    posed = next(posed for posed in (draw(2, place) for place in range(40)) if posed.kind == "story")
    right = sandbox.run(posed.program.source)
    lines = [*(as_lines(posed.program, right) or []), str(ending(right))]
    shown = solver_messages(posed.text, "lines")[2].text.splitlines()
    form = re.compile(r"[A-Z][\w ]*: [\d(].*|Answer: \d+")
    assert all(form.fullmatch(line) for line in (*shown, *lines)), lines
    code = solver_messages(posed.text, "program")[2].text
    for marks in ("```python\n", "def solution():", "    return ", "\n```"):
        assert marks in code
        assert marks in as_code(posed.program)


@pytest.mark.parametrize("formulation", ["program", "lines"])
def test_rows_show_what_the_tutor_shows_its_solver(formulation: Formulation, sandbox: Sandbox) -> None:
    model = ScriptedModel(["?"])
    services = replace(simulation(sandbox, 0), solver=model, solver_name="scripted")
    draw_replies("How many are left?", formulation, 1, services, 0)
    assert model.history == [solver_messages("How many are left?", formulation)]


SLIPS: list[MistakeKind] = ["misread", "amount", "calculation"]


@pytest.mark.parametrize("kind", SLIPS)
def test_a_slip_changes_one_step_only(kind: MistakeKind) -> None:
    made = 0
    for place in range(60):
        program = draw(2, place).program
        slipped = slip(program, kind, random.Random(place))
        if slipped is not None:
            made += 1
            # Brackets and quotes that change nothing are no change.
            before = ast.unparse(ast.parse(program.source)).splitlines()
            after = ast.unparse(ast.parse(slipped.program.source)).splitlines()
            assert len(before) == len(after)
            steps = len(program.plan) + 1  # and the line that returns
            changed = [
                line for line, other in zip(before[-steps:], after[-steps:], strict=True) if line != other
            ]
            assert len(changed) == 1
    assert made > 20


def test_who_goes_on_does_everything_right_first(sandbox: Sandbox) -> None:
    posed = next(posed for posed in (draw(2, place) for place in range(40)) if posed.kind == "story")
    slipped = slip(posed.program, "went on", random.Random(0))
    assert slipped is not None
    right, astray = sandbox.run_many([posed.program.source, slipped.program.source])
    assert right.value in [step.value for step in astray.steps]
    assert slipped.program.plan[: len(posed.program.plan)] == posed.program.plan


def test_mistakes_come_as_often_as_pupils_make_them() -> None:
    problems, n = Problems(1), 600
    counted = Counter(draw_wrong(problems, number)[1].kind for number in range(n))
    for kind, seen in MISTAKES.items():
        share = seen / sum(MISTAKES.values())
        assert abs(counted[kind] / n - share) < 4 * (share * (1 - share) / n) ** 0.5, kind


@pytest.mark.parametrize("steps", range(1, 6))
def test_there_is_a_weight_for_every_step(steps: int) -> None:
    assert len(place_weights(steps)) == steps
    assert all(weight > 0 for weight in place_weights(steps))


# Invented for this test, in the published form.
ANNOTATED = [
    (
        "Mo has 4 bags of 12 nuts and eats 6. How many?",
        "4*12=<<4*12=48>>48 nuts\n48-6=<<48-6=42>>42 left\n#### 42",
        42,
    ),
    ("A pen is $1.50. What do 4 cost?", "He pays 4*1.5=$<<4*1.5=6>>6\n#### 6", 6),
    ("Half of 30 and 5 more?", "30/2=<<30/2=15>>15\n15+5=<<15+5=20>>20\n#### 20", 20),
    ("20% of 80 is lost.", "80*20%=<<80*20*.01=16>>16 lost\n80-16=<<80-16=64>>64\n#### 64", 64),
]


@pytest.mark.parametrize(("question", "answer", "value"), ANNOTATED, ids=[row[0] for row in ANNOTATED])
def test_marked_calculations_become_a_program(
    question: str, answer: str, value: int, sandbox: Sandbox
) -> None:
    program = annotated_program(question, answer)
    assert program is not None
    outcome = sandbox.run(program.source)
    assert outcome.value == value, outcome.error


def test_a_result_is_used_by_its_name() -> None:
    program = annotated_program(ANNOTATED[0][0], ANNOTATED[0][1])
    assert program is not None
    assert program.source.splitlines()[-2].strip() == "left = nuts - 6"


@pytest.mark.parametrize("mark", ["<<import os=1>>", "<<2**9=512>>", "<<a+b=3>>", "<<(=1>>", "", "<<1/0=q>>"])
def test_what_is_no_plain_arithmetic_makes_no_program(mark: str) -> None:
    assert annotated_program("Q", f"It is {mark}1\n#### 1") is None
