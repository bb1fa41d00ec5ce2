"""Where lessons are kept: one SQLite file with checkpoints, the lessons, the vault, solved problems and progress.

The vault holds what no public view may carry: ground truths, evidence, unsent drafts. The file is as private as
the answers in it. All SQLite errors become `StoreError` here.
"""

import sqlite3
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from filelock import FileLock, Timeout
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite import SqliteSaver

from .errors import LessonBusyError, LessonNotFoundError, StoreError
from .progress import Entry, Outcome, Shown

_TABLES = """
CREATE TABLE IF NOT EXISTS lessons (
    id TEXT PRIMARY KEY, problem TEXT NOT NULL, grade INTEGER, student TEXT, model TEXT NOT NULL, seed INTEGER NOT NULL,
    created TEXT NOT NULL, updated TEXT NOT NULL, turns INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS vault (
    lesson TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (lesson, key));
CREATE TABLE IF NOT EXISTS solutions (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS progress (
    id INTEGER PRIMARY KEY, student TEXT NOT NULL, lesson TEXT NOT NULL, part INTEGER NOT NULL, skill TEXT NOT NULL,
    outcome TEXT NOT NULL, help TEXT NOT NULL, misconception TEXT, at TEXT NOT NULL, edited INTEGER NOT NULL DEFAULT 0,
    UNIQUE (lesson, part));
"""


class LessonRow(NamedTuple):
    """One line of the list of lessons; times are ISO 8601 in UTC."""

    id: str
    problem: str
    grade: int | None
    student: str | None
    model: str
    seed: int
    created: str
    updated: str
    turns: int


