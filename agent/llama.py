"""A GGUF model in this process: `ChatLlama`, a LangChain chat model over xllamacpp.

Covers: the model's own chat template, several answers in one batch, reuse of the prompt's prefix from call to
call, streaming, stop texts, seed, JSON-schema and GBNF grammars, a LoRA adapter with a scale per request.
Does not cover: tools, images, log probabilities. Calls from several threads take turns.
"""

import atexit
import os
import queue
import secrets
import threading
import weakref
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, UsageMetadata
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import ConfigDict, PrivateAttr

from .errors import ModelError

Event = Mapping[str, Any]
"""One chunk as the runtime's OpenAI-like stream gives it."""

_DONE = None
_live: "weakref.WeakSet[Runtime]" = weakref.WeakSet()


class Runtime:
    """The loaded weights and the calls into the library.

    Every call runs in a thread of its own, because the library's calls block and would hold Ctrl-C back: the
    caller waits on a queue, and a caller that goes away stops the generation at its next token.
    """

    def __init__(self, path: Path, adapter: Path | None, scale: float, context: int, parallel: int) -> None:
        # OpenMP's default is to spin at the end of every loop, which starves a busy machine; read at load time.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        try:
            import xllamacpp  # pyright: ignore[reportMissingTypeStubs]
        except ImportError as error:
            raise ModelError('GGUF models need the local runtime: pip install "askback[local]"') from error
        library = cast(Any, xllamacpp)
        params = library.CommonParams()
        params.model.path = str(path)
        params.n_ctx = context
        params.n_parallel = parallel
        params.kv_unified = True
        params.cpuparams.n_threads = 1
        params.cpuparams_batch.n_threads = min(2, os.cpu_count() or 1)
        params.verbosity = -1
        params.warmup = False
        params.cache_ram_mib = 0
        # The library always opens a loopback port; nobody is told the key, so nobody can read prompts there.
        params.api_keys = [secrets.token_urlsafe(32)]
        params.endpoint_slots = False
        if adapter is not None:
            params.lora_adapters = [library.CommonAdapterLoraInfo(str(adapter), scale)]
        try:
            self._server = library.Server(params)
        except Exception as error:
            raise ModelError(f"the runtime cannot load {path.name}: {_one_line(error)}") from error
        self._turn = threading.Lock()
        self._closing = threading.Event()
        _live.add(self)

    def chat(self, request: Mapping[str, Any]) -> Iterator[Event]:
        """Yield the chunks of one streamed request; raise `ModelError` where the library reports an error."""
        chunks: queue.SimpleQueue[Event | Exception | None] = queue.SimpleQueue()
        gone = threading.Event()

        def on_chunk(chunk: Event) -> bool:
            chunks.put(chunk)
            return gone.is_set() or self._closing.is_set()

        def work() -> None:
            try:
                with self._turn:
                    if not (gone.is_set() or self._closing.is_set()):
                        self._server.handle_chat_completions(dict(request), on_chunk)
            except Exception as error:
                chunks.put(error)
            finally:
                chunks.put(_DONE)

        threading.Thread(target=work, name="askback-llama", daemon=True).start()
        try:
            while (item := chunks.get()) is not _DONE:
                if isinstance(item, Exception):
                    raise ModelError(f"the model failed: {_one_line(item)}") from item
                if "error" in item:
                    raise ModelError(
                        f"the model failed: {_one_line(item['error'].get('message', item['error']))}"
                    )
                yield item
        finally:
            gone.set()

    def close(self) -> None:
        """Stop what is being generated and free the weights."""
        self._closing.set()
        with self._turn:
            self._server = None


@atexit.register
def _close_all() -> None:
    for runtime in list(_live):
        runtime.close()


def _one_line(error: object) -> str:
    return " ".join(str(error).split())[:300]


