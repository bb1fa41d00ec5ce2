import asyncio
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypedDict

import pytest
from langchain_core.callbacks import BaseCallbackHandler, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_tests.unit_tests import ChatModelUnitTests
from langgraph.graph import START, StateGraph  # pyright: ignore[reportMissingTypeStubs]

from askback.agent import weights
from askback.agent.errors import ModelError, WeightsError
from askback.agent.models import Candidate, ScriptedModel, as_dict, candidates, open_model

ASK: list[BaseMessage] = [SystemMessage("You solve."), HumanMessage("What is 1/3 + 1/4?")]
SECRET = "the answer is 7/12"


class Foreign(BaseChatModel):
    """Somebody else's model: knows `seed` and `temperature`, says them, and can fail."""

    seed: int | None = None
    temperature: float = 0.5
    fails: Exception | None = None
    finish: str | None = None

    @property
    def _llm_type(self) -> str:
        return "foreign"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        if self.fails:
            raise self.fails
        options = ", ".join(f"{name}={value}" for name, value in sorted(kwargs.items()))
        metadata = {"finish_reason": self.finish} if self.finish else {}
        message = AIMessage(f"{SECRET} {options} stop={stop}", response_metadata=metadata)
        return ChatResult(generations=[ChatGeneration(message=message)])


def ask(model: BaseChatModel, n: int = 2, stop: list[str] | None = None) -> list[Candidate]:
    return candidates(model, ASK, n, seed=5, max_tokens=50, temperature=0.8, stop=stop)


# --- ScriptedModel ------------------------------------------------------------------------------------------------


class TestScriptedModel(ChatModelUnitTests):
    @property
    def chat_model_class(self) -> type[BaseChatModel]:
        return ScriptedModel

    @property
    def has_tool_calling(self) -> bool:
        return False

    @property
    def has_structured_output(self) -> bool:
        return False


def test_replies_come_in_order() -> None:
    model = ScriptedModel(["one"])
    model.enqueue("two", "three")
    assert [model.invoke("?").text for _ in range(3)] == ["one", "two", "three"]


def test_replies_may_be_a_function_of_the_messages() -> None:
    model = ScriptedModel(lambda messages: str(messages[-1].text).upper())
    assert model.invoke("hello").text == "HELLO"


def test_history_holds_what_each_call_was_sent() -> None:
    model = ScriptedModel(["a", "b"])
    model.invoke(ASK)
    model.invoke("and?")
    assert [[message.text for message in call] for call in model.history] == [
        ["You solve.", "What is 1/3 + 1/4?"],
        ["and?"],
    ]


def test_running_out_of_replies_says_so() -> None:
    model = ScriptedModel(["only one"])
    model.invoke("?")
    with pytest.raises(ModelError, match="no reply left for call 2"):
        model.invoke("?")


@pytest.mark.parametrize("error", [TimeoutError("slow"), ModelError("gone"), KeyboardInterrupt()])
def test_a_reply_that_is_an_exception_is_raised(error: BaseException) -> None:
    with pytest.raises(type(error)):
        ScriptedModel([error]).invoke("?")


def test_it_streams_word_by_word() -> None:
    chunks = [str(chunk.text) for chunk in ScriptedModel(["What is  left?\n"]).stream("?")]
    assert [chunk for chunk in chunks if chunk] == ["What ", "is  ", "left?\n"]


def test_two_models_share_no_history() -> None:
    ScriptedModel(["a"]).invoke("?")
    assert ScriptedModel(["b"]).history == []


# --- candidates ---------------------------------------------------------------------------------------------------


def test_our_own_model_is_asked_for_all_candidates_in_order() -> None:
    assert [answer.text for answer in ask(ScriptedModel(["one", "two", "three"]), 3)] == [
        "one",
        "two",
        "three",
    ]


def test_a_foreign_model_is_told_the_options_it_has_a_field_for() -> None:
    assert [answer.text for answer in ask(Foreign(), 2, stop=["\n"])] == [
        f"{SECRET} seed=5, temperature=0.8 stop=['\\n']",
        f"{SECRET} seed=6, temperature=0.8 stop=['\\n']",
    ]


def test_a_model_that_counts_no_tokens_gives_zeros() -> None:
    assert {(answer.tokens_in, answer.tokens_out, answer.finish) for answer in ask(Foreign())} == {
        (0, 0, "stop")
    }


def test_how_an_answer_ended_is_passed_on() -> None:
    assert ask(Foreign(finish="length"), 1)[0].finish == "length"


@pytest.mark.parametrize("model", [ScriptedModel([ValueError("a\nb")]), Foreign(fails=ValueError("a\nb"))])
def test_a_foreign_error_is_one_line(model: BaseChatModel) -> None:
    with pytest.raises(ModelError, match=r"^the model failed: ValueError: a b$"):
        ask(model)


def test_ctrl_c_is_not_an_error_of_the_model() -> None:
    with pytest.raises(KeyboardInterrupt):
        ask(ScriptedModel([KeyboardInterrupt()]))


def test_a_message_chat_templates_do_not_know_is_refused() -> None:
    with pytest.raises(ModelError, match="type 'tool'"):
        as_dict(ToolMessage("3", tool_call_id="1"))


# --- nobody sees them ---------------------------------------------------------------------------------------------


class State(TypedDict):
    seen: int


