"""The xllamacpp library, made repeatable, interruptible and quiet: `Runtime`.

**Repeatable.** On one machine the same request gives the same text, whatever ran before it. The kernels round
differently with the shape of a batch and the place of a token in memory, so reusing "whatever is still there" makes
a text depend on history. Here every request starts from the same state: all slots empty, then the messages before the
last one read one by one, each as one batch, or that very state restored from a file saved the first time.
**Interruptible.** The library's calls block and hold signals back, so each runs in a thread of its own; a caller
that goes away (Ctrl-C, a closed stream) stops the generation at its next token.
**Quiet.** Nothing on stdout or stderr. The library opens a port on the loopback; only this process knows its key.

Requests take turns. What a request holds is never written down, except read prefixes, in a private
temporary folder that goes with the process.
"""

import atexit
import http.client
import json
import os
import queue
import secrets
import shutil
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from filelock import FileLock, Timeout

from .errors import ModelError
from .models import one_line

Request = Mapping[str, Any]
Event = Mapping[str, Any]
"""A chunk of the stream, as OpenAI's API names its parts."""

_SAVED_PREFIXES = 8
_MAX_THREADS = 8
_YOUNG_S = 60.0
"""A folder younger than this may not have its lock yet."""
_READ_AT_ONCE = 128
"""Tokens of a prompt between two looks at whether the caller is still there."""


class Runtime:
    """Loaded weights, with or without an adapter. `context` is in tokens, shared by `parallel` answers."""

    def __init__(self, path: Path, adapter: Path | None, context: int, parallel: int) -> None:
        library = import_library()
        _sweep()
        self.folder = tempfile.mkdtemp(prefix="askback-")
        self._held = FileLock(Path(self.folder) / "held")
        self._held.acquire()
        self._clean_up = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        self._key = secrets.token_urlsafe(32)
        params = library.CommonParams()
        params.model.path = str(path)
        if adapter is not None:
            params.lora_adapters = [library.CommonAdapterLoraInfo(str(adapter), 1.0)]
        params.n_ctx = context
        params.n_parallel = parallel
        params.kv_unified = True
        params.n_batch = _READ_AT_ONCE
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = min(_MAX_THREADS, _cores())
        params.verbosity = -1
        params.warmup = False
        params.cache_ram_mib = 0
        params.prefill_assistant = False
        params.api_keys = [self._key]
        params.endpoint_slots = False
        params.slot_save_path = self.folder + os.sep
        try:
            self._server: Any = library.Server(params)
        except Exception as error:
            raise ModelError(f"the runtime cannot load {path}: {one_line(error)}") from error
        self.address = str(self._server.listening_address).removeprefix("http://")
        self._parallel = parallel
        self._saved: dict[str, str] = {}  # scales and prefix -> file, the least recently used first
        self._scales: dict[str, Any] = {}
        self._turn = threading.Lock()
        self._closing = threading.Event()
        self._post(0, "erase")  # the library hangs where it is freed before its loop has taken a task

    def chat(self, request: Request) -> Iterator[Event]:
        """Yield the chunks of one request as they come; `ModelError` where the library reports an error."""
        chunks: queue.SimpleQueue[Event | Exception | None] = queue.SimpleQueue()
        gone = threading.Event()

        def unwanted() -> bool:
            return gone.is_set() or self._closing.is_set()

        def on_chunk(chunk: Event) -> bool:
            chunks.put(chunk)
            return unwanted()

        def on_reading(chunk: Event) -> bool:
            if "error" in chunk:
                chunks.put(chunk)
                gone.set()
            return unwanted()

        def work() -> None:
            try:
                with self._turn:
                    if self._server is None:
                        raise ModelError("this model was closed")
                    for prefix in self._start(request):
                        self._call({**prefix, "max_tokens": 0, "add_generation_prompt": False}, on_reading)
                        if unwanted():
                            return
                    self._call({**request, "stream_options": {"include_usage": True}}, on_chunk)
            except Exception as error:
                chunks.put(error)
            finally:
                chunks.put(None)

        threading.Thread(target=work, name="askback-llama", daemon=True).start()
        try:
            while (item := chunks.get()) is not None:
                if isinstance(item, ModelError):
                    raise item
                if isinstance(item, Exception):
                    raise ModelError(f"the model failed: {one_line(item)}") from item
                yield _checked(item)
        finally:
            gone.set()

    def _start(self, request: Request) -> Iterator[Request]:
        """Bring slot 0 to the state before the last message; yield the prefixes that must still be read."""
        scales = {"lora": request["lora"]} if "lora" in request else {}
        if scales != self._scales:
            # The library forgets a slot whose scales change, restored or not: so they change before it is restored.
            yield {"messages": [{"role": "user", "content": "."}], **scales}
            self._scales = scales
        for slot in range(self._parallel):
            self._post(slot, "erase")
        messages = request["messages"]
        prefixes = [messages[: end + 1] for end in range(len(messages) - 1)]
        keys = [json.dumps([scales, prefix]) for prefix in prefixes]
        known = max((place for place, key in enumerate(keys) if key in self._saved), default=-1)
        if known >= 0:
            self._saved[keys[known]] = file = self._saved.pop(keys[known])
            if not self._post(0, "restore", file):  # a full disk or a cleaned one: read it all again
                self._post(0, "erase")
                self._saved.clear()
                known = -1
        for prefix in prefixes[known + 1 :]:
            yield {"messages": prefix, **scales}
        if prefixes[known + 1 :]:
            self._save(keys[-1])

    def _call(self, request: Request, on_chunk: Callable[[Event], bool]) -> None:
        """One streamed request in slot 0, on top of what the slot holds; `on_chunk` returns True to stop it."""
        options = {"stream": True, "return_progress": True, "id_slot": 0}
        self._server.handle_chat_completions({**request, **options}, on_chunk)

    def _save(self, key: str) -> None:
        if len(self._saved) >= _SAVED_PREFIXES:
            self._drop_oldest()
        file = f"{secrets.token_hex(8)}.bin"
        if self._post(0, "save", file):
            self._saved[key] = file

    def _drop_oldest(self) -> None:
        (Path(self.folder) / self._saved.pop(next(iter(self._saved)))).unlink(missing_ok=True)

    def _post(self, slot: int, action: str, file: str = "") -> bool:
        """Ask the library to save, restore or erase a slot; whether it did."""
        connection = http.client.HTTPConnection(self.address, timeout=60)
        try:
            connection.request(
                "POST",
                f"/slots/{slot}?action={action}",
                json.dumps({"filename": file} if file else {}),
                {"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"},
            )
            answer = connection.getresponse()
            answer.read()
            return answer.status == 200
        finally:
            connection.close()

    def forget(self) -> None:
        """Drop what was read of earlier prompts."""
        with self._turn:
            while self._saved:
                self._drop_oldest()

    def close(self) -> None:
        """Stop what is being written and free the weights; the runtime cannot be used afterwards."""
        self._closing.set()
        with self._turn:
            self._server = None
        self._held.release()
        self._clean_up()


