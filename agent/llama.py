"""A GGUF model in this process: `ChatLlama`, a LangChain chat model over xllamacpp.

Covers: the model's own chat template, several answers in one batch, reuse of what was already read, streaming,
stop texts, seed, JSON-schema and GBNF grammars, a LoRA adapter with a scale per call. The same call gives the same
text on the same machine, whatever was asked before (see `llama_runtime.py`).
Does not cover: tools, images, log probabilities.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, UsageMetadata
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import PrivateAttr

from .llama_runtime import Runtime, runtime_for
from .models import as_dict


class ChatLlama(BaseChatModel):
    """A GGUF model as a LangChain chat model; the weights are loaded at the first call, or by `load`.

    `temperature`, `max_tokens`, `seed` and `adapter_scale` can be given again per call, as in
    `model.invoke(messages, temperature=0.8, seed=7)`; a call also takes `schema` (a JSON schema) and `grammar`
    (GBNF). `context` and `max_tokens` count tokens, `parallel` answers are written in one batch. Calls from several
    threads take turns. Whatever goes wrong is raised as `ModelError`.
    """

    path: Path
    model_name: str = ""
    adapter: Path | None = None
    adapter_scale: float = 1.0
    temperature: float = 0.0
    max_tokens: int = 512
    seed: int = 0
    stop: list[str] | None = None
    context: int = 8192
    parallel: int = 8

    _loaded: Runtime | None = PrivateAttr(default=None)

    def load(self) -> Runtime:
        """Load the weights now (about two seconds for the default model), if no call has yet."""
        if self._loaded is None:
            self._loaded = runtime_for(self.path, self.adapter, self.context, self.parallel)
        return self._loaded

    def generate_many(
        self, messages: Sequence[BaseMessage], *, stop: list[str] | None = None, n: int = 1, **options: Any
    ) -> ChatResult:
        """`n` answers to one prompt, in one batch where they fit; no callback or tracer is told of it."""
        generations: list[ChatGeneration] = []
        seed = options.pop("seed", self.seed)
        for first in range(0, n, self.parallel):
            size = min(self.parallel, n - first)
            request = self._request(messages, stop, n=size, seed=seed + first, **options)
            generations += self._collect(self.load().chat(request))
        return ChatResult(generations=generations)

    @property
    def _llm_type(self) -> str:
        return "askback-llama"

    @property
    def _identifying_params(self) -> dict[str, Any]:
        return {
            "path": str(self.path),
            "adapter": str(self.adapter),
            "adapter_scale": self.adapter_scale,
            "temperature": self.temperature,
            "max_tokens": self.max_tokens,
            "seed": self.seed,
        }

    def _request(
        self, messages: Sequence[BaseMessage], stop: list[str] | None, **options: Any
    ) -> dict[str, Any]:
        request: dict[str, Any] = {
            "messages": [as_dict(message) for message in messages],
            "temperature": options.get("temperature", self.temperature),
            "max_tokens": options.get("max_tokens", self.max_tokens),
            # The runtime gives the answer at place i the seed + i, and takes 2**32 - 1 to mean "any".
            "seed": options.get("seed", self.seed) % 2**31,
            "stop": stop or self.stop or [],
            "n": options.get("n", 1),
        }
        if options.get("schema") is not None:
            request["json_schema"] = options["schema"]
        if options.get("grammar") is not None:
            request["grammar"] = options["grammar"]
        if self.adapter is not None:
            request["lora"] = [{"id": 0, "scale": options.get("adapter_scale", self.adapter_scale)}]
        return request

    def _collect(self, events: Iterator[Mapping[str, Any]]) -> list[ChatGeneration]:
        texts: dict[int, str] = {}
        ends: dict[int, str] = {}
        usage: dict[int, UsageMetadata] = {}
        place = 0
        for event in events:
            for choice in event["choices"]:
                place = choice["index"]
                texts[place] = texts.get(place, "") + (choice["delta"].get("content") or "")
                ends[place] = choice["finish_reason"] or ""
            if "usage" in event:  # carries no place: it follows the last chunk of the answer it counts
                usage[place] = _usage(event["usage"])
        return [
            ChatGeneration(
                message=AIMessage(
                    texts[place],
                    usage_metadata=usage.get(place),
                    response_metadata=self._metadata(ends[place]),
                )
            )
            for place in sorted(texts)
        ]

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return self.generate_many(messages, stop=stop, **kwargs)

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        for event in self.load().chat(self._request(messages, stop, **kwargs)):
            usage = _usage(event["usage"]) if "usage" in event else None
            choice: dict[str, Any] = event["choices"][0] if event["choices"] else {}
            text: str = choice.get("delta", {}).get("content") or ""
            end: str = choice.get("finish_reason") or ""
            if not (text or end or usage):
                continue
            metadata = self._metadata(end) if end else {}
            message = AIMessageChunk(content=text, usage_metadata=usage, response_metadata=metadata)
            yield ChatGenerationChunk(message=message)

    def _metadata(self, finish_reason: str) -> dict[str, str]:
        return {"model_name": self.model_name or self.path.stem, "finish_reason": finish_reason}


def _usage(counts: Mapping[str, int]) -> UsageMetadata:
    return UsageMetadata(
        input_tokens=counts["prompt_tokens"],
        output_tokens=counts["completion_tokens"],
        total_tokens=counts["total_tokens"],
    )
