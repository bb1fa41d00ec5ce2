import pytest

from askback.evals.case import NOT_ASKED, Case, Json
from askback.evals.tasks.quantities import digits, found, precision, recall, whole_phrase

CASE = Case("1", "5 cm and 2 and 2", [["5", "cm"], ["2", None], ["2", None]], {"language": "en"})


@pytest.mark.parametrize(
    ("output", "share_found_stated", "share_stated_found"),
    [
        ([["2", None], ["5", "cm"], ["2", None]], 1, 1),
        ([["5", "cm"], ["2", None]], 1, 2 / 3),
        ([["5", None], ["2", None], ["2", None]], 2 / 3, 2 / 3),
        ([["5", "cm"], ["2", None], ["2", None], ["7", None]], 3 / 4, 1),
    ],
)
def test_shares_count_each_quantity_with_its_unit(
    output: Json, share_found_stated: float, share_stated_found: float
) -> None:
    assert precision(CASE, output).value == pytest.approx(share_found_stated)
    assert recall(CASE, output).value == pytest.approx(share_stated_found)
    assert (precision(CASE, output).weight, recall(CASE, output).weight) == (len(output), 3)


def test_precision_is_not_asked_where_nothing_is_found() -> None:
    assert precision(CASE, []) == NOT_ASKED


def test_recall_is_not_asked_where_nothing_is_stated() -> None:
    assert recall(Case("1", "hello", []), []) == NOT_ASKED


def test_a_whole_phrase_needs_every_quantity_and_no_other() -> None:
    assert whole_phrase(CASE, CASE.target).value == 1
    assert whole_phrase(CASE, CASE.target[:2]).value == 0


def test_reasons_name_what_was_missed_and_what_was_not_stated() -> None:
    output = [["5", "cm"], ["7", None]]
    assert "('2', None)" in recall(CASE, output).reason
    assert "('7', None)" in precision(CASE, output).reason


def test_the_reader_of_quantities_is_what_is_measured() -> None:
    assert found(CASE) == CASE.target


@pytest.mark.parametrize(
    ("text", "value"), [("x = 3 or x = -2", "{-2, 3}"), ("the point (2, 5)", "(2, 5)"), ("yes", "true")]
)
def test_values_are_written_as_in_the_data(text: str, value: str) -> None:
    assert found(Case("1", text, [], {"language": "en"})) == [[value, None]]


def test_the_language_of_the_phrase_is_passed_on() -> None:
    assert found(Case("1", "drei", [], {"language": "de"})) == [["3", None]]


def test_digits_are_exact_values_without_units() -> None:
    assert digits(Case("1", "-1,200.50 cm and three", [])) == [["-2401/2", None]]
