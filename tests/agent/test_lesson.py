"""One turn from text to reply, over the real graph, sandbox and SQLite."""

import asyncio
import json
import logging
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, cast

import pytest

from askback.agent import (
    InputError,
    Lesson,
    LessonNotFoundError,
    ModelError,
    Progress,
    Reply,
    ScriptedModel,
    StoreError,
    TextDelta,
    Tutor,
)
from askback.agent.leak import find_leaks
from askback.agent.respond import as_in
from askback.agent.symbolic import read_problem

SUM = "What is 1/3 + 1/4?"
CRATES = "Ana has 12 crates with 9 pens in each, then loses 8 pens. How many pens stay with her?"
WRONG = "I got 2/7, I added the tops and the bottoms"
OpenTutor = Callable[..., Tutor]


def echo(messages: Any) -> str:
    """A writer that says the line it was given in slightly other words."""
    line = str(messages[-1].content).removeprefix("Line: ").splitlines()[0]
    return f"Thanks for that. {line}"


def test_a_step_on_the_way_to_a_wrong_answer_is_not_called_wrong_unless_it_is(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("What is 605 - 197?")
    found = lesson.say(
        "I work out the units and get 8. Then the tens and get 1. I write it down and get 418."
    )
    assert (found.diagnosis.verdict, found.diagnosis.first_error_step) == ("misconception", 2)


def test_a_question_about_the_answer_quotes_the_answer(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("What is 1/2 + 1/8?")
    lesson.say(
        "First I add the tops and get 2. Then I add the bottoms and get 10. Then I write it and get 1/5."
    )
    assert 'the bottom number in "1/5"' in lesson.say("I don't know").text


def test_the_readme_lines_work(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(SUM, id="ana-1", student="ana", grade=6)
    reply = lesson.say(WRONG)
    assert reply.text.endswith("?")
    assert reply.diagnosis.truth_status == "verified"
    assert all(check.passed for check in reply.checks)


def test_a_wrong_answer_is_never_met_with_the_right_one(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(SUM)
    said: list[str] = []
    for text in (WRONG, "idk", "just tell me the answer", "please", "is it 3/4?", "idk"):
        said.append(text)
        assert find_leaks(lesson.say(text).text, "7/12", SUM, said) == []


def test_a_right_answer_is_confirmed_at_once(open_tutor: OpenTutor) -> None:
    reply = open_tutor().lesson(SUM).say("4/12 + 3/12 = 7/12")
    assert (reply.diagnosis.verdict, reply.move.goal) == ("correct", "confirm")


def test_the_model_words_the_reply(open_tutor: OpenTutor) -> None:
    reply = open_tutor(ScriptedModel(echo)).lesson(SUM).say(WRONG)
    assert (reply.writer, reply.text[:16]) == ("model", "Thanks for that.")


def test_a_line_that_begins_kindly_is_not_begun_twice(open_tutor: OpenTutor) -> None:
    reply = open_tutor(ScriptedModel(echo)).lesson(SUM).say("idk")
    assert (reply.writer, reply.text[:13]) == ("code", "That is fine.")


def test_the_writer_never_sees_the_answer(open_tutor: OpenTutor) -> None:
    model = ScriptedModel(echo)
    lesson = open_tutor(model).lesson(SUM)
    for text in (WRONG, "idk", "idk", "idk"):
        lesson.say(text)
    prompts = "\n".join(str(message.content) for messages in model.history for message in messages)
    assert "7/12" not in prompts


def test_a_leaking_draft_is_never_sent(open_tutor: OpenTutor) -> None:
    lesson = open_tutor(ScriptedModel(lambda _: "It is 7/12, is it not?")).lesson(SUM)
    reply = lesson.say("idk")
    assert (reply.writer, "7/12" in reply.text) == ("code", False)


def test_a_refused_draft_is_written_again_with_the_reason(open_tutor: OpenTutor) -> None:
    model = ScriptedModel(echo_after(4, "The answer is 7/12."))
    reply = open_tutor(model).lesson(SUM).say(WRONG)
    assert (reply.writer, reply.drafts) == ("model", 2)
    assert "Not like before" in str(model.history[-1][-1].content)


def echo_after(count: int, first: str) -> Callable[[Any], str]:
    calls = iter([first] * count)
    return lambda messages: next(calls, None) or echo(messages)


def test_tries_are_bounded(open_tutor: OpenTutor) -> None:
    model = ScriptedModel(lambda _: "The answer is 7/12.")
    open_tutor(model).lesson(SUM).say("idk")
    assert len(model.history) == 2 * 4  # two tries of four drafts


def test_a_failing_writer_costs_only_its_words(
    open_tutor: OpenTutor, caplog: pytest.LogCaptureFixture
) -> None:
    model = ScriptedModel(lambda _: (_ for _ in ()).throw(RuntimeError("cable pulled")))
    with caplog.at_level(logging.WARNING):
        reply = open_tutor(model).lesson(SUM).say("idk")
    assert reply.writer == "code"
    assert "cable pulled" in caplog.text


def test_a_solver_votes_on_a_word_problem(open_tutor: OpenTutor) -> None:
    program = "```python\ndef solution():\n    pens = 12 * 9\n    left = pens - 8\n    return left\n```"
    tutor = open_tutor(solver=ScriptedModel(lambda _: program))
    truth = tutor.solve(CRATES)
    assert (truth.status, truth.answer, [step.name for step in truth.steps]) == (
        "verified",
        "100",
        ["pens", "left"],
    )


def test_a_solved_problem_is_not_solved_twice(open_tutor: OpenTutor) -> None:
    solver = ScriptedModel(lambda _: "```python\ndef solution():\n    return 12 * 9 - 8\n```")
    tutor = open_tutor(solver=solver)
    tutor.lesson(CRATES).say("idk")
    calls = len(solver.history)
    tutor.lesson(CRATES).say("idk")
    assert len(solver.history) == calls


def test_a_solver_that_failed_is_asked_again(open_tutor: OpenTutor) -> None:
    def fails_at_first(_: Any) -> str:
        if len(solver.history) == 1:
            raise ModelError("not now")
        return "```python\ndef solution():\n    return 12 * 9 - 8\n```"

    solver = ScriptedModel(fails_at_first)
    lesson = open_tutor(solver=solver).lesson(CRATES)
    truths = [lesson.say("I think it is 116").diagnosis.truth_status for _ in range(2)]
    assert truths == ["unknown", "verified"]


def test_without_agreement_nobody_is_called_wrong(open_tutor: OpenTutor) -> None:
    values = iter(range(1000))
    solver = ScriptedModel(lambda _: f"```python\ndef solution():\n    return {next(values)}\n```")
    diagnosis = open_tutor(solver=solver).lesson(CRATES).say("I think it is 116").diagnosis
    assert (diagnosis.verdict, diagnosis.truth_status, diagnosis.first_error_step) == (
        "unknown",
        "unknown",
        None,
    )


def test_a_likely_solution_calls_nobody_wrong_and_says_which_line_to_ask_about(open_tutor: OpenTutor) -> None:
    signs = iter("+" + 7 * "-")
    solver = ScriptedModel(
        lambda _: f"```python\ndef solution():\n    pens = 12 * 9\n    return pens {next(signs)} 8\n```"
    )
    reply = open_tutor(solver=solver).lesson(CRATES).say("12 * 9 = 108 pens, 108 / 8 = 13.5, 13.5 * 2 = 27")
    assert reply.diagnosis.truth_status == "likely"
    assert (reply.diagnosis.verdict, reply.diagnosis.first_error_step) == ("unknown", None)
    assert "108 / 8 = 13.5" in reply.text


def test_the_teachers_answer_wins(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("Ana has pens in 3 boxes. How many pens has she?", answer="36")
    assert lesson.say("I counted 36 pens").diagnosis.verdict == "correct"


@pytest.mark.parametrize("mode", ["values", "updates", "messages", "custom", "tasks", "debug", "checkpoints"])
def test_no_stream_of_the_graph_holds_the_answer(open_tutor: OpenTutor, mode: str) -> None:
    tutor = open_tutor(ScriptedModel(lambda _: "The sum is 7/12, or about 0.58."))
    lesson = tutor.lesson(SUM, answer="7/12")
    config = {"configurable": {"thread_id": lesson.id}}
    state = lesson._fresh_turn(WRONG)  # pyright: ignore[reportPrivateUsage]
    seen = [
        repr(chunk) for chunk in tutor.graph.stream(state, cast(Any, config), stream_mode=cast(Any, mode))
    ]
    assert not [chunk for chunk in seen if "7/12" in chunk or "Fraction(7, 12)" in chunk]
    assert seen or mode in ("messages", "custom")


def test_no_event_of_a_tracer_holds_the_answer(open_tutor: OpenTutor) -> None:
    tutor = open_tutor(ScriptedModel(lambda _: "The sum is 7/12."))
    lesson = tutor.lesson(SUM, answer="7/12")
    state = lesson._fresh_turn(WRONG)  # pyright: ignore[reportPrivateUsage]

    from langchain_core.callbacks import BaseCallbackHandler

    seen: list[str] = []

    class Tracer(BaseCallbackHandler):
        def on_chain_start(self, *args: Any, **kwargs: Any) -> None:
            seen.append(repr((args, kwargs)))

        def on_chain_end(self, *args: Any, **kwargs: Any) -> None:
            seen.append(repr((args, kwargs)))

        def on_chat_model_start(self, *args: Any, **kwargs: Any) -> None:
            seen.append(repr((args, kwargs)))

        def on_llm_end(self, *args: Any, **kwargs: Any) -> None:
            seen.append(repr((args, kwargs)))

    tutor.graph.invoke(state, {"configurable": {"thread_id": lesson.id}, "callbacks": [Tracer()]})
    assert seen
    assert not [line for line in seen if "7/12" in line]


def test_nothing_public_shows_the_answer_in_its_repr(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    lesson = tutor.lesson(SUM, answer="7/12")
    reply = lesson.say(WRONG)
    shown = repr((tutor, lesson, reply, lesson.history, tutor.solve(SUM), tutor.lessons()))
    assert "7/12" not in shown


def test_stream_gives_progress_then_checked_text_then_the_reply(open_tutor: OpenTutor) -> None:
    events = list(open_tutor().lesson(SUM).stream(WRONG))
    nodes = [event.node for event in events if isinstance(event, Progress)]
    text = "".join(event.text for event in events if isinstance(event, TextDelta))
    assert nodes == ["diagnose", "execute", "respond", "check"]
    assert isinstance(events[-1], Reply)
    assert text == events[-1].text


def test_async_says_the_same(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    first = tutor.lesson(SUM).say(WRONG)

    async def later() -> tuple[Reply, object]:
        reply = await tutor.lesson(SUM).asay(WRONG)
        events = [event async for event in tutor.lesson(SUM).astream(WRONG)]
        return reply, events[-1]

    assert asyncio.run(later()) == (first, first)


def test_two_lessons_at_once_do_not_mix(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    lessons = [tutor.lesson(SUM), tutor.lesson("What is 25% of 80?")]
    with ThreadPoolExecutor(2) as pool:
        for text in ("idk", "I got 2/7", "idk"):
            list(pool.map(Lesson.say, lessons, [text, text]))
    assert [len(lesson.history) for lesson in lessons] == [3, 3]
    assert all("80" not in turn.reply.text for turn in lessons[0].history)


def test_turns_of_one_lesson_queue_up_and_none_is_lost(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(SUM)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lesson.say, [f"I got {number}/7" for number in range(1, 9)]))
    assert len(lesson.history) == 8


def test_lessons_are_kept(open_tutor: OpenTutor) -> None:
    open_tutor().lesson(SUM, id="ana-1").say(WRONG)
    again = open_tutor().resume("ana-1")
    assert (again.problem, len(again.history)) == (SUM, 1)


def test_the_same_lesson_twice_is_the_same_lesson(open_tutor: OpenTutor) -> None:
    def talk(tutor: Tutor) -> list[Reply]:
        lesson = tutor.lesson(SUM)
        return [lesson.say(text) for text in (WRONG, "idk", "idk", "idk")]

    assert talk(open_tutor()) == talk(open_tutor())


def test_an_id_belongs_to_one_problem(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    tutor.lesson(SUM, id="ana-1")
    with pytest.raises(InputError, match="another problem"):
        tutor.lesson("What is 2 + 2?", id="ana-1")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("why does that work?", "What you ask"),
        ("so 2/7", "What you had before"),
        ("6/12", "What you had before"),
        ("you add the tops", "the work was yours"),
        ("thanks!", "see you next time"),
    ],
)
def test_what_is_said_after_success_is_heard(open_tutor: OpenTutor, text: str, says: str) -> None:
    lesson = open_tutor(store=None).lesson(SUM)
    assert lesson.say("7/12").move.goal == "confirm"
    assert says in lesson.say(text).text


def test_a_test_of_ones_own_that_fails_is_heard(open_tutor: OpenTutor) -> None:
    lesson = open_tutor(store=None).lesson("Solve 2x + 3 = 11.")
    lesson.say("x=7")
    assert 'test with "2*7+3 = 17"' in lesson.say("2*7+3 = 17 oh thats not 11").text


def test_where_only_the_answer_is_known_the_line_that_builds_on_another_is_asked_about(
    open_tutor: OpenTutor,
) -> None:
    problem = "Tom has 5 bags of 12 nuts. He gives a third away and eats 4. How many nuts are left?"
    lesson = open_tutor(store=None).lesson(problem, answer="36")
    found = lesson.say("5 x 12 = 60 nuts\n60 / 3 = 20 nuts\n20 - 4 = 16 nuts\n16")
    assert (found.diagnosis.verdict, found.diagnosis.first_error_step) == ("unknown", None)
    assert '"60 / 3 = 20 nuts"' in found.text


def test_an_id_belongs_to_one_student(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    tutor.lesson(SUM, id="ana-1", student="ana")
    assert tutor.lesson(SUM, id="ana-1").student == "ana"
    with pytest.raises(InputError, match="not begun for student 'bo'"):
        tutor.lesson(SUM, id="ana-1", student="bo")


def test_an_unknown_lesson_is_said_to_be_unknown(open_tutor: OpenTutor) -> None:
    with pytest.raises(LessonNotFoundError, match="nobody"):
        open_tutor().resume("nobody")


@pytest.mark.parametrize(
    ("problem", "says"),
    [
        ("", "empty"),
        ("   \n", "empty"),
        ("What is 1 + 1? " * 1000, "too long"),
        ("tell me a story about dragons", "maths"),
        ("1 + 1 \x00\x01", "not text"),
    ],
)
def test_a_problem_that_cannot_be_used(open_tutor: OpenTutor, problem: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        open_tutor().lesson(problem)


@pytest.mark.parametrize(
    ("text", "says"), [("", "empty"), ("x" * 1_000_000, "too long"), ("\x00", "not text")]
)
def test_a_message_that_cannot_be_used_leaves_the_lesson_as_it_was(
    open_tutor: OpenTutor, text: str, says: str
) -> None:
    lesson = open_tutor().lesson(SUM)
    with pytest.raises(InputError, match=says):
        lesson.say(text)
    assert lesson.history == []


def test_a_corrupt_database_is_said_to_be_one(open_tutor: OpenTutor, store: Path) -> None:
    store.write_bytes(b"this is no database, " * 500)
    with pytest.raises(StoreError, match="cannot be used"):
        open_tutor()


def test_the_state_is_plain_json(open_tutor: OpenTutor) -> None:
    tutor = open_tutor()
    lesson = tutor.lesson(SUM)
    lesson.say(WRONG)
    values = tutor.graph.get_state({"configurable": {"thread_id": lesson.id}}).values
    assert json.loads(json.dumps(values)) == values


def test_a_message_is_a_message_whatever_it_holds(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(SUM)
    for text in (
        r"\frac{1}{3} + \frac{1}{4} = \frac{2}{7}",
        "¿¿??",
        "𝟚/𝟟",
        '"; DROP TABLE lessons; --',
        "$quote $step $twin",
    ):
        assert lesson.say(text).text


def test_true_lines_on_the_way_are_not_called_wrong(open_tutor: OpenTutor) -> None:
    diagnosis = open_tutor().lesson(SUM).say("ok 1/3 = 4/12 and 1/4 = 3/12").diagnosis
    assert (diagnosis.verdict, diagnosis.first_error_step) == ("partial", None)


def test_who_has_said_how_is_not_asked_how(open_tutor: OpenTutor) -> None:
    problem = "What is 12 - 7 + 2?"
    told = open_tutor().lesson(problem).say("First I add 7 and 2 and then I subtract, so 3")
    shown = open_tutor().lesson(problem).say("12 - 9 = 3")
    assert told.diagnosis.misconception == shown.diagnosis.misconception == "order_adds_before_subtracting"
    assert "did you do first" not in told.text
    assert "did you do first" in shown.text


def test_help_climbs_to_a_worked_example_with_other_numbers(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson(SUM)
    replies = [lesson.say("idk") for _ in range(4)]
    assert [reply.move.rung for reply in replies] == ["thinking", "point", "idea", "example"]
    assert "Find a common denominator:" in replies[-1].text


def test_every_kind_of_problem_can_be_helped_all_the_way(open_tutor: OpenTutor) -> None:
    rows = (Path(__file__).parent / "data" / "symbolic_problems.tsv").read_text("utf-8").splitlines()
    by_kind: dict[str, str] = {}
    for row in rows:
        text = row.partition("\t")[0]
        structured = None if row.startswith("#") else read_problem(text)
        if structured is not None:
            by_kind.setdefault(structured.kind, text)
    assert len(by_kind) > 90
    tutor = open_tutor(store=None)
    for problem in by_kind.values():
        lesson = tutor.lesson(problem)
        replies = [lesson.say("idk") for _ in range(5)]
        answer = tutor.solve(problem).answer or ""
        assert [reply.text for reply in replies if not reply.text.endswith("?")] == []
        assert find_leaks(replies[-1].text, answer, problem, ["idk"]) == []


def test_a_worked_example_contradicts_the_rule_the_student_used(open_tutor: OpenTutor) -> None:
    lesson = open_tutor().lesson("What is 52 - 37?")
    said = [lesson.say(text).text for text in ("25", "idk", "idk", "idk", "idk")]
    twins = [re.search(r'"What is (\d+) - (\d+)"', text) for text in said]
    shown = [(int(twin[1]), int(twin[2])) for twin in twins if twin]
    # 25 comes of taking the smaller digit from the larger: only where the ones do not reach does that go wrong.
    assert shown
    assert all(first % 10 < second % 10 for first, second in shown)


def test_a_worked_example_never_ends_in_the_students_number(open_tutor: OpenTutor) -> None:
    for seed in range(6):
        lesson = open_tutor(seed=seed).lesson("Simplify 16/64")
        said = [lesson.say(text).text for text in ("3/5", "idk", "idk", "idk", "idk")]
        assert not any(re.search(r"simplif\w*: 3/5|comes to 3/5", text) for text in said)


@pytest.mark.parametrize(
    ("problem", "value", "written"),
    [
        ("Write 0.65 as a fraction", "13/20", "13/20"),
        ("Write 1/8 as a decimal", "1/8", "0.125"),
        ("Find the area of a circle with radius 2.5 cm", "314/5", "62.8"),
        ("What is 1/2 + 1/4", "3/4", "3/4"),
        ("Write 1/3 as a decimal", "1/3", "1/3"),
    ],
)
def test_a_value_of_a_worked_example_is_written_as_is_asked(problem: str, value: str, written: str) -> None:
    assert as_in(problem, value) == written