class Ears(BaseCallbackHandler):
    """Writes down whatever any callback is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        if not name.startswith("on_"):
            return super().__getattribute__(name)

        def hear(*args: Any, **kwargs: Any) -> None:
            self.heard.append(f"{name} {args} {kwargs}")

        return hear


def graph_of(node: Callable[[BaseChatModel], object], model: BaseChatModel) -> Any:
    def run(state: State) -> State:
        node(model)
        return {"seen": 1}

    builder: Any = StateGraph(State)
    builder.add_node("solve", run)
    builder.add_edge(START, "solve")
    return builder.compile()


def everything_told(graph: Any) -> str:
    """All stream modes, all events and all callbacks of one run each, as text."""
    ears = Ears()
    modes = ["messages", "values", "updates", "custom", "tasks", "checkpoints", "debug"]
    told = [str(list(graph.stream({"seen": 0}, {"callbacks": [ears]}, stream_mode=modes)))]

    async def events() -> list[Any]:
        return [event async for event in graph.astream_events({"seen": 0}, version="v2")]

    told.append(str(asyncio.run(events())))
    return " ".join([*told, *ears.heard])


@pytest.mark.parametrize("model", [ScriptedModel([SECRET] * 4), Foreign()], ids=["ours", "foreign"])
def test_no_stream_event_or_callback_of_a_graph_tells_a_candidate(model: BaseChatModel) -> None:
    told = everything_told(graph_of(ask, model))
    assert "solve" in told
    assert SECRET not in told
    assert "You solve." not in told


def test_the_same_ears_hear_a_plain_call() -> None:
    told = everything_told(graph_of(lambda model: model.invoke(ASK), Foreign()))
    assert SECRET in told
    assert "You solve." in told


TRACED = """
import sys
from langchain_core.tracers.langchain import wait_for_all_tracers
from test_models import ASK, Foreign, ask, graph_of
graph_of(ask if sys.argv[1] == "candidates" else lambda model: model.invoke(ASK), Foreign()).invoke({"seen": 0})
wait_for_all_tracers()
"""


@pytest.fixture
def tracer() -> Iterator[tuple[str, list[bytes]]]:
    """A tracing server on the loopback and what it was sent."""
    sent: list[bytes] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"] or 0)
            body = self.rfile.read(length) if length else self._chunked()
            sent.append(body)
            self.send_response(202)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        do_PATCH = do_POST

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"{}")

        def _chunked(self) -> bytes:
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            return body

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,)).start()
    yield f"http://127.0.0.1:{server.server_port}", sent
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("call", "seen"), [("candidates", False), ("a plain call", True)])
def test_a_tracer_switched_on_in_the_environment_is_sent_no_candidate(
    call: str, seen: bool, tracer: tuple[str, list[bytes]]
) -> None:
    settings = {
        "LANGSMITH_TRACING": "true",
        "LANGSMITH_API_KEY": "none",
        "LANGSMITH_ENDPOINT": tracer[0],
        "LANGSMITH_DISABLE_RUN_COMPRESSION": "true",
        "PYTHONPATH": str(Path(__file__).parent),
    }
    subprocess.run(
        [sys.executable, "-c", TRACED, call], env={**os.environ, **settings}, check=True, timeout=60
    )
    told = b" ".join(tracer[1])
    assert b"solve" in told
    assert (SECRET.encode() in told or SECRET.replace("/", "\\/").encode() in told) is seen


# --- open_model ---------------------------------------------------------------------------------------------------


def test_a_model_is_passed_through() -> None:
    model = ScriptedModel()
    assert open_model(model) is model


@pytest.mark.parametrize("spec", ["nosuch", "foo:bar", "gguf:", "hf:", "", "default+x", "\x00", "a" * 4000])
def test_an_unknown_model_is_one_line_that_names_the_known(spec: str) -> None:
    with pytest.raises(
        ModelError, match=r"no model called .*; there is default, gguf:NAME_OR_PATH"
    ) as caught:
        open_model(spec)
    assert "\n" not in str(caught.value)


def test_absent_weights_are_said_to_be_absent_offline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if find_spec("xllamacpp") is None:
        pytest.skip("the local runtime is an extra")
    monkeypatch.setenv("ASKBACK_CACHE", str(tmp_path))
    with pytest.raises(WeightsError, match="downloads are off: askback models get"):
        open_model("default", offline=True)


@pytest.mark.parametrize(
    ("spec", "package", "advice"),
    [
        ("default", "xllamacpp", r'pip install "askback\[local\]"'),
        ("hf:somebody/something", "peft", r'pip install "askback\[hf\]"'),
        ("openai:some-model", "langchain.chat_models", r'pip install "askback\[remote\]"'),
    ],
)
def test_a_missing_extra_says_what_to_install(
    spec: str, package: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ModelError, match=advice):
        open_model(spec)


def test_the_default_model_comes_with_an_adapter_for_wording_replies() -> None:
    adapter = weights.shipped_adapter(weights.default_name())
    assert adapter is not None
    assert adapter.read_bytes()[:4] == b"GGUF"
    assert adapter.with_suffix(".md").is_file()
    assert weights.shipped_adapter("another") is None


def test_a_missing_adapter_is_said_to_be_missing(tmp_path: Path) -> None:
    if find_spec("xllamacpp") is None:
        pytest.skip("the local runtime is an extra")
    (tmp_path / "model.gguf").write_bytes(b"GGUF")
    with pytest.raises(WeightsError, match=r"nosuch\.gguf"):
        open_model(f"gguf:{tmp_path / 'model.gguf'}+{tmp_path / 'nosuch.gguf'}")


def test_a_remote_model_without_a_key_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("langchain_openai", reason="remote models are an extra")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ModelError, match=r"cannot open 'openai:some-model': .*OPENAI_API_KEY") as caught:
        open_model("openai:some-model")
    assert "\n" not in str(caught.value)


def test_importing_models_loads_no_runtime() -> None:
    heavy = ("torch", "xllamacpp", "transformers", "langchain", "openai", "filelock")
    code = f"import sys, askback.agent.models; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
