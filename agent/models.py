"""Language models by name, and the one call the graph makes on them.

`open_model` turns "default", "gguf:NAME_OR_PATH[+ADAPTER]", "hf:REPO_OR_PATH[+ADAPTER]" or any name LangChain's
`init_chat_model` knows into a LangChain chat model. `candidates` asks a model for several answers at once, away from
every callback, stream and trace, because what a solver writes holds the answer. `ScriptedModel` is the
test double. Importing this module loads no runtime.
"""

import contextvars
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol, cast, runtime_checkable

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import Field, PrivateAttr

from . import weights
from .errors import ModelError

Messages = Sequence[BaseMessage]
Progress = Callable[[int, int], None]
"""Told of a download: bytes done, bytes in all."""


@dataclass(frozen=True)
class Candidate:
    """One answer of a model; `finish` is "stop" or "length", tokens are 0 where the model does not count them."""

    text: str
    tokens_in: int
    tokens_out: int
    finish: str


def open_model(
    spec: str | BaseChatModel, *, offline: bool = False, progress: Progress | None = None
) -> BaseChatModel:
    """The chat model a spec names; a chat model is returned as it is.

    Weights that come with an adapter of ours have it at scale 0; `with_adapter` turns it up.
    `offline` forbids fetching weights; `progress` is told of a download. Raises `ModelError` for a name nobody knows,
    a missing extra or a model that does not load, `WeightsError` for weights that are absent or wrong.
    """
    if isinstance(spec, BaseChatModel):
        return spec
    kind, _, rest = (f"gguf:{weights.default_name()}" if spec == "default" else spec).partition(":")
    base, _, adapter = rest.partition("+")
    if kind == "gguf" and base:
        from .llama import ChatLlama
        from .llama_runtime import import_library

        import_library()  # say that the runtime is missing before fetching a gigabyte for it
        path = weights.fetch(base, progress=progress, offline=offline)
        if adapter:
            return ChatLlama(path=path, model_name=base, adapter=weights.locate(adapter))
        return ChatLlama(path=path, model_name=base, adapter=weights.shipped_adapter(base), adapter_scale=0.0)
    if kind == "hf" and base:
        from .transformers_model import open_transformers

        return open_transformers(base, adapter or None, offline=offline or weights.is_offline())
    return _open_remote(spec)


def with_adapter(model: BaseChatModel, scale: float) -> BaseChatModel:
    """The same model with its adapter at this scale: 1 where it helps, 0 for the weights as they are.

    A model that has none, or whose adapter is part of it, is returned as it is.
    """
    if getattr(model, "adapter", None) is None or "adapter_scale" not in type(model).model_fields:
        return model
    return model.model_copy(update={"adapter_scale": scale})


def _open_remote(spec: str) -> BaseChatModel:
    names = ", ".join(weights.known())
    unknown = (
        f"no model called {spec[:80]!r}; there is default, gguf:NAME_OR_PATH (names: {names}), hf:REPO_OR_PATH, and "
        'provider:model with pip install "askback[remote]"'
    )
    try:
        from langchain.chat_models import init_chat_model
    except ImportError as error:
        raise ModelError(unknown) from error
    try:
        model = cast(object, init_chat_model(spec))
        if not isinstance(model, BaseChatModel):  # an empty name gives something that is none yet
            raise ValueError(spec)
        return model
    except ValueError as error:
        raise ModelError(unknown) from error
    except Exception as error:  # a missing package or key, which the provider's own words name
        raise ModelError(f"cannot open {spec[:80]!r}: {one_line(error)}") from error


def one_line(error: object) -> str:
    """A foreign error's text on one line, cut where it gets long."""
    return " ".join(str(error).split())[:300]


_ROLES = {"system": "system", "human": "user", "ai": "assistant", "AIMessageChunk": "assistant"}


def as_dict(message: BaseMessage) -> dict[str, str]:
    """A message as chat templates take it; `ModelError` for a type they do not know, such as a tool's."""
    if message.type not in _ROLES:
        raise ModelError(f"this model takes no message of type {message.type!r}")
    return {"role": _ROLES[message.type], "content": str(message.text)}


@runtime_checkable
class _Many(Protocol):
    """A model that writes several answers in one batch, by itself unseen by callbacks and tracers."""

    def generate_many(
        self, messages: Messages, *, stop: list[str] | None, n: int, **options: Any
    ) -> ChatResult: ...


