"""The GGUF runtime. Most tests run on a tiny random model written here; those marked `weights` on the default one."""

import gc
import json
import os
import random
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_tests.integration_tests import ChatModelIntegrationTests
from langchain_tests.unit_tests import ChatModelUnitTests

from askback.agent import Tutor, weights
from askback.agent.errors import ModelError
from askback.agent.llama import ChatLlama
from askback.agent.llama_runtime import Runtime, import_library
from askback.agent.models import Candidate, candidates, open_model

# Not `importorskip`: the library must not be imported before the runtime has told OpenMP not to spin.
if find_spec("xllamacpp") is None:
    pytest.skip("the local runtime is an extra", allow_module_level=True)

CHAT: list[BaseMessage] = [
    SystemMessage("You are a calm maths helper." + " Be brief." * 9),
    HumanMessage("What is a ratio?"),
    AIMessage("A way to compare two amounts."),
    HumanMessage("What is one half of ten?"),
]

# --- a tiny model, written as the GGUF format says ----------------------------------------------------------------

WIDTH, HIDDEN, LAYERS = 64, 128, 2
LETTERS = ["<end>", "<|m|>", *map(chr, range(33, 127)), "Ġ", "Ċ"]  # Ġ and Ċ stand for space and newline
TEMPLATE = (
    "{% for m in messages %}<|m|>{{ m.role }}: {{ m.content }}\n{% endfor %}"
    "{% if add_generation_prompt %}<|m|>assistant: {% endif %}"
)
Tensors = dict[str, tuple[tuple[int, ...], list[float]]]


def write_gguf(path: Path, fields: dict[str, Any], tensors: Tensors) -> Path:
    """A GGUF file, version 3: the fields, then tensors of 32-bit floats at multiples of 32 bytes."""
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(fields))
    head += b"".join(_text(name) + _value(value) for name, value in fields.items())
    data = b""
    for name, (shape, numbers) in tensors.items():
        head += _text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, 0, len(data))
        body = struct.pack(f"<{len(numbers)}f", *numbers)
        data += body + bytes(-len(body) % 32)
    path.write_bytes(head + bytes(-len(head) % 32) + data)
    return path


def _text(text: str) -> bytes:
    return struct.pack("<Q", len(text.encode())) + text.encode()


def _value(value: object) -> bytes:
    if isinstance(value, str):
        return struct.pack("<I", 8) + _text(value)
    if isinstance(value, float):
        return struct.pack("<If", 6, value)
    if isinstance(value, int):
        return struct.pack("<II", 4, value)
    items = cast(list[Any], value)
    if isinstance(items[0], str):
        return struct.pack("<IIQ", 9, 8, len(items)) + b"".join(map(_text, items))
    return struct.pack("<IIQ", 9, 5, len(items)) + struct.pack(f"<{len(items)}i", *items)


def noise(chance: random.Random, *shape: int, scale: float = 0.3) -> tuple[tuple[int, ...], list[float]]:
    count = shape[0] * (shape[1] if len(shape) > 1 else 1)
    return shape, [chance.gauss(0, scale) for _ in range(count)]


def write_tiny(path: Path) -> Path:
    chance = random.Random(1)
    ones = ((WIDTH,), [1.0] * WIDTH)
    tensors: Tensors = {
        "token_embd.weight": noise(chance, WIDTH, len(LETTERS), scale=1.0),
        "output_norm.weight": ones,
        "output.weight": noise(chance, WIDTH, len(LETTERS)),
    }
    for layer in range(LAYERS):
        for part in ("q", "k", "v", "output"):
            tensors[f"blk.{layer}.attn_{part}.weight"] = noise(chance, WIDTH, WIDTH)
        tensors |= {
            f"blk.{layer}.attn_norm.weight": ones,
            f"blk.{layer}.ffn_norm.weight": ones,
            f"blk.{layer}.ffn_gate.weight": noise(chance, WIDTH, HIDDEN),
            f"blk.{layer}.ffn_up.weight": noise(chance, WIDTH, HIDDEN),
            f"blk.{layer}.ffn_down.weight": noise(chance, HIDDEN, WIDTH),
        }
    fields = {
        "general.architecture": "llama",
        "llama.context_length": 4096,
        "llama.embedding_length": WIDTH,
        "llama.block_count": LAYERS,
        "llama.feed_forward_length": HIDDEN,
        "llama.attention.head_count": 2,
        "llama.attention.head_count_kv": 2,
        "llama.rope.dimension_count": WIDTH // 2,
        "llama.attention.layer_norm_rms_epsilon": 1e-5,
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "gpt-2",
        "tokenizer.ggml.tokens": LETTERS,
        "tokenizer.ggml.token_type": [3, 3] + [1] * (len(LETTERS) - 2),
        "tokenizer.ggml.merges": ["Ġ Ċ"],
        "tokenizer.ggml.eos_token_id": 0,
        "tokenizer.ggml.bos_token_id": 0,
        "tokenizer.chat_template": TEMPLATE,
    }
    return write_gguf(path, fields, tensors)


