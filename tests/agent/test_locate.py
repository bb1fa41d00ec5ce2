"""The first wrong step, layer by layer, on work of our own."""

import pytest

from askback.agent.diagnose import read_student
from askback.agent.execute import settle
from askback.agent.locate import LAYERS, Known, Layer, locate, wrong_values
from askback.agent.state import GroundTruth, NamedValue, Program

DRIVE = "Nora rides 20 km an hour. She rides for 3 hours, rests for 30 minutes and rides for 2 hours more. How far?"
TRUTH = GroundTruth(
    status="verified",
    answer="100",
    steps=(NamedValue(name="hours", value="5"), NamedValue(name="answer", value="100")),
    programs=(Program(plan=(), source="hours = 3 + 2\nanswer = 20 * hours\n", origin="teacher"),),
)
FOUND: list[tuple[str, int | None, Layer | None]] = [
    ("3 + 2 = 5\n20 x 5 = 100 km", None, None),
    ("20 x 3 = 60\n20 x 2 = 40\n60 + 40 = 100 km", None, None),
    ("3 + 2 = 5\n20 x 5 = 110 km", 1, "slip"),
    ("20 + 3 = 23\n23 + 2 = 25 km", 0, "value"),
    ("20 x 3 = 60\n60 x 2 = 120 km", 0, "value"),
    ("3 + 2 = 5\nTherefore she rides 5 km", 1, "end"),
    ("Let x be the way.\nThen x / 20 = 6\nx = 120", 0, "unknown"),
    ("She rides for 7 hours.\n20 x 7 = 140", 0, "sentence"),
    ("100 because 3 + 2 = 5 and 20 x 5 = 100", None, None),
]


@pytest.mark.parametrize(("text", "step", "layer"), FOUND)
def test_first_wrong_step(text: str, step: int | None, layer: Layer | None) -> None:
    reading = read_student(text, DRIVE)
    finding = locate(reading.steps, reading.final, Known(TRUTH, DRIVE), finished=True)
    assert (finding and finding.step, finding and finding.layer) == (step, layer)


def test_without_other_paths_a_detour_is_held_against_the_student() -> None:
    text = "20 x 3 = 60\n20 x 2 = 40\n60 + 40 = 100\n100 + 1 = 101"
    reading = read_student(text, DRIVE)
    known = Known(TRUTH, DRIVE)
    both = [
        locate(reading.steps, reading.final, known, layers=layers) for layers in (LAYERS, LAYERS - {"path"})
    ]
    assert [finding and finding.step for finding in both] == [3, 0]


def test_an_answer_in_another_unit_of_the_problem_fits() -> None:
    problem = "A can holds 8 liters. Each of 30 glasses takes 200 ml. How many ml are left?"
    truth = GroundTruth(
        status="verified",
        answer="2000",
        steps=(NamedValue(name="glasses", value="6000"), NamedValue(name="answer", value="2000")),
    )
    reading = read_student("30 x 200 = 6000 ml\nThat is 6 liters, and 8 - 6 = 2 liters", problem)
    assert locate(reading.steps, reading.final, Known(truth, problem), finished=True) is None


def test_without_a_solution_only_a_slip_is_found() -> None:
    reading = read_student("20 + 3 = 23\n23 + 2 = 26", DRIVE)
    finding = locate(
        reading.steps, reading.final, Known(GroundTruth(status="unknown"), DRIVE), finished=False
    )
    assert finding is not None
    assert (finding.step, finding.layer) == (1, "slip")


def test_wrong_values_leave_out_what_another_way_passes() -> None:
    reading = read_student("20 x 3 = 60\n60 x 2 = 120\n120 + 1 = 121", DRIVE)
    assert wrong_values(reading.steps, Known(TRUTH, DRIVE)) == [120, 121]


SETTLED = [
    ("3 + 2 = 5\n20 x 5 = 100 km", "correct", None),
    ("3 + 2 = 6\n20 x 5 = 100 km", "partial", 0),
    ("3 + 2 = 5", "partial", None),
    ("3 + 2 = 5\nTherefore 5 km", "unknown", 1),
    ("3 + 2 = 5\nTherefore 5 km\n5", "unknown", 2),
    ("3 + 2 = 5\n20 x 5 = 120", "slip", 1),
    ("20 + 5 = 25", "unknown", 0),
    ("30", "unknown", 0),
]


@pytest.mark.parametrize(("text", "verdict", "step"), SETTLED)
def test_settled(text: str, verdict: str, step: int | None) -> None:
    diagnosis, _ = settle(read_student(text, DRIVE), TRUTH, DRIVE)
    assert (diagnosis.verdict, diagnosis.first_error_step) == (verdict, step)


def test_the_letter_of_the_right_choice_is_right() -> None:
    truth = TRUTH.model_copy(update={"choice": "B"})
    reading = read_student("100", DRIVE).model_copy(update={"final": "(b)"})
    assert settle(reading, truth, DRIVE)[0].verdict == "correct"


def test_an_edit_is_named_in_hedged_words() -> None:
    reading = read_student("20 + 5 = 25\n25 + 2 = 27", DRIVE)
    diagnosis, _ = settle(reading, TRUTH, DRIVE, edits=["other_operation"])
    assert diagnosis.explanation.startswith("You may have")
    assert not any(character.isdigit() for character in diagnosis.explanation)


def test_no_call_against_a_truth_that_is_only_likely() -> None:
    diagnosis, _ = settle(
        read_student("20 + 5 = 25", DRIVE), TRUTH.model_copy(update={"status": "likely"}), DRIVE
    )
    assert (diagnosis.verdict, diagnosis.first_error_step) == ("unknown", None)