_loaded: weakref.WeakValueDictionary[tuple[Any, ...], Runtime] = weakref.WeakValueDictionary()
_loading = threading.Lock()


def runtime_for(path: Path, adapter: Path | None, context: int, parallel: int) -> Runtime:
    """The runtime of these weights in this process: loaded once, freed when the last model that uses it goes."""
    key = (path, adapter, context, parallel)
    with _loading:
        runtime = _loaded.get(key)
        if runtime is None:
            try:
                runtime = _loaded[key] = Runtime(path, adapter, context, parallel)
            except OSError as error:
                raise ModelError(f"the runtime has no temporary folder: {one_line(error)}") from error
        return runtime


@atexit.register
def _close_all() -> None:
    for runtime in list(_loaded.values()):
        runtime.close()


def _sweep() -> None:
    """Delete the folders of processes that were killed: the lock in a living one's is held."""
    for folder in Path(tempfile.gettempdir()).glob("askback-*"):
        try:
            if time.time() - folder.stat().st_mtime > _YOUNG_S:
                FileLock(folder / "held").acquire(timeout=0).lock.release()
                shutil.rmtree(folder, ignore_errors=True)
        except (OSError, Timeout):
            continue  # in use, another user's, or gone just now


def import_library() -> Any:
    """The `xllamacpp` module; `ModelError` saying what to install where it is absent."""
    # By default OpenMP spins at the end of every loop, which makes a busy machine six times slower. It reads this
    # when the library loads: a program that imports xllamacpp before us must set it itself.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        import xllamacpp  # pyright: ignore[reportMissingTypeStubs]
    except ImportError as error:
        raise ModelError('GGUF models need the local runtime: pip install "askback[local]"') from error
    return cast(Any, xllamacpp)


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _checked(event: Event) -> Event:
    if "error" in event:
        raise ModelError(f"the model failed: {one_line(event['error'].get('message', event['error']))}")
    return event
