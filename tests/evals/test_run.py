import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from askback.agent.errors import InputError
from askback.evals.case import NOT_ASKED, Case, Json, Score, System, Task, yes_or_no
from askback.evals.report import build
from askback.evals.run import Settings, read, run, select, validate

SETTINGS = Settings("doubling", "numbers.jsonl", "0" * 64, seed=3, limit=None, model=None, commit="abc")


def right(case: Case, output: Json) -> Score:
    return yes_or_no(output == case.target, f"said {output}")


def right_when_odd(case: Case, output: Json) -> Score:
    return yes_or_no(output == case.target) if case.input % 2 else NOT_ASKED


def doubling(system: System = lambda case: case.input * 2, count: int = 6) -> Task:
    return Task(
        name="doubling",
        cases=tuple(Case(str(number), number, number * 2) for number in range(count)),
        systems={"doubler": system},
        baselines={"always 0": lambda _: 0},
        scorers={"right": right, "right when odd": right_when_odd},
        gold=lambda case: case.target,
        harmonic={"both": ("right", "right when odd")},
    )


def values(folder: Path, score: str = "right", system: str = "doubler") -> list[float | None]:
    return [sample.scores[system][score].value for sample in read(folder)[1]]


def test_every_case_gets_one_line_with_every_answer_and_score(tmp_path: Path) -> None:
    run(doubling(), SETTINGS, tmp_path)
    lines = (tmp_path / "samples.jsonl").read_text().splitlines()
    assert [json.loads(line)["case"]["id"] for line in lines] == ["0", "1", "2", "3", "4", "5"]
    last = json.loads(lines[-1])
    assert last["answers"]["doubler"]["output"] == 10
    assert last["scores"]["always 0"]["right"] == {"value": 0.0, "reason": "said 0", "weight": 1.0}


def test_a_system_that_fails_is_unscored_with_the_reason_and_the_run_goes_on(tmp_path: Path) -> None:
    def fails_on_two(case: Case) -> Json:
        if case.input == 2:
            raise ZeroDivisionError("no\nway")
        return case.input * 2

    run(doubling(fails_on_two), SETTINGS, tmp_path)
    assert values(tmp_path) == [1, 1, None, 1, 1, 1]
    assert read(tmp_path)[1][2].scores["doubler"]["right"].reason == "no answer: ZeroDivisionError: no way"


def test_unscored_cases_are_counted_and_not_averaged(tmp_path: Path) -> None:
    def fails_on_two(case: Case) -> Json:
        return 1 / 0 if case.input == 2 else case.input * 2

    run(doubling(fails_on_two), SETTINGS, tmp_path)
    row = build(tmp_path).rows[0]
    assert (row.score, row.value, row.n, row.unscored) == ("right", 1.0, 5, 1)


def test_a_scorer_that_fails_is_unscored_with_the_reason(tmp_path: Path) -> None:
    def broken(case: Case, output: Json) -> Score:
        raise KeyError("answer")

    run(replace(doubling(), scorers={"right": broken}, harmonic={}), SETTINGS, tmp_path)
    score = read(tmp_path)[1][0].scores["doubler"]["right"]
    assert (score.value, score.reason) == (None, "scorer failed: KeyError: 'answer'")


@pytest.mark.parametrize("output", [object(), float("nan"), {1, 2}])
def test_an_answer_that_is_no_json_is_unscored(tmp_path: Path, output: object) -> None:
    run(doubling(lambda _: output, count=1), SETTINGS, tmp_path)
    assert values(tmp_path) == [None]


def test_what_a_score_does_not_ask_about_is_not_in_its_n(tmp_path: Path) -> None:
    run(doubling(), SETTINGS, tmp_path)
    assert [row.n for row in build(tmp_path).rows if row.system == "doubler"] == [6, 3, 6]


def test_a_second_run_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    run(doubling(), SETTINGS, tmp_path)
    with pytest.raises(InputError, match="holds a run already"):
        run(doubling(), SETTINGS, tmp_path)


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    with FileLock(tmp_path / ".lock"), pytest.raises(InputError, match="another process"):
        run(doubling(), SETTINGS, tmp_path)


def asked_again(tmp_path: Path, damage: Callable[[Path], None]) -> list[str]:
    """Runs four of six cases, damages the folder, resumes with six, and says which cases were asked again."""

    class Killed(BaseException):
        pass

    def killed_at_four(case: Case) -> Json:
        if case.input == 4:
            raise Killed
        return case.input * 2

    with pytest.raises(Killed):
        run(doubling(killed_at_four), SETTINGS, tmp_path)
    damage(tmp_path / "samples.jsonl")
    asked: list[str] = []

    def watched(case: Case) -> Json:
        asked.append(case.id)
        return case.input * 2

    run(doubling(watched), SETTINGS, tmp_path, resume=True)
    assert values(tmp_path) == [1.0] * 6
    return asked


def test_a_resumed_run_asks_only_what_is_missing(tmp_path: Path) -> None:
    assert asked_again(tmp_path, lambda _: None) == ["4", "5"]


