"""Programs are taken out of replies: functions as they stand, worked lines as assignments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askback.agent.programs import plan_of, read_lines, read_program
from askback.sandbox import Sandbox, render


def answer_of(text: str) -> str | None:
    program = read_lines(text)
    if program is None:
        return None
    with Sandbox() as sandbox:
        outcome = sandbox.run(program.source)
    assert outcome.status == "ok", outcome.error
    value = outcome.value
    return render(round(value) if isinstance(value, float) and value.is_integer() else value)


def test_a_program_is_taken_out_of_a_reply() -> None:
    program = read_program(
        "Plan:\n1. Multiply.\n2. Add.\n```python\ndef solution():\n    return 3 * 4 + 5\n```\nDone."
    )
    assert program is not None
    assert (program.plan, program.source) == (
        ("Multiply.", "Add."),
        "def solution():\n    return 3 * 4 + 5\n",
    )


@pytest.mark.parametrize("text", ["", "The answer is 17.", "```python\nprint(17)\n```"])
def test_talk_is_no_program(text: str) -> None:
    assert read_program(text) is None


def test_a_program_without_a_plan_gets_one_of_its_own_steps() -> None:
    program = read_program(
        "```python\ndef solution():\n    pens = 4\n    sold = pens * 3 / 2\n    return sold - 1\n```"
    )
    assert program is not None
    assert program.plan == ("sold: (pens times 3) divided by 2",)


@pytest.mark.parametrize("source", ["def solution(:", "x = " + "(" * 5000, ""])
def test_an_unreadable_program_has_no_plan(source: str) -> None:
    assert plan_of(source) == ()


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Rolls: 6 * 8 = 48\nSold: 48 * 3 / 4 = 36\nAnswer: 36", "36"),
        ("1. Rolls: 6 * 8 = 48\n2. Sold: 48 / 2 = 24\n\nAnswer: **24**", "24"),
        ("- Pay: $12.50 * 4 = $50\nThe answer is $50.", "50"),
        ("Hours: 90 minutes / 60 = 1.5 hours\nMiles: 1.5 * 40 = 60 miles\nAnswer: 60 miles", "60"),
        ("Sheep: 41\nGoats: (Sheep - 5) / 3 = 12\nAnswer: 12", "12"),
        ("Off: 25% * 80 = 20\nPrice: 80 - 20 = 60\nAnswer: 60", "60"),
        ("Half: 1/2 * 9 = 4.5\nTwice: 4.5 x 2 = 9\nAnswer: 9", "9"),
        ("Cost: 1,000 * 2 = 2,000\nAnswer: 2000", "2000"),
    ],
)
def test_worked_lines_become_a_program(text: str, answer: str) -> None:
    assert answer_of(text) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Rolls: 6 * 8 = 46\nSold: 46 / 2 = 23\nAnswer: 23", "24"),
        ("Rolls: 6 * 8 = 46\nAnswer: 46", "48"),
    ],
)
def test_a_slip_in_a_line_does_not_reach_the_answer(text: str, answer: str) -> None:
    assert answer_of(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I do not know.",
        "Rolls: 6 * 8 = 48",  # never says what the answer is
        "Rolls: 6 * 8 = 48\nAnswer: 7",  # an answer from nowhere
        "Answer: 12",
        "Time: 8 pm - 2 hours = 6 pm and so\nAnswer: six",
    ],
)
def test_lines_without_a_worked_answer_are_no_program(text: str) -> None:
    assert read_lines(text) is None


@pytest.mark.parametrize(
    "label", ["class", "if", "3 days", "Answer", "naïve × rate", "__import__('os')", "Fraction"]
)
def test_any_label_becomes_a_name(label: str) -> None:
    assert answer_of(f"x {label}: 2 * 3 = 6\nAnswer: 6") == "6"


def test_two_lines_of_one_label_are_two_steps() -> None:
    assert answer_of("Left: 10 - 2 = 8\nLeft: 8 - 3 = 5\nAnswer: 5") == "5"


@given(st.text(alphabet="abAnswer:=0123456789+-*/(). \n%$", max_size=200))
def test_any_text_is_read_or_declined(text: str) -> None:
    program = read_lines(text)
    if program is not None:
        compile(program.source, "lines", "exec")


@given(
    st.lists(
        st.tuples(st.integers(1, 50), st.sampled_from("+*-"), st.integers(1, 50)), min_size=1, max_size=6
    )
)
def test_a_chain_of_lines_comes_to_what_it_says(steps: list[tuple[int, str, int]]) -> None:
    lines: list[str] = []
    total = 0
    for number, (first, sign, second) in enumerate(steps):
        left = first if number == 0 else total
        total = {"+": left + second, "*": left * second, "-": left - second}[sign]
        lines.append(
            f"Step {'abcdef'[number]}: {left if left >= 0 else f'({left})'} {sign} {second} = {total}"
        )
    program = read_lines("\n".join([*lines, f"Answer: {total}"]))
    assert program is not None
    scope: dict[str, object] = {}
    exec(program.source, scope)  # our own lines, not a model's
    assert scope["answer"] == total
