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
from pathlib import Path
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

    Raises `ModelError` for a name nobody knows, a missing extra or a model that does not load, `WeightsError` for
    weights that are missing or wrong.
    """
    if isinstance(spec, BaseChatModel):
        return spec
    kind, _, rest = spec.partition(":")
    if spec == "default":
        kind, rest = "gguf", next(iter(weights.known()))
    if kind == "gguf":
        from .llama import ChatLlama

        base, _, adapter = rest.partition("+")
        path = weights.fetch(base, progress=progress, offline=offline)
        return ChatLlama(path=path, adapter=Path(adapter) if adapter else None)
    raise ModelError(
        f"no model called {spec!r}: use default, gguf:NAME_OR_PATH, hf:REPO_OR_PATH or provider:model"
    )


@runtime_checkable
class _Many(Protocol):
    def generate_many(self, messages: Messages, *, stop: list[str] | None, **options: Any) -> ChatResult: ...


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
    """`n` answers to one prompt, the same ones for the same seed, unseen by callbacks, streams and traces.

    Our own models answer in one batch. For any other model `n` calls run side by side, and each option is passed
    where the model declares a field of that name. Raises `ModelError`, whatever went wrong inside.
    """
    options = {"seed": seed, "max_tokens": max_tokens, "temperature": temperature}
    if schema is not None:
        options["schema"] = schema
    stops = list(stop) if stop else None

    def ask() -> list[Candidate]:
        if isinstance(model, _Many):
            result = model.generate_many(messages, stop=stops, n=n, **options)
            return [_candidate(cast(AIMessage, generation.message)) for generation in result.generations]
        accepted = {key: value for key, value in options.items() if key in type(model).model_fields}
        with ThreadPoolExecutor(max_workers=n) as pool:
            calls = [pool.submit(_unseen, model, messages, stops, accepted, index) for index in range(n)]
            return [_candidate(call.result()) for call in calls]

    try:
        return contextvars.Context().run(ask)
    except ModelError:
        raise
    except Exception as error:
        text = " ".join(str(error).split())[:300]
        raise ModelError(f"the model failed: {type(error).__name__}: {text}") from error


def _unseen(
    model: BaseChatModel, messages: Messages, stop: list[str] | None, options: dict[str, Any], index: int
) -> AIMessage:
    """One call of a foreign model, outside every surrounding run."""
    from langsmith import tracing_context

    if "seed" in options:
        options = {**options, "seed": options["seed"] + index}
    with tracing_context(enabled=False):
        return model.invoke(list(messages), {"callbacks": [], "tags": ["nostream"]}, stop=stop, **options)


def _candidate(message: AIMessage) -> Candidate:
    usage = message.usage_metadata
    return Candidate(
        text=str(message.text),
        tokens_in=usage["input_tokens"] if usage else 0,
        tokens_out=usage["output_tokens"] if usage else 0,
        finish=str(message.response_metadata.get("finish_reason") or "stop"),
    )


Reply = str | Exception
Script = Sequence[Reply] | Callable[[Messages], Reply]


class ScriptedModel(BaseChatModel):
    """A chat model that says what it is told to: the public test double.

    `replies` is a list, used up in order, or a function of the messages. A reply that is an exception is raised.
    `history` holds the messages of every call. Running out of replies raises `ModelError`.

    >>> model = ScriptedModel(["What do you need to make equal first?"])
    >>> model.invoke("I got 2/7").text
    'What do you need to make equal first?'
    """

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
        if isinstance(reply, Exception):
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
            chunk = ChatGenerationChunk(message=AIMessageChunk(word))
            yield chunk
