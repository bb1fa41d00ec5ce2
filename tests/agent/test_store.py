"""The store: full disks, foreign files, secrets, locks."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from askback.agent import LessonBusyError, StoreError, Tutor
from askback.agent.store import Store


def test_a_full_disk_loses_nothing(open_tutor: Callable[..., Tutor]) -> None:
    tutor = open_tutor()
    lesson = tutor.lesson("What is 1/3 + 1/4?", id="ana-1")
    lesson.say("idk")
    connection = tutor._services.store.saver.conn  # pyright: ignore[reportPrivateUsage]
    [pages] = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")

    def go_on() -> None:
        for _ in range(50):
            lesson.say("I got 2/7")

    with pytest.raises(StoreError, match="full"):
        go_on()
    turns = len(lesson.history)
    assert turns >= 1

    connection.execute("PRAGMA max_page_count = 1000000")
    lesson.say("I got 2/7")
    assert len(lesson.history) == turns + 1


def test_secrets_belong_to_their_lesson(tmp_path: Path) -> None:
    store = Store(tmp_path / "lessons.sqlite")
    store.put_secret("ana-1", "truth", "1")
    assert (store.secret("ana-1", "truth"), store.secret("ben-1", "truth")) == ("1", None)
    store.close()


def test_a_copy_is_apart(tmp_path: Path) -> None:
    store = Store(tmp_path / "lessons.sqlite")
    copy = store.copy()
    copy.put_secret("ana-1", "truth", "1")
    assert store.secret("ana-1", "truth") is None
    copy.close()
    store.close()


@pytest.mark.parametrize("in_memory", [True, False])
def test_a_held_lesson_is_busy(tmp_path: Path, in_memory: bool) -> None:
    first = Store(None if in_memory else tmp_path / "lessons.sqlite")
    other = first if in_memory else Store(tmp_path / "lessons.sqlite")
    refused: list[str] = []

    def second() -> None:
        try:
            with other.hold("ana-1", wait_s=0.05):
                pass
        except LessonBusyError as error:
            refused.append(str(error))

    with first.hold("ana-1"):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    second()
    assert len(refused) == 1
    first.close()
    if not in_memory:
        other.close()


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be used"):
        Store(tmp_path)
