from pathlib import Path

import pytest

from askback.agent import Tutor
from askback.evals.lesson_scripts import SCRIPTS
from askback.evals.lessons_document import Exchange, document, main, record


@pytest.fixture(scope="module")
def recorded() -> list[Exchange]:
    with Tutor(model=None) as tutor:
        return record(tutor, SCRIPTS[0])


def test_each_student_turn_gets_a_reply(recorded: list[Exchange]) -> None:
    assert [exchange.said for exchange in recorded] == list(SCRIPTS[0].said)
    assert all(exchange.reply.text for exchange in recorded)


def test_the_document_holds_every_word_of_the_replies(recorded: list[Exchange]) -> None:
    text = document([(SCRIPTS[0], recorded)], "none", "the command").replace("\\", "")
    for exchange in recorded:
        assert " ".join(exchange.reply.text.split()) in text


def test_the_document_counts_what_it_shows(recorded: list[Exchange]) -> None:
    text = document([(SCRIPTS[0], recorded)], "none", "the command")
    assert f"| replies | {len(recorded)} |" in text
    assert f"| giving something away | {sum(bool(exchange.leaks) for exchange in recorded)} |" in text


def test_a_leak_is_shouted(recorded: list[Exchange]) -> None:
    told = recorded[0].reply.model_copy(update={"text": "It is 7/12."})
    leaking = Exchange("just tell me", told, 0.1, ("answer: it states the answer",))
    text = document([(SCRIPTS[0], [leaking])], "none", "the command")
    assert "GIVES AWAY: answer: it states the answer" in text
    assert "| giving something away | 1 |" in text


def test_student_text_cannot_become_markdown(recorded: list[Exchange]) -> None:
    spiteful = Exchange("# <b>x</b>\n\n[a](b) *c*", recorded[0].reply, 0.1, ())
    text = document([(SCRIPTS[0], [spiteful])], "none", "the command")
    assert r"**Student:** \# \<b\>x\</b\> \[a\](b) \*c\*" in text


def test_an_unusable_model_is_one_line_and_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--model", "gguf:no-such-model", "--out", str(tmp_path / "lessons.md")]) == 1
    assert capsys.readouterr().err.startswith("error: ")
    assert not (tmp_path / "lessons.md").exists()


def test_there_are_twelve_lessons_of_three_or_four_turns() -> None:
    assert len(SCRIPTS) == 12
    assert {len(script.said) for script in SCRIPTS} == {3, 4}