def candidates(
    model: BaseChatModel,
    messages: Messages,
    n: int,
    *,
    seed: int,
    max_tokens: int,
    temperature: float,
    stop: Sequence[str] | None = None,
    schema: dict[str, Any] | None = None,
) -> list[Candidate]:
    """`n` answers to one prompt, unseen by callbacks, streams and traces; the same ones for the same seed.

    Our own models write them in one batch. Of any other model `n` calls are made side by side, each option passed
    where the model declares a field of that name. `schema`, a JSON schema, binds GGUF models only: check the text.
    Raises `ModelError`, whatever went wrong inside.
    """
    options = {"seed": seed, "max_tokens": max_tokens, "temperature": temperature}
    stops = list(stop) if stop else None

    def ask() -> list[AIMessage]:
        if isinstance(model, _Many):
            result = model.generate_many(messages, stop=stops, n=n, schema=schema, **options)
            return [cast(AIMessage, generation.message) for generation in result.generations]
        accepted = {name: value for name, value in options.items() if name in type(model).model_fields}
        pool = ThreadPoolExecutor(max_workers=n)
        try:
            calls = [pool.submit(_unseen, model, messages, stops, accepted, place) for place in range(n)]
            return [call.result() for call in calls]
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # Ctrl-C does not wait for an answer nobody wants

    try:
        # A fresh context: the run around us, if any, is not this call's parent and its handlers hear nothing.
        return [_candidate(message) for message in contextvars.Context().run(ask)]
    except ModelError:
        raise
    except Exception as error:
        raise ModelError(f"the model failed: {type(error).__name__}: {one_line(error)}") from error


def _unseen(
    model: BaseChatModel, messages: Messages, stop: list[str] | None, options: dict[str, Any], place: int
) -> AIMessage:
    """One call of a foreign model that tells no callback and no tracer."""
    import langsmith

    if "seed" in options:
        options = {**options, "seed": options["seed"] + place}
    with cast(Any, langsmith).tracing_context(enabled=False):
        return model.invoke(list(messages), {"callbacks": [], "tags": ["nostream"]}, stop=stop, **options)


def _candidate(message: AIMessage) -> Candidate:
    usage = message.usage_metadata
    return Candidate(
        text=str(message.text),
        tokens_in=usage["input_tokens"] if usage else 0,
        tokens_out=usage["output_tokens"] if usage else 0,
        finish=str(message.response_metadata.get("finish_reason") or "stop"),
    )


Reply = str | BaseException
Script = Sequence[Reply] | Callable[[Messages], Reply]


class ScriptedModel(BaseChatModel):
    """A chat model that says what it is told to: the public test double.

    `replies` is a list, used up in order, or a function of the messages. A reply that is an exception is raised.
    `history` holds the messages of every call. Running out of replies raises `ModelError`.

    >>> model = ScriptedModel(["What do you need to make equal first?"])
    >>> model.invoke("I got 2/7").text
    'What do you need to make equal first?'
    """

    model_name: str = "scripted"
    history: list[list[BaseMessage]] = Field(default_factory=list[list[BaseMessage]])
    _queue: list[Reply] = PrivateAttr(default_factory=list[Reply])
    _function: Callable[[Messages], Reply] | None = PrivateAttr(default=None)

    def __init__(self, replies: Script = (), **fields: Any) -> None:
        super().__init__(**fields)
        if callable(replies):
            self._function = replies
        else:
            self._queue.extend(replies)

    def enqueue(self, *replies: Reply) -> None:
        """Add replies to the end of the list."""
        self._queue.extend(replies)

    @property
    def _llm_type(self) -> str:
        return "askback-scripted"

    def _next(self, messages: Messages) -> str:
        self.history.append(list(messages))
        if self._function is not None:
            reply = self._function(messages)
        elif self._queue:
            reply = self._queue.pop(0)
        else:
            raise ModelError(
                f"ScriptedModel has no reply left for call {len(self.history)}: enqueue one more"
            )
        if isinstance(reply, BaseException):
            raise reply
        return reply

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return self.generate_many(messages, stop=stop)

    def generate_many(
        self, messages: Messages, *, stop: list[str] | None = None, n: int = 1, **options: Any
    ) -> ChatResult:
        """The next `n` replies, in order."""
        replies = [self._next(messages) for _ in range(n)]
        return ChatResult(generations=[ChatGeneration(message=AIMessage(reply)) for reply in replies])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for word in re.findall(r"\S*\s*", self._next(messages)):
            yield ChatGenerationChunk(message=AIMessageChunk(content=word))
