import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askback.agent.leak import Leak, Secret, find_leaks
from askback.agent.quantities import find_quantities

LeastSeconds = Callable[[Callable[[], object]], float]
ROWS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "leaks.jsonl").read_text("utf-8").splitlines()
]


def leaks_of(row: dict[str, Any]) -> list[Leak]:
    return find_leaks(
        row["text"],
        row["answer"],
        row["problem"],
        row.get("said", ()),
        replies=row.get("replies", ()),
        steps=row.get("steps", ()),
    )


def test_the_table_is_large_and_half_of_it_must_pass() -> None:
    near_misses = sum(not row["leaks"] for row in ROWS)
    assert len(ROWS) >= 600
    assert 0.45 <= near_misses / len(ROWS) <= 0.55


@pytest.mark.parametrize("row", ROWS, ids=[f"{number}-{row['text'][:40]}" for number, row in enumerate(ROWS)])
def test_table(row: dict[str, Any]) -> None:
    kinds = {leak.kind for leak in leaks_of(row)}
    if row["leaks"]:
        assert set(row["leaks"]) <= kinds
    else:
        assert not kinds


def test_the_reason_never_holds_a_number_or_the_answer() -> None:
    reasons = {leak.why for row in ROWS for leak in leaks_of(row)}
    assert len(reasons) >= 8
    for reason in reasons:
        assert not any(character.isdigit() for character in reason)
        assert find_quantities(reason) == []


def test_the_span_is_the_words_that_leak() -> None:
    text = "Look: it comes to 7/12, right?"
    (leak,) = find_leaks(text, "7/12")
    assert text[slice(*leak.span)] == "7/12"


def test_the_most_serious_leak_comes_first() -> None:
    found = find_leaks("It starts with a 4 and ends with a 3: 43.", "43")
    assert [leak.kind for leak in found] == ["answer", "piecewise", "piecewise"]


def test_a_secret_made_once_gives_the_same_leaks() -> None:
    for row in ROWS[::10]:
        secret = Secret.of(row["answer"], row["problem"], row.get("steps", ()))
        again = find_leaks(row["text"], secret, said=row.get("said", ()), replies=row.get("replies", ()))
        assert again == leaks_of(row)


def test_a_secret_does_not_show_the_answer() -> None:
    assert "7/12" not in repr(Secret.of("7/12", "What is 1/3 + 1/4?"))


@pytest.mark.parametrize("answer", ["", "   ", "the student explains the rule", "a square"])
def test_an_answer_without_a_value_leaks_only_as_words(answer: str) -> None:
    assert find_leaks("What would you do first with the 3 and the 4?", answer, "What is 3 + 4?") == []


@given(
    number=st.integers(13, 99_999),
    frame=st.sampled_from(["It is {}.", "Is it {}?", "so {} then", "Try {} now."]),
)
@settings(max_examples=200, deadline=None)
def test_a_new_number_equal_to_the_answer_always_leaks(number: int, frame: str) -> None:
    assert find_leaks(frame.format(number), str(number), "Solve it.")


@given(number=st.integers(13, 99_999), other=st.integers(13, 99_999))
@settings(max_examples=200, deadline=None)
def test_another_number_is_no_answer(number: int, other: int) -> None:
    kinds = {leak.kind for leak in find_leaks(f"Why did you write {other} there?", str(number), "Solve it.")}
    assert ("answer" in kinds) == (number == other)


@given(given_number=st.integers(13, 9999))
@settings(max_examples=100, deadline=None)
def test_a_given_number_may_be_named_but_not_called_the_answer(given_number: int) -> None:
    problem = f"A tank holds {given_number} fish. Some fish leave and as many come. How many fish are in it?"
    answer = str(given_number)
    assert find_leaks(f"What does the {given_number} in the problem tell you?", answer, problem) == []
    assert find_leaks(f"So the answer is {given_number}.", answer, problem)


# --- no crash, no waiting --------------------------------------------------------------------------------------------

PIECES = [
    *"0123456789.,:/*+-^=(){}%$√π½²\u200b\n'\"\\?!ABxI",
    *(
        " the answer is ",
        " so ",
        " you said ",
        " not ",
        " between ",
        " and ",
        " more than ",
        " starts with ",
        " half of ",
        " twice ",
    ),
    *(
        "\\frac{",
        " yes",
        " correct",
        " numerator ",
        " one",
        " twelve",
        " digit ",
        " is ",
        " larger",
        " 12",
        " 11",
        " 13",
        "t-w-e-",
    ),
]


def test_ten_thousand_fuzzed_replies_neither_crash_nor_wait(least_seconds: LeastSeconds) -> None:
    generator = random.Random(4)
    secrets = [
        Secret.of(answer, "Ana has 24 pens and 1/3 of them are red.", ["24"])
        for answer in ("12", "7/12", "{-2, 3}", "B", "yes", "2*x + 10")
    ]

    def leaks(text: str, secret: Secret) -> list[Leak]:
        return find_leaks(text, secret, said=("I got 11", "12?"), replies=("It is more than 10.",))

    slowest = (0.0, 0, "")
    for number in range(10_000):
        text = "".join(generator.choices(PIECES, k=generator.randrange(1, 30)))
        began = time.process_time()
        for leak in leaks(text, secrets[number % 6]):
            assert 0 <= leak.span[0] < leak.span[1] <= len(text)
        slowest = max(slowest, (time.process_time() - began, number % 6, text))
    assert least_seconds(lambda: leaks(slowest[2], secrets[slowest[1]])) < 0.25


@pytest.mark.parametrize(
    "unit",
    [
        "so the answer is 12 ",
        "12 ",
        "between 11 and 13 ",
        "half of 24 ",
        "yes, it is ",
        "you said ",
        "(",
        "t w e l v ",
    ],
)
def test_cost_is_linear_in_the_reply(unit: str, least_seconds: LeastSeconds) -> None:
    secret = Secret.of("12", "Anna has 24 stickers and gives half of them away. How many are left?")

    def seconds(size: int) -> float:
        return least_seconds(lambda: find_leaks(unit * (size // len(unit)), secret, said=("I got 24",)))

    assert seconds(80_000) < 8 * max(seconds(10_000), 0.005) * 5


@pytest.mark.parametrize(
    ("problem", "answer", "reply", "leaks"),
    [
        ("Is 51 prime?", "no", "51 is not prime.", True),
        ("Is 51 prime?", "no", "51 is prime.", True),
        ("Is 51 prime?", "no", "Which numbers divide 51?", False),
        ("Is 51 prime?", "no", 'Look at "Is 51 prime". What is a prime number?', False),
        ("Is 51 prime?", "no", "Think about whether 51 is prime. What could divide it?", False),
        ("Is 3/4 greater than 7/8?", "no", "So 3/4 is less than 7/8. Why?", True),
        ("Is 3/4 greater than 7/8?", "no", "How do 3/4 and 7/8 compare?", False),
        ("Is 432 divisible by 9?", "yes", "432 is divisible by 9.", True),
        ("Is 432 divisible by 9?", "yes", "What is the digit sum of 432?", False),
    ],
)
def test_a_statement_of_what_a_yes_or_no_problem_asks_leaks(
    problem: str, answer: str, reply: str, leaks: bool
) -> None:
    assert bool(find_leaks(reply, answer, problem=problem)) is leaks