class ChatLlama(BaseChatModel):
    """A GGUF model as a LangChain chat model.

    Each field but the paths can be given again per call: `model.invoke(messages, temperature=0.8, seed=7)`. A call
    also takes `schema` (a JSON schema), `grammar` (GBNF) and `adapter_scale`. Errors are `ModelError`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    path: Path
    adapter: Path | None = None
    adapter_scale: float = 1.0
    temperature: float = 0.0
    max_tokens: int = 512
    seed: int = 0
    stop: list[str] | None = None
    context: int = 8192
    parallel: int = 8

    _runtime: Runtime = PrivateAttr()

    def model_post_init(self, context: Any, /) -> None:
        """Load the weights."""
        super().model_post_init(context)
        self._runtime = Runtime(self.path, self.adapter, self.adapter_scale, self.context, self.parallel)

    @property
    def _llm_type(self) -> str:
        return "askback-llama"

    @property
    def _identifying_params(self) -> dict[str, Any]:
        return {"model_name": self.path.stem, "temperature": self.temperature, "seed": self.seed}

    def _request(
        self, messages: Sequence[BaseMessage], stop: list[str] | None, **options: Any
    ) -> dict[str, Any]:
        request: dict[str, Any] = {
            "messages": [_as_dict(message) for message in messages],
            "temperature": options.get("temperature", self.temperature),
            "max_tokens": options.get("max_tokens", self.max_tokens),
            "seed": options.get("seed", self.seed),
            "stop": stop or self.stop or [],
            "n": options.get("n", 1),
            "cache_prompt": True,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        if options.get("schema") is not None:
            request["json_schema"] = options["schema"]
        if options.get("grammar") is not None:
            request["grammar"] = options["grammar"]
        if "adapter_scale" in options and self.adapter is not None:
            request["lora"] = [{"id": 0, "scale": options["adapter_scale"]}]
        return request

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return self.generate_many(messages, stop=stop, **kwargs)

    def generate_many(
        self, messages: Sequence[BaseMessage], *, stop: list[str] | None = None, **options: Any
    ) -> ChatResult:
        """`n` answers to one prompt in one batch, with no callback or tracer told of it."""
        texts: dict[int, list[str]] = {}
        ends: dict[int, str] = {}
        usage: dict[int, UsageMetadata] = {}
        last = 0
        for event in self._runtime.chat(self._request(messages, stop, **options)):
            for choice in event["choices"]:
                last = choice["index"]
                texts.setdefault(last, []).append(choice["delta"].get("content") or "")
                ends[last] = choice["finish_reason"] or ends.get(last, "")
            if "usage" in event:  # follows the last chunk of the answer it counts
                usage[last] = _usage(event["usage"])
        return ChatResult(
            generations=[
                ChatGeneration(
                    message=AIMessage(
                        "".join(texts[index]),
                        usage_metadata=usage.get(index),
                        response_metadata={"model_name": self.path.stem, "finish_reason": ends[index]},
                    )
                )
                for index in sorted(texts)
            ]
        )

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for event in self._runtime.chat(self._request(messages, stop, **{**kwargs, "n": 1})):
            usage = _usage(event["usage"]) if "usage" in event else None
            choice = event["choices"][0] if event["choices"] else {"delta": {}, "finish_reason": None}
            text = choice["delta"].get("content") or ""
            end = choice["finish_reason"]
            if not (text or end or usage):
                continue
            metadata = {"model_name": self.path.stem, "finish_reason": end} if end else {}
            chunk = ChatGenerationChunk(
                message=AIMessageChunk(text, usage_metadata=usage, response_metadata=metadata)
            )
            if run_manager:
                run_manager.on_llm_new_token(text, chunk=chunk)
            yield chunk

    def close(self) -> None:
        """Free the weights; the model cannot be used afterwards."""
        self._runtime.close()


_ROLES = {
    "system": "system",
    "human": "user",
    "ai": "assistant",
    "AIMessageChunk": "assistant",
    "tool": "tool",
}


def _as_dict(message: BaseMessage) -> dict[str, str]:
    role = _ROLES.get(message.type)
    if role is None:
        raise ModelError(f"a GGUF model takes no message of type {message.type!r}")
    return {"role": role, "content": str(message.text)}


def _usage(counts: Mapping[str, int]) -> UsageMetadata:
    return UsageMetadata(
        input_tokens=counts["prompt_tokens"],
        output_tokens=counts["completion_tokens"],
        total_tokens=counts["total_tokens"],
    )