def write_adapter(path: Path, architecture: str, width: int, layers: int) -> Path:
    """A LoRA adapter of rank 2 on the query of every layer, strong enough to be noticed."""
    chance = random.Random(2)
    tensors: Tensors = {}
    for layer in range(layers):
        tensors[f"blk.{layer}.attn_q.weight.lora_a"] = noise(chance, width, 2, scale=1.0)
        tensors[f"blk.{layer}.attn_q.weight.lora_b"] = noise(chance, 2, width, scale=1.0)
    fields = {
        "general.architecture": architecture,
        "general.type": "adapter",
        "adapter.type": "lora",
        "adapter.lora.alpha": 2.0,
    }
    return write_gguf(path, fields, tensors)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("tiny") / "tiny.gguf")


@pytest.fixture(scope="module")
def model(tiny: Path) -> ChatLlama:
    return ChatLlama(path=tiny, temperature=1.0, max_tokens=20, context=2048, parallel=4)


def ask(model: BaseChatModel, n: int = 3, seed: int = 1, **options: Any) -> list[Candidate]:
    defaults: dict[str, Any] = {"seed": seed, "max_tokens": 20, "temperature": 1.0}
    return candidates(model, CHAT, n, **(defaults | options))


# --- what every LangChain chat model does -------------------------------------------------------------------------


class TestUnit(ChatModelUnitTests):
    @property
    def chat_model_class(self) -> type[BaseChatModel]:
        return ChatLlama

    @property
    def chat_model_params(self) -> dict[str, Any]:
        return {"path": Path("nowhere.gguf")}

    @property
    def has_tool_calling(self) -> bool:
        return False

    @property
    def has_structured_output(self) -> bool:
        return False


class TestIntegration(ChatModelIntegrationTests):
    path = Path()

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def write(cls, tiny: Path) -> None:
        cls.path = tiny

    @property
    def chat_model_class(self) -> type[BaseChatModel]:
        return ChatLlama

    @property
    def chat_model_params(self) -> dict[str, Any]:
        return {"path": self.path, "max_tokens": 20, "context": 2048, "parallel": 4}

    @property
    def has_tool_calling(self) -> bool:
        return False

    @property
    def has_structured_output(self) -> bool:
        return False


# --- answers ------------------------------------------------------------------------------------------------------


def test_one_batch_gives_different_answers(model: ChatLlama) -> None:
    assert len({answer.text for answer in ask(model, 4)}) == 4


def test_more_answers_than_slots_are_written_in_several_batches(model: ChatLlama) -> None:
    assert len({answer.text for answer in ask(model, 6)}) == 6


def test_the_same_seed_gives_the_same_answers(model: ChatLlama) -> None:
    assert ask(model) == ask(model)


@pytest.mark.parametrize("seed", [-1, 2**31, 2**32 - 1, 10**30])
def test_any_whole_number_is_a_seed(seed: int, model: ChatLlama) -> None:
    assert ask(model, seed=seed) == ask(model, seed=seed)


def test_another_seed_gives_other_answers(model: ChatLlama) -> None:
    assert ask(model, seed=1) != ask(model, seed=100)


def test_each_answer_counts_its_own_tokens(model: ChatLlama) -> None:
    rendered = "".join(
        f"#{role}: {text}\n"
        for role, text in zip(
            ["system", "user", "assistant", "user"], [str(m.text) for m in CHAT], strict=True
        )
    )  # the template's mark is one token
    whole = ask(model, 4, stop=["e"])
    assert {answer.tokens_in for answer in whole} == {len(rendered) + len("#assistant: ")}
    assert len({answer.tokens_out for answer in whole}) > 1


def test_max_tokens_cuts_and_says_so(model: ChatLlama) -> None:
    answers = ask(model, 2, max_tokens=3)
    assert {(answer.tokens_out, answer.finish) for answer in answers} == {(3, "length")}


def test_a_stop_text_ends_the_answer_and_is_not_in_it(model: ChatLlama) -> None:
    whole = ask(model, 1, temperature=0.0)[0].text
    stopped = ask(model, 1, temperature=0.0, stop=[whole[5]])[0]
    assert (stopped.text, stopped.finish) == (whole[: whole.index(whole[5])], "stop")


