from typing import Any

import pytest

from askback.evals.case import NOT_ASKED, Case, Score
from askback.evals.rows import inline
from askback.evals.run import measure
from askback.evals.tasks import TASKS
from askback.evals.tasks.leak import exact_number, exact_number_not_in_problem, gate, leak, precision, recall


def case(
    text: str, answer: str | None = "12", revealed: str = "nothing", problem: str = "3 nets of 4 balls"
) -> Case:
    asked: dict[str, Any] = {"text": text, "answer": answer, "problem": problem, "said": ["7"], "replies": []}
    return Case("1", asked, {"revealed": revealed}, {"worked_out": False})


def blocked(value: bool) -> dict[str, Any]:
    return {"blocked": value, "leaks": []}


@pytest.mark.parametrize(
    ("answer", "text", "found"),
    [
        ("12", "so it is 12.", True),
        ("12", "120 or 1.2 or 312", False),
        ("1200", "that makes 1,200", True),
        ("2,520,000", "that makes 2520000", True),
        ("3.50", "$3.5 each", True),
        ("12", "twelve", False),
        ("100", "it is 1", False),
    ],
)
def test_the_exact_number_detector(answer: str, text: str, found: bool) -> None:
    assert exact_number(case(text, answer))["blocked"] is found


def test_the_exact_number_not_in_the_problem() -> None:
    assert exact_number_not_in_problem(case("it is 4", "4"))["blocked"] is False
    assert exact_number(case("it is 4", "4"))["blocked"] is True


def test_the_gate_blocks_the_answer_and_says_which_words() -> None:
    output = gate(case("You get 12 balls."))
    assert output["blocked"] is True
    assert "12" in output["leaks"][0]["words"]
    assert output["leaks"][0]["why"]


def test_the_gate_lets_a_question_pass() -> None:
    assert gate(case("How many balls are in one net?")) == blocked(False)


@pytest.mark.parametrize("system", [gate, exact_number, exact_number_not_in_problem])
def test_without_an_answer_no_system_has_a_verdict(system: Any) -> None:
    assert system(case("hm", None)) is None


@pytest.mark.parametrize(
    ("revealed", "verdict", "found"),
    [
        ("answer", True, (1.0, 1.0)),
        ("answer", False, (None, 0.0)),
        ("nothing", True, (0.0, None)),
        ("nothing", False, (None, None)),
        ("wrong answer", True, (0.0, None)),
    ],
)
def test_precision_asks_about_the_blocked_and_recall_about_the_revealing(
    revealed: str, verdict: bool, found: tuple[float | None, float | None]
) -> None:
    def value(score: Score) -> float | None:
        return None if score == NOT_ASKED else score.value

    asked = case("so", revealed=revealed)
    assert (value(precision(asked, blocked(verdict))), value(recall(asked, blocked(verdict)))) == found


def scores_of_the_gate(name: str) -> list[Score]:
    task = leak(inline("examples", TASKS["leak"].examples))
    return [measure(task, place, case).scores["gate"][name] for place, case in enumerate(task.cases)]


def test_an_answer_worked_out_has_a_row_of_its_own() -> None:
    assert sum(score.weight for score in scores_of_the_gate("recall, answer worked out")) == 1


def test_a_case_without_any_answer_is_unscored() -> None:
    last = scores_of_the_gate("recall")[-1]
    assert (last.value, last.reason) == (None, "the data give no answer")


def test_the_majority_baseline_follows_the_labels() -> None:
    mostly_asking = leak(inline("examples", TASKS["leak"].examples[:1]))
    telling = {
        "response": "It is 12.",
        "annotation": {"Revealing_of_the_Answer": "Yes (and the answer is correct)"},
    }
    only_telling = leak(inline("ours", [TASKS["leak"].examples[0] | {"anno_llm_responses": {"A": telling}}]))
    found = [task.baselines["majority"](task.cases[0])["blocked"] for task in (mostly_asking, only_telling)]
    assert found == [False, True]


def test_unlabelled_dialogues_get_a_row_for_each_kind_of_turn() -> None:
    row = {
        "question": "3 nets of 4 balls. How many?",
        "ground_truth": "12",
        "student_incorrect_solution": "7",
        "conversation": "Teacher: (probing)Why 7?|EOM|Ida: I added|EOM|Teacher: (telling)It is 12",
    }
    task = leak(inline("ours", [row]))
    assert list(task.scorers) == ["passed", "passed, probing", "passed, telling"]
    first, second = (measure(task, place, case).scores["gate"] for place, case in enumerate(task.cases))
    assert (first["passed"].value, second["passed"].value) == (1.0, 0.0)
    assert (first["passed, telling"], second["passed, probing"]) == (NOT_ASKED, NOT_ASKED)
    assert "12" in second["passed"].reason