def test_a_line_cut_short_is_asked_again(tmp_path: Path) -> None:
    def cut(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:-10])

    assert asked_again(tmp_path, cut) == ["3", "4", "5"]


def test_a_resumed_run_reports_the_same_as_an_unbroken_one(tmp_path: Path) -> None:
    asked_again(tmp_path / "broken", lambda _: None)
    run(doubling(), SETTINGS, tmp_path / "whole")
    first, second = (build(tmp_path / name).rows for name in ("broken", "whole"))
    assert [replace(row, seconds=0) for row in first] == [replace(row, seconds=0) for row in second]


def test_a_run_with_other_settings_is_not_resumed(tmp_path: Path) -> None:
    run(doubling(), SETTINGS, tmp_path)
    with pytest.raises(InputError, match="has seed 3, not 4"):
        run(doubling(), replace(SETTINGS, seed=4), tmp_path, resume=True)


def test_resuming_an_empty_folder_starts_a_run(tmp_path: Path) -> None:
    run(doubling(), SETTINGS, tmp_path / "new", resume=True)
    assert len(values(tmp_path / "new")) == 6


def test_a_killed_process_leaves_a_run_that_goes_on(tmp_path: Path) -> None:
    script = tmp_path / "slow.py"
    script.write_text(
        textwrap.dedent("""
        import sys, time
        from pathlib import Path
        from askback.evals.case import Case, Task, yes_or_no
        from askback.evals.run import Settings, run

        def slow(case):
            time.sleep(0.05)
            return case.input

        task = Task("slow", tuple(Case(str(i), i, i) for i in range(40)), {"slow": slow}, {},
                    {"right": lambda case, output: yes_or_no(output == case.target)}, lambda case: case.target)
        run(task, Settings("slow", "-", "-", 0, None, None, "-"), Path(sys.argv[1]), resume=True)
        """)
    )
    samples = tmp_path / "run" / "samples.jsonl"
    process = subprocess.Popen([sys.executable, script, tmp_path / "run"])
    deadline = time.monotonic() + 30
    while not (samples.exists() and samples.read_bytes().count(b"\n") >= 3) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    before = samples.read_bytes().count(b"\n")
    assert 3 <= before < 40
    subprocess.run([sys.executable, script, tmp_path / "run"], check=True, timeout=60)
    assert [sample.position for sample in read(tmp_path / "run")[1]] == list(range(40))


def test_a_limit_takes_a_sample_that_follows_the_seed() -> None:
    cases = doubling(count=50).cases
    first, again, other = (select(cases, 10, seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert [place for place, _ in first] == sorted({place for place, _ in first})


def test_a_limit_beyond_the_cases_takes_them_all() -> None:
    assert len(select(doubling().cases, 100, 0)) == 6


def test_two_cases_of_one_id_are_refused() -> None:
    with pytest.raises(InputError, match="two cases have the id 'a'"):
        select((Case("a", 1), Case("a", 2)), None, 0)


def test_validate_has_no_complaint_about_sound_scorers() -> None:
    assert validate(doubling()) == []


def test_validate_complains_about_a_gold_answer_its_scorer_refuses() -> None:
    def wrong_at_three(case: Case) -> Json:
        return 7 if case.input == 3 else case.target

    found = validate(replace(doubling(), gold=wrong_at_three))
    assert found == [
        "3: 'right' gives the gold answer 0.0: said 7",
        "3: 'right when odd' gives the gold answer 0.0: ",
    ]


def test_validate_complains_about_a_scorer_that_accepts_everything() -> None:
    def blind(case: Case, output: Json) -> Score:
        return yes_or_no(True)

    task = replace(doubling(), scorers={"right": blind}, harmonic={})
    assert validate(task) == ["'right' accepts every baseline"]


def test_validate_complains_about_a_scorer_that_fails() -> None:
    def broken(case: Case, output: Json) -> Score:
        raise KeyError("answer")

    found = validate(replace(doubling(count=1), scorers={"right": broken}, harmonic={}))
    assert found[0] == "0: 'right' gives the gold answer None: scorer failed: KeyError: 'answer'"


def test_validate_lets_a_case_without_a_target_stay_unscored() -> None:
    def labelled_only(case: Case, output: Json) -> Score:
        return Score(None, "no gold") if case.target is None else yes_or_no(output == case.target)

    task = replace(doubling(), scorers={"right": labelled_only}, harmonic={})
    assert validate(replace(task, cases=(*task.cases, Case("none", 0)))) == []


def test_a_folder_without_a_run_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no readable run"):
        read(tmp_path)


def test_a_damaged_run_is_one_clear_line(tmp_path: Path) -> None:
    run(doubling(), SETTINGS, tmp_path)
    samples = tmp_path / "samples.jsonl"
    samples.write_text("{}\n" + samples.read_text())
    with pytest.raises(InputError, match="holds no readable run"):
        read(tmp_path)


def test_nothing_is_printed_when_stderr_is_no_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(doubling(), SETTINGS, tmp_path)
    assert capfd.readouterr() == ("", "")