class Store:
    """One SQLite file, or memory when `path` is None. Safe to use from several threads and processes."""

    def __init__(self, path: str | Path | None = None) -> None:
        """Open or create the store.

        Raises `StoreError` when the file is not a lesson database or cannot be written.
        """
        self.path = None if path is None else Path(path).expanduser()
        self._busy: set[str] = set()
        self._guard = threading.Condition()
        with mapped_store_errors(self.path):
            if self.path is not None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.path or ":memory:", check_same_thread=False, timeout=30)
            try:
                self._connection.execute("PRAGMA synchronous=NORMAL")
                # A closed set of types: state is plain JSON, so nothing else is ever written or revived.
                self.saver = SqliteSaver(
                    self._connection, serde=JsonPlusSerializer(allowed_msgpack_modules=None)
                )
                self.saver.setup()
                self._connection.executescript(_TABLES)
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the file. Lessons of this store can no longer be used."""
        self._connection.close()

    def copy(self) -> "Store":
        """Return a copy in memory, for replay: what runs on it leaves the recording as it was."""
        twin = Store()
        with mapped_store_errors(self.path), self.saver.lock:
            self._connection.backup(twin._connection)
        return twin

    def add_lesson(
        self, id: str, problem: str, grade: int | None, student: str | None, model: str, seed: int
    ) -> None:
        """Enter a lesson in the list."""
        now = _now()
        self._write(
            "INSERT INTO lessons VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
            (id, problem, grade, student, model, seed, now, now),
        )

    def touch_lesson(self, id: str, turns: int, model: str, seed: int) -> None:
        """Note that a lesson has reached `turns` finished turns, the last with this model and seed."""
        self._write(
            "UPDATE lessons SET updated = ?, turns = ?, model = ?, seed = ? WHERE id = ?",
            (_now(), turns, model, seed, id),
        )

    def lesson(self, id: str) -> LessonRow:
        """Return one lesson; raises `LessonNotFoundError`."""
        rows = self._read("SELECT * FROM lessons WHERE id = ?", (id,))
        if not rows:
            raise LessonNotFoundError(f"no lesson named {id!r}; `askback sessions` lists those there are")
        return LessonRow(*rows[0])

    def has_lesson(self, id: str) -> bool:
        """Whether the list holds this lesson."""
        return bool(self._read("SELECT 1 FROM lessons WHERE id = ?", (id,)))

    def lessons(self) -> list[LessonRow]:
        """All lessons, the latest first."""
        return [
            LessonRow(*row) for row in self._read("SELECT * FROM lessons ORDER BY updated DESC, rowid DESC")
        ]

    def put_secret(self, lesson: str, key: str, value: str) -> None:
        """Put JSON text into the vault."""
        self._write("INSERT OR REPLACE INTO vault VALUES (?, ?, ?)", (lesson, key, value))

    def secret(self, lesson: str, key: str) -> str | None:
        """Return JSON text from the vault, or None."""
        rows = self._read("SELECT value FROM vault WHERE lesson = ? AND key = ?", (lesson, key))
        return rows[0][0] if rows else None

    def forget_solutions(self, lesson: str) -> None:
        """Drop what was solved, for this lesson and in general, so that a replay works it out anew."""
        self._write("DELETE FROM vault WHERE lesson = ? AND key LIKE 'truth%'", (lesson,))
        self._write("DELETE FROM solutions", ())

    def put_solution(self, key: str, value: str) -> None:
        """Remember a solved problem for every lesson of this store."""
        self._write("INSERT OR REPLACE INTO solutions VALUES (?, ?)", (key, value))

    def solution(self, key: str) -> str | None:
        """Return a remembered solution, or None."""
        rows = self._read("SELECT value FROM solutions WHERE key = ?", (key,))
        return rows[0][0] if rows else None

    def put_shown(self, student: str, lesson: str, skill: str, shown: Sequence[Shown]) -> None:
        """Enter what a lesson showed; what is there already stays, corrected or not."""
        for part, outcome, help, misconception in shown:
            self._write(
                "INSERT INTO progress (student, lesson, part, skill, outcome, help, misconception, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (lesson, part) DO NOTHING",
                (student, lesson, part, skill, outcome, help, misconception, _now()),
            )

    def entries(self, student: str) -> list[Entry]:
        """What is kept of a student's progress, oldest first."""
        rows = self._read("SELECT * FROM progress WHERE student = ? ORDER BY at, id", (student,))
        return [Entry(*row[:-1], edited=bool(row[-1])) for row in rows]

    def correct_entry(self, student: str, id: int, outcome: Outcome) -> bool:
        """Set what an entry says, by hand; False when this student has no such entry."""
        sql = "UPDATE progress SET outcome = ?, edited = 1 WHERE id = ? AND student = ?"
        return self._write(sql, (outcome, id, student)) > 0

    def forget_student(self, student: str) -> int:
        """Delete a student's progress and take the id off their lessons; the number of entries deleted."""
        self._write("UPDATE lessons SET student = NULL WHERE student = ?", (student,))
        return self._write("DELETE FROM progress WHERE student = ?", (student,))

    @contextmanager
    def hold(self, lesson: str, wait_s: float = 60.0) -> Generator[None]:
        """Hold one lesson: two writers on one thread id lose messages without an error.

        Turns of one lesson queue up behind each other, between threads and between processes (the kernel lets
        go when a process dies). Raises `LessonBusyError` after `wait_s` seconds.
        """
        busy = LessonBusyError(
            f"lesson {lesson!r} is busy: another turn of it has been running for {wait_s:g} s"
        )
        with self._guard:
            if not self._guard.wait_for(lambda: lesson not in self._busy, timeout=wait_s):
                raise busy
            self._busy.add(lesson)
        try:
            if self.path is None:
                yield
                return
            # One lock for all lessons of a store would queue strangers; one per lesson would litter. 64 do.
            folder = self.path.with_name(self.path.name + "-locks")
            with mapped_store_errors(self.path):
                folder.mkdir(exist_ok=True)
                # A turn streamed through asyncio may end on another thread than it began on.
                slot = folder / f"{crc32(lesson.encode()) % 64:02d}"
                lock = FileLock(slot, timeout=wait_s, thread_local=False)
                try:
                    lock.acquire()
                except Timeout:  # an OSError too, so it is caught here and not mapped
                    raise busy from None
            try:
                yield
            finally:
                lock.release()
        finally:
            with self._guard:
                self._busy.discard(lesson)
                self._guard.notify_all()

    def _read(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        with mapped_store_errors(self.path), self.saver.cursor(transaction=False) as cursor:
            return cursor.execute(sql, values).fetchall()

    def _write(self, sql: str, values: tuple[Any, ...]) -> int:
        """Run one statement in a transaction; the number of rows it changed."""
        with mapped_store_errors(self.path), self.saver.cursor() as cursor:
            return cursor.execute(sql, values).rowcount


@contextmanager
def mapped_store_errors(path: Path | None) -> Generator[None]:
    """Turn SQLite's and the file system's errors into one clear line."""
    try:
        yield
    except sqlite3.ProgrammingError as error:
        raise StoreError(f"the lesson store is closed ({error})") from error
    except (sqlite3.Error, OSError) as error:
        where = "in memory" if path is None else str(path)
        raise StoreError(
            f"the lesson database {where} cannot be used ({error}); move it away or name another with --store"
        ) from error


@contextmanager
def mapped_reading_errors(path: Path | None, lesson: str) -> Generator[None]:
    """Like `mapped_store_errors`, and for a recording whose bytes are damaged too."""
    try:
        with mapped_store_errors(path):
            yield
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"the recording of lesson {lesson!r} cannot be read ({error})") from error


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
