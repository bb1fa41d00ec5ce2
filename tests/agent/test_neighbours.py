"""Programs one edit away: what they compute, run in the sandbox, and when an edit may be named."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from askback.agent.neighbours import EDITS, MAX_NEIGHBOURS, WORDS, explained, neighbours
from askback.sandbox import Sandbox

SHOP = "price = 3\npens = 4\nbook = 5\nall_pens = price * pens\nanswer = all_pens + book\n"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


def edits_for(sandbox: Sandbox, *wrong: int) -> list[str]:
    made = neighbours(SHOP, given=[Fraction(7)])
    assert made is not None
    [outcome] = sandbox.run_many([made.bundle])
    assert (outcome.status, outcome.error) == ("ok", "")
    return list(explained(made.edits, outcome.value, [Fraction(value) for value in wrong]))


@pytest.mark.parametrize(
    ("wrong", "edit"),
    [
        ((7, 12), "other_operation"),  # 3 + 4, then + 5
        ((21, 26), "other_number"),  # 3 x 7, then + 5
        ((60, 65), "one_too_many"),  # 3 x 4 x 5, then + 5
    ],
)
def test_an_edit_that_gives_both_wrong_values(sandbox: Sandbox, wrong: tuple[int, ...], edit: str) -> None:
    assert edit in edits_for(sandbox, *wrong)


def test_values_that_do_not_belong_together_are_not_explained(sandbox: Sandbox) -> None:
    assert edits_for(sandbox, 97, 211) == []


def test_one_wrong_value_is_no_evidence(sandbox: Sandbox) -> None:
    assert edits_for(sandbox, 7) == []


@pytest.mark.parametrize("source", ["x = 1\nx = x + 1\n", "for i in [1]:\n    pass\n", "answer = (", ""])
def test_programs_that_are_no_list_of_steps_have_none(source: str) -> None:
    assert neighbours(source) is None


def test_there_are_never_too_many() -> None:
    lines = ["a0 = 2"] + [f"a{n} = a{n - 1} * {n} + {n + 1}" for n in range(1, 20)]
    made = neighbours("\n".join(lines))
    assert made is not None
    assert len(made.edits) == MAX_NEIGHBOURS


def test_every_edit_has_words_that_hedge_and_tell_no_number() -> None:
    assert set(WORDS) == set(EDITS)
    assert all(text.startswith("You may have") and not any(map(str.isdigit, text)) for text in WORDS.values())