def test_a_schema_is_kept_to(model: ChatLlama) -> None:
    schema = {"enum": ["correct", "slip"]}
    assert {json.loads(answer.text) for answer in ask(model, 4, schema=schema)} <= {"correct", "slip"}


def test_a_grammar_is_kept_to(model: ChatLlama) -> None:
    message = model.invoke(CHAT, grammar='root ::= "yes" | "no"')
    assert message.text in ("yes", "no")


def test_a_stream_gives_the_same_text_as_a_call(model: ChatLlama) -> None:
    assert "".join(str(chunk.text) for chunk in model.stream(CHAT, seed=4)) == model.invoke(CHAT, seed=4).text


def test_a_model_frees_its_weights_with_its_last_user(tiny: Path) -> None:
    one = ChatLlama(path=tiny, context=512, parallel=1)
    two = ChatLlama(path=tiny, context=512, parallel=1)
    runtime = one.load()
    assert two.load() is runtime, "the same weights are loaded once"
    folder = Path(runtime.folder)
    assert folder.is_dir()
    del one, two, runtime
    gc.collect()
    assert not folder.exists()


def test_prefixes_are_private_and_few(model: ChatLlama) -> None:
    folder = Path(model.load().folder)
    for number in range(12):
        model.invoke([SystemMessage(f"Prompt {number}."), HumanMessage("?")], max_tokens=1)
    assert folder.stat().st_mode & 0o077 == 0
    assert len(list(folder.glob("*.bin"))) <= 8


def test_a_prefix_is_read_once(model: ChatLlama) -> None:
    folder = Path(model.load().folder)
    model.invoke(CHAT, max_tokens=1)
    before = sorted(folder.iterdir())
    model.invoke([*CHAT[:-1], HumanMessage("Something else?")], max_tokens=1)
    assert sorted(folder.iterdir()) == before


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:999])


@pytest.mark.parametrize("damage", [Path.unlink, cut])
def test_a_prefix_that_is_lost_or_damaged_is_read_again(
    damage: Callable[[Path], object], model: ChatLlama
) -> None:
    expected = ask(model)
    for file in Path(model.load().folder).glob("*.bin"):
        damage(file)
    assert ask(model) == expected


def test_a_system_without_a_temporary_folder_is_one_clear_line(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(ModelError, match="no temporary folder"):
        ChatLlama(path=tiny, context=600, parallel=1).load()


# --- adapters -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def adapted(tiny: Path) -> ChatLlama:
    adapter = write_adapter(tiny.with_name("adapter.gguf"), "llama", WIDTH, LAYERS)
    return ChatLlama(path=tiny, adapter=adapter, temperature=0.0, max_tokens=20, context=2048, parallel=4)


def test_an_adapter_changes_the_answer(model: ChatLlama, adapted: ChatLlama) -> None:
    assert adapted.invoke(CHAT).text != model.invoke(CHAT, temperature=0.0).text


def test_an_adapter_can_be_turned_off_for_one_call(model: ChatLlama, adapted: ChatLlama) -> None:
    before = adapted.invoke(CHAT).text
    assert adapted.invoke(CHAT, adapter_scale=0.0).text == model.invoke(CHAT, temperature=0.0).text
    assert adapted.invoke(CHAT).text == before


def test_what_was_read_at_one_scale_is_not_used_at_another(adapted: ChatLlama) -> None:
    folder = Path(adapted.load().folder)
    first = [adapted.invoke(CHAT, adapter_scale=scale).text for scale in (0.0, 1.0)]
    read = sorted(folder.iterdir())
    again = [adapted.invoke(CHAT, adapter_scale=scale).text for scale in (1.0, 0.0)]
    assert (again[::-1], sorted(folder.iterdir())) == (first, read)


def test_the_adapter_words_replies_and_the_plain_weights_solve(adapted: ChatLlama) -> None:
    with Tutor(model=adapted) as tutor:
        services = tutor._services  # pyright: ignore[reportPrivateUsage]
        scales = [getattr(model, "adapter_scale", None) for model in (services.writer, services.solver)]
    assert (scales, services.writer_is_tuned) == ([1.0, 0.0], True)


def test_open_model_takes_an_adapter_after_a_plus(tiny: Path, adapted: ChatLlama) -> None:
    opened = open_model(f"gguf:{tiny}+{adapted.adapter}")
    assert isinstance(opened, ChatLlama)
    assert (opened.path, opened.adapter) == (tiny, adapted.adapter)


# --- errors -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("messages", "options", "says"),
    [
        ([HumanMessage("x " * 3000)], {}, "exceeds the available context"),
        ([HumanMessage("x " * 3000), HumanMessage("?")], {}, "exceeds the available context"),
        ([HumanMessage("x" * 1_000_000)], {}, "exceeds the available context"),
        ([HumanMessage("?")], {"grammar": "root ::= ("}, "grammar"),
        ([HumanMessage("?")], {"schema": {"type": "zork"}}, "zork"),
        ([ToolMessage("3", tool_call_id="1")], {}, "type 'tool'"),
        ([HumanMessage("half \ud800 of a letter")], {}, "the model failed"),
    ],
    ids=["long", "long prefix", "1 MB", "grammar", "schema", "role", "surrogate"],
)
def test_an_error_of_the_library_is_one_line(
    messages: list[BaseMessage], options: dict[str, Any], says: str, model: ChatLlama
) -> None:
    with pytest.raises(ModelError, match=says) as caught:
        model.invoke(messages, **options)
    assert "\n" not in str(caught.value)
    assert model.invoke("still there?", max_tokens=2).text


