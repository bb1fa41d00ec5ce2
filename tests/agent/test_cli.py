"""The command line, fed through stdin and judged by the whole of what it prints."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
PROBLEM = "What is 1/3 + 1/4?"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run_one(*words: str, stdin: str | bytes = "", **environment: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "askback.agent", *words],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            timeout=120,
            check=False,
            env={
                **os.environ,
                "ASKBACK_DATA": str(tmp_path),
                "NO_COLOR": "1",
                "COLUMNS": "100",
                **environment,
            },
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run_one


def lesson(run: Run, *said: str) -> str:
    """Record a lesson and return its name."""
    run("chat", PROBLEM, "--model", "none", stdin="\n".join(said) + "\n")
    return json.loads(run("sessions", "--json").stdout)[0]["id"]


def test_a_chat_from_problem_to_confirmation(run: Run) -> None:
    done = run("chat", "--model", "none", stdin=f"{PROBLEM}\nI got 5/9\n/hint\n4/12 + 3/12 = 7/12\n/quit\n")
    assert (done.returncode, done.stdout) == (
        0,
        "tutor> What have you tried so far?\n"
        'tutor> You wrote "5/9". What was the very first thing you did?\n'
        'tutor> That is fine. Is "5/9" a sensible size for "1/3 + 1/4", and how can you tell?\n'
        'tutor> Yes, that is right. You got there with "4/12 + 3/12 = 7/12". Why does that work?\n',
    )


def test_a_negative_number_is_an_answer(run: Run) -> None:
    done = run("ask", "-p", "What is 2 - 5?", "-3", "--model", "none")
    assert (done.returncode, done.stdout[:4]) == (0, "Yes,")


def test_an_empty_model_is_refused(run: Run) -> None:
    done = run("ask", "-p", PROBLEM, "idk", "--model", "")
    assert (done.returncode, "--model is empty" in done.stderr) == (1, True)


def test_a_lesson_that_goes_on_takes_no_other_problem(run: Run) -> None:
    lesson(run, "idk")
    done = run("chat", "-c", PROBLEM, "--model", "none", stdin="")
    assert done.returncode == 1
    assert "leave the problem out" in done.stderr


def test_notes_go_to_stderr(run: Run) -> None:
    done = run("chat", PROBLEM, "--model", "none", stdin="/help\n/nonsense\n/why\n")
    assert done.stdout == "tutor> What have you tried so far?\n"
    assert "There is no command /nonsense; /help lists them." in done.stderr


def test_why_says_what_was_noticed_and_checked(run: Run) -> None:
    done = run("chat", PROBLEM, "--model", "none", stdin="I got 5/9\n/why\n")
    assert "I read your message as: attempt." in done.stderr
    assert "Checked: leak, claims, one question" in done.stderr
    assert "7/12" not in done.stderr


def test_new_sets_the_problem_aside(run: Run) -> None:
    run("chat", PROBLEM, "--model", "none", stdin="idk\n/new What is 25% of 80?\nidk\n")
    assert [row["problem"] for row in json.loads(run("sessions", "--json").stdout)] == [
        "What is 25% of 80?",
        PROBLEM,
    ]


def test_a_chat_goes_on_where_it_was(run: Run) -> None:
    lesson(run, "I got 5/9")
    done = run("chat", "-c", "--model", "none", stdin="idk\n")
    assert done.stdout == (
        'tutor> That is fine. Is "5/9" a sensible size for "1/3 + 1/4", and how can you tell?\n'
    )
    assert f"Going on with: {PROBLEM}" in done.stderr


def test_ask_prints_one_reply(run: Run) -> None:
    done = run("ask", "-p", PROBLEM, "I got 5/9", "--model", "none")
    assert (done.returncode, done.stdout) == (0, 'You wrote "5/9". What was the very first thing you did?\n')


def test_ask_json_has_the_stable_names(run: Run) -> None:
    reply = json.loads(run("ask", "-p", PROBLEM, "I got 5/9", "--model", "none", "--json").stdout)
    assert {"text", "move", "rung", "diagnosis", "checks"} <= reply.keys()
    assert "7/12" not in json.dumps(reply)


def test_solve_json_has_the_stable_names(run: Run) -> None:
    truth = json.loads(run("solve", PROBLEM, "--model", "none", "--json").stdout)
    assert {"answer", "status", "steps", "plan", "programs", "votes", "seconds", "tokens"} <= truth.keys()
    assert (truth["answer"], truth["status"]) == ("7/12", "verified")


def test_solve_prints_the_steps(run: Run) -> None:
    assert run("solve", "What is 2 + 3 * 4?", "--model", "none").stdout.splitlines()[-1] == (
        "answer: 14 (verified: worked out exactly)"
    )


def test_diagnose_json_has_the_stable_names(run: Run) -> None:
    found = json.loads(run("diagnose", "-p", PROBLEM, "I got 5/9", "--model", "none", "--json").stdout)
    assert found.keys() == {
        *("verdict", "intent", "first_error_step", "quote", "misconception", "explanation", "evidence"),
        *("confidence", "truth"),
    }


def test_export_is_the_transcript(run: Run) -> None:
    name = lesson(run, "I got 5/9")
    assert run("export", name).stdout == (
        f"**Problem.** {PROBLEM}\n\n**Student.** I got 5/9\n\n"
        '**Tutor.** You wrote "5/9". What was the very first thing you did?\n'
    )


def test_replay_lists_every_node(run: Run) -> None:
    turn = json.loads(run("replay", lesson(run, "I got 5/9"), "--json").stdout)["turns"][0]
    assert [node["node"] for node in turn["nodes"]] == ["diagnose", "execute", "respond", "check"]
    assert all({"input", "output", "seconds"} <= node.keys() for node in turn["nodes"])


def test_replay_hides_the_answer_until_asked(run: Run) -> None:
    name = lesson(run, "I got 5/9")
    assert "7/12" not in run("replay", name, "--json").stdout + run("replay", name).stdout
    assert "7/12" in run("replay", name, "--json", "--reveal").stdout


def test_replay_again_finds_no_difference(run: Run) -> None:
    done = run(
        "replay", lesson(run, "I got 5/9", "idk"), "--turn", "2", "--from", "respond", "--model", "none"
    )
    assert "run again: respond -> check\nno difference: same nodes, same values\n" in done.stdout


def test_help_has_examples(run: Run) -> None:
    assert "Example" in run("chat", "--help").stdout


BAD: list[tuple[str, list[str], str | bytes, str]] = [
    ("unknown model", ["ask", "-p", PROBLEM, "idk", "--model", "gguf:nosuch"], "", "nosuch"),
    ("nonsense model", ["ask", "-p", PROBLEM, "idk", "--model", "nosuch"], "", "nosuch"),
    ("unknown session", ["replay", "nobody"], "", "nobody"),
    ("unknown turn", ["replay", "NAME", "--turn", "99"], "", "99"),
    ("unknown node", ["replay", "NAME", "--from", "nowhere"], "", "nowhere"),
    ("missing store", ["sessions", "--store", "/nonexistent/lessons.sqlite"], "", "lessons.sqlite"),
    ("empty problem", ["ask", "-p", "", "idk", "--model", "none"], "", "empty"),
    ("not maths", ["ask", "-p", "sing me a song", "idk", "--model", "none"], "", "maths"),
    ("1 MB message", ["ask", "-p", PROBLEM, "-", "--model", "none"], "1" * 1_000_000, "too long"),
    ("binary message", ["ask", "-p", PROBLEM, "-", "--model", "none"], bytes(range(256)), "not text"),
    ("binary problem", ["solve", "-", "--model", "none"], b"\x89PNG\r\n\x1a\n\x00\x00", "not text"),
    ("binary chat", ["chat", PROBLEM, "--model", "none"], bytes(range(128, 256)), "not text"),
    ("1 MB chat line", ["chat", PROBLEM, "--model", "none"], "1" * 1_000_000 + "\n", "too long"),
    ("chat not maths", ["chat", "--model", "none"], "tell me a joke\n", "maths"),
]


@pytest.mark.parametrize(("words", "stdin", "says"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_bad_input_is_one_clear_line_and_exit_code_1(
    run: Run, words: list[str], stdin: str | bytes, says: str
) -> None:
    if "NAME" in words:
        words = [lesson(run, "idk") if word == "NAME" else word for word in words]
    done = run(*words, stdin=stdin)
    complaints = [line for line in done.stderr.splitlines() if line.startswith("askback: ")]
    assert (done.returncode, len(complaints)) == (1, 1)
    assert says in complaints[0]
    assert "Traceback" not in done.stderr


def test_missing_weights_offline_are_said_to_be_missing(run: Run, tmp_path: Path) -> None:
    done = run("chat", PROBLEM, stdin="idk\n", ASKBACK_CACHE=str(tmp_path / "empty"), ASKBACK_OFFLINE="1")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("askback: ")
    assert "--model none" in done.stderr


def test_a_corrupt_database_is_said_to_be_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lessons.sqlite").write_bytes(b"no database " * 1000)
    done = run("sessions")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "cannot be used" in done.stderr


@pytest.mark.parametrize("words", [["export", "NAME"], ["chat", "-c", "--model", "none"], ["replay", "NAME"]])
def test_an_unreadable_session_is_said_to_be_one(run: Run, tmp_path: Path, words: list[str]) -> None:
    name = lesson(run, "idk")
    with sqlite3.connect(tmp_path / "lessons.sqlite") as connection:
        connection.execute("UPDATE checkpoints SET checkpoint = x'c1c1c1'")
    connection.close()
    done = run(*[name if word == "NAME" else word for word in words])
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(
        f"askback: the recording of lesson '{name}' cannot be read"
    )
    assert "Traceback" not in done.stderr


def test_wrong_usage_is_exit_code_2(run: Run) -> None:
    assert run("ask").returncode == 2


def test_a_closed_pipe_is_no_traceback(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m askback.agent models list --json | true'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False, timeout=60)
    assert b"Traceback" not in done.stderr
