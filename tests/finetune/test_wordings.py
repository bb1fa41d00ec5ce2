"""Replies written for the tutor's lines: every line has some, blanks are kept, and they differ."""

import re
from random import Random

import pytest

from askback.agent.bank import BANK, SAFE_QUESTIONS
from askback.agent.misconceptions import catalogue
from askback.agent.respond import CODE_ONLY
from askback.finetune.variety import alike_share, distinct_share, masked
from askback.finetune.wordings import replies, reword, split_sentences

QUESTIONS = {question for entry in catalogue().values() for question in entry.questions}
BY_CODE = {*CODE_ONLY, "example"}
LINES = {line for key, lines in BANK.items() if key.partition("/")[0] not in BY_CODE for line in lines}
BLANK = re.compile(r"\$(\w+)")


def test_nearly_every_line_a_model_words_has_wordings() -> None:
    known = replies().keys()
    assert len(QUESTIONS & known) >= 0.95 * len(QUESTIONS), sorted(QUESTIONS - known)
    assert len(LINES & known) >= 0.9 * len(LINES), sorted(LINES - known)


def test_each_question_that_has_wordings_is_asked() -> None:
    asked = {line for lines in BANK.values() for line in lines} | QUESTIONS | set(SAFE_QUESTIONS)
    parts = {part for line in asked for part in split_sentences(line)}
    assert {line for line in replies() if "?" in line} - asked - parts == set()


def test_there_are_two_thousand_wordings() -> None:
    assert len({wording for wordings in replies().values() for wording in wordings}) >= 2000


def test_a_wording_has_the_blanks_of_its_line_and_quotes_what_the_line_quotes() -> None:
    for line, wordings in replies().items():
        for wording in wordings:
            assert set(BLANK.findall(wording)) == set(BLANK.findall(line)), wording
            assert set(re.findall(r'"\$(\w+)"', wording)) == set(re.findall(r'"\$(\w+)"', line)), wording


def test_no_wording_stands_twice_under_a_line_or_is_the_line() -> None:
    for line, wordings in replies().items():
        assert len({line, *wordings}) == len(wordings) + 1, line


LONG = (
    'I hear you, and I will help you find it. You may have added only the tops. Look again at "1/2 + 1/3 = 2/5". '
    "What does the bottom number of each fraction tell you about the size of its pieces?"
)


def test_each_part_of_a_line_is_worded_on_its_own() -> None:
    said = {reword(LONG, "attempt", Random(draw)) for draw in range(60)}
    assert None not in said
    assert len(said) > 20
    assert all('"1/2 + 1/3 = 2/5"' in str(text) and "only the tops" in str(text) for text in said)


@pytest.mark.parametrize("line", ["What nobody asks?", ""])
def test_a_line_nobody_has_words_for_is_left_alone(line: str) -> None:
    assert reword(line, "attempt", Random(0)) is None


def test_variety_is_measured_without_quotes_and_numbers() -> None:
    same = ['Look at "1 + 1". What is it?', 'Look at "7 - 5". What is it?']
    assert masked(same[0]) == masked(same[1])
    assert alike_share(same) == 0.5
    assert distinct_share(same) == 0.5
    assert alike_share(["Where do you begin with this?", "How could a drawing help you here?"]) == 0.0