@pytest.mark.parametrize("body", [b"GGUF", b"GGUF" + bytes(1000), b"GGUF\x03\x00\x00\x00" + b"\xff" * 99])
def test_a_damaged_file_does_not_load(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "damaged.gguf").write_bytes(body)
    with pytest.raises(ModelError, match=r"the runtime cannot load .*damaged\.gguf") as caught:
        open_model(f"gguf:{tmp_path / 'damaged.gguf'}").invoke("?")
    assert "\n" not in str(caught.value)


def test_a_closed_runtime_says_so(tiny: Path) -> None:
    runtime = Runtime(tiny, None, 512, 1)
    runtime.close()
    with pytest.raises(ModelError, match="closed"):
        list(runtime.chat({"messages": [{"role": "user", "content": "?"}]}))


# --- the port -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/slots", "/props", "/completion", "/v1/chat/completions", "/slots/0?action=erase"]
)
@pytest.mark.parametrize("key", ["", "guess"])
def test_nobody_else_reads_or_writes_over_the_librarys_port(path: str, key: str, model: ChatLlama) -> None:
    model.invoke(CHAT, max_tokens=1)
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"http://{model.load().address}{path}", b'{"prompt": "x"}', headers)
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(request, timeout=10)
    caught.value.close()
    assert caught.value.code in (401, 404)


# --- threads, Ctrl-C and the end of the process -------------------------------------------------------------------


def test_threads_take_turns_and_get_what_they_would_get_alone(model: ChatLlama) -> None:
    def one(seed: int) -> None:
        together[seed] = ask(model, 2, seed=seed)

    alone = {seed: ask(model, 2, seed=seed) for seed in (10, 20, 30, 40)}
    together: dict[int, list[Candidate]] = {}
    threads = [threading.Thread(target=one, args=(seed,)) for seed in alone]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert together == alone


def forever(model: ChatLlama) -> Iterator[Any]:
    """A stream of 1,500 tokens."""
    return model.stream("Tell me everything.", max_tokens=1900, grammar="root ::= [a-z]{1500}")


def test_a_stream_that_is_closed_stops_the_generation(model: ChatLlama) -> None:
    started = time.monotonic()
    list(forever(model))
    whole = time.monotonic() - started
    stream = forever(model)
    next(stream)
    cast(Any, stream).close()
    started = time.monotonic()
    model.invoke("?", max_tokens=1)
    assert time.monotonic() - started < whole / 2


RUN = """
import signal, sys, threading, time
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background begins with Ctrl-C ignored
from test_llama import CHAT, ChatLlama, forever
model = ChatLlama(path=Path(sys.argv[1]), temperature=1.0, context=2048, parallel=4)
"""
CTRL_C = """
expected = model.invoke(CHAT, max_tokens=20).text
try:
    # A tiny model fills its context in a moment, so it begins again: on a busy machine a signal takes its time.
    for count, chunk in enumerate(chunk for _ in range(1000) for chunk in forever(model)):
        if count == 3:
            print("writing", flush=True)
    print("never stopped")
except KeyboardInterrupt:
    print("stopped")
print(model.invoke(CHAT, max_tokens=20).text == expected)
"""
LEAVE = """
threading.Thread(target=lambda: list(forever(model)), daemon=True).start()
time.sleep(0.2)
"""


def start(code: str, tiny: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", RUN + code, str(tiny)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )


def test_ctrl_c_stops_a_generation_and_leaves_the_model_usable(tiny: Path) -> None:
    with start(CTRL_C, tiny) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        process.send_signal(signal.SIGINT)
        try:
            output, errors = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (output.splitlines(), errors, process.returncode) == (["stopped", "True"], "", 0)


@pytest.mark.parametrize("code", ["model.invoke(CHAT, max_tokens=5)", LEAVE], ids=["idle", "while writing"])
def test_a_process_that_ends_is_quiet_and_leaves_nothing(code: str, tiny: Path, tmp_path: Path) -> None:
    with start(f"import tempfile; tempfile.tempdir = {str(tmp_path)!r}\n{code}", tiny) as process:
        output, errors = process.communicate(timeout=60)
    assert (output, errors, process.returncode) == ("", "", 0)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_killed_process_is_swept_and_that_of_a_living_one_is_not(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = f"import tempfile; tempfile.tempdir = {str(tmp_path)!r}\nmodel.load()"
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with start(f"{where}\nprint('loaded', flush=True)\ntime.sleep(60)", tiny) as process:
        assert process.stdout is not None
        process.stdout.readline()
        (left,) = tmp_path.iterdir()
        os.utime(left, (1, 1))
        Runtime(tiny, None, 512, 1).close()
        assert left.exists(), "the process lives"
        process.kill()
    os.utime(left, (1, 1))
    Runtime(tiny, None, 512, 1).close()
    assert list(tmp_path.iterdir()) == []


# --- the default model --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def default() -> ChatLlama:
    opened = open_model("default", offline=True)
    assert isinstance(opened, ChatLlama)
    return opened


@pytest.mark.weights
def test_the_default_model_can_count(default: ChatLlama) -> None:
    assert default.invoke("What is 2 + 2? Answer with the number only.").text.strip(" .") == "4"


@pytest.mark.weights
def test_an_answer_does_not_depend_on_what_was_asked_before(default: ChatLlama) -> None:
    """On quantised weights a reused prefix, another batch or a busy slot would change how the kernels round."""
    story = [*CHAT[:-1], HumanMessage("Tell me a story about a fraction that nobody has told before.")]

    def answers() -> list[str]:
        return [
            answer.text for answer in candidates(default, story, 3, seed=1, max_tokens=30, temperature=2.0)
        ]

    def other_things() -> None:
        ask(default, 2, seed=9, max_tokens=2)
        candidates(default, CHAT[:2], 4, seed=9, max_tokens=2, temperature=1.0)
        default.load().forget()

    first = answers()
    again = answers()
    other_things()
    assert first == again == answers()


@pytest.mark.weights
def test_the_default_model_is_held_to_a_schema(default: ChatLlama) -> None:
    schema = {
        "type": "object",
        "properties": {"quantity": {"type": "string", "maxLength": 10}, "value": {"type": "integer"}},
        "required": ["quantity", "value"],
        "additionalProperties": False,
    }
    answer = candidates(
        default, [HumanMessage("3 apples")], 1, seed=1, max_tokens=60, temperature=0.0, schema=schema
    )[0]
    assert json.loads(answer.text)["value"] == 3


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The default model behind a real OpenAI-compatible server on the loopback."""
    library = import_library()
    params = library.CommonParams()
    params.model.path = str(weights.locate(weights.default_name()))
    params.n_ctx, params.n_parallel, params.verbosity, params.api_keys = 2048, 2, -1, ["a-key"]
    params.no_extra_bufts = True  # no second copy of the weights in memory
    running = library.Server(params)
    yield running.listening_address
    del running


@pytest.mark.weights
def test_a_remote_endpoint_is_a_model(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("langchain_openai", reason="remote models are an extra")
    monkeypatch.setenv("OPENAI_BASE_URL", f"{server}/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "a-key")
    model = open_model("openai:whatever")
    question = [HumanMessage("What is 2 + 2? Answer with the number only.")]
    answers = candidates(model, question, 2, seed=1, max_tokens=5, temperature=0.5)
    assert {answer.text.strip(" .") for answer in answers} == {"4"}
    assert {answer.finish for answer in answers} == {"stop"}
    assert all(answer.tokens_in > 10 and answer.tokens_out >= 1 for answer in answers)


@pytest.mark.weights
def test_a_remote_endpoint_that_refuses_the_key_is_a_model_error(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("langchain_openai", reason="remote models are an extra")
    monkeypatch.setenv("OPENAI_BASE_URL", f"{server}/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "another-key")
    with pytest.raises(ModelError, match=r"the model failed: .*AuthenticationError") as caught:
        candidates(open_model("openai:whatever"), CHAT, 1, seed=1, max_tokens=5, temperature=0.0)
    assert "\n" not in str(caught.value)
