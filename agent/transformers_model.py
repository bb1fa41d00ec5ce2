"""A transformers model, with or without a PEFT adapter, as a LangChain chat model: `ChatTransformers`.

Covers: the tokenizer's chat template, several answers in one batch, stop texts, seed. Runs where the weights fit: on a
GPU in bfloat16 where torch sees one, otherwise on the CPU. Does not cover: tools, grammars, streaming word by
word (`stream` gives the answer in one piece). Calls from several threads take turns.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, UsageMetadata
from langchain_core.outputs import ChatGeneration, ChatResult
from pydantic import PrivateAttr

from .errors import ModelError
from .models import as_dict, one_line


class ChatTransformers(BaseChatModel):
    """A loaded `network` and its `tokenizer`; `open_transformers` opens one by name.

    `temperature`, `max_tokens` and `seed` can be given again per call. Errors while writing are `ModelError`.
    """

    network: Any
    tokenizer: Any
    model_name: str = ""
    adapter: str | None = None
    temperature: float = 0.0
    max_tokens: int = 512
    seed: int = 0
    stop: list[str] | None = None

    _turn: Any = PrivateAttr(default_factory=threading.Lock)

    @property
    def _llm_type(self) -> str:
        return "askback-transformers"

    @property
    def _identifying_params(self) -> dict[str, Any]:
        return {"model_name": self.model_name, "temperature": self.temperature, "seed": self.seed}

    def generate_many(
        self, messages: Sequence[BaseMessage], *, stop: list[str] | None = None, n: int = 1, **options: Any
    ) -> ChatResult:
        """`n` answers to one prompt in one batch; no callback or tracer is told of it."""
        stops = stop or self.stop or []
        temperature = float(options.get("temperature", self.temperature))
        sampling: dict[str, Any] = {"do_sample": temperature > 0}
        if temperature > 0:
            sampling |= {"temperature": temperature, "num_return_sequences": n}
        if stops:
            sampling |= {"stop_strings": stops, "tokenizer": self.tokenizer}
        try:
            read, rows = self._write(
                [as_dict(message) for message in messages],
                int(options.get("seed", self.seed)),
                {"max_new_tokens": options.get("max_tokens", self.max_tokens), **sampling},
            )
        except ModelError:
            raise
        except Exception as error:
            raise ModelError(f"the model failed: {one_line(error)}") from error
        if temperature <= 0:
            rows *= n  # the likeliest answer is one and the same
        return ChatResult(generations=[self._generation(read, row, stops) for row in rows])

    def _write(
        self, messages: list[dict[str, str]], seed: int, options: dict[str, Any]
    ) -> tuple[int, list[list[int]]]:
        """How many tokens were read, and the tokens of each answer."""
        import torch as torch_  # pyright: ignore[reportMissingImports]

        torch = cast(Any, torch_)
        prompt = self.tokenizer.apply_chat_template(
            messages, add_generation_prompt=True, return_dict=True, return_tensors="pt"
        ).to(self.network.device)
        with self._turn, torch.random.fork_rng(), torch.inference_mode():
            torch.manual_seed(seed % 2**63)
            written = self.network.generate(**prompt, pad_token_id=self.tokenizer.eos_token_id, **options)
        read: int = prompt["input_ids"].shape[1]
        return read, written[:, read:].tolist()

    def _generation(self, read: int, row: list[int], stops: list[str]) -> ChatGeneration:
        end = self.tokenizer.eos_token_id
        count = row.index(end) + 1 if end in row else len(row)
        text = str(self.tokenizer.decode(row[:count], skip_special_tokens=True))
        cut = min((text.index(stop) for stop in stops if stop in text), default=len(text))
        finish = "stop" if end in row or cut < len(text) else "length"
        usage = UsageMetadata(input_tokens=read, output_tokens=count, total_tokens=read + count)
        metadata = {"model_name": self.model_name, "finish_reason": finish}
        return ChatGeneration(message=AIMessage(text[:cut], usage_metadata=usage, response_metadata=metadata))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return self.generate_many(messages, stop=stop, **kwargs)


def open_transformers(name: str, adapter: str | None = None, *, offline: bool = False) -> ChatTransformers:
    """Load a repository of the Hugging Face Hub or a local folder, and a PEFT adapter on top of it.

    Raises `ModelError` where the extra is missing or the model or adapter does not load.
    """
    try:
        import peft as peft_  # pyright: ignore[reportMissingImports]
        import torch as torch_  # pyright: ignore[reportMissingImports]
        import transformers as transformers_  # pyright: ignore[reportMissingImports]
    except ImportError as error:
        raise ModelError('hf: models need transformers, peft and torch: pip install "askback[hf]"') from error
    peft, torch, transformers = cast(Any, peft_), cast(Any, torch_), cast(Any, transformers_)
    gpu = bool(torch.cuda.is_available())
    where = {"local_files_only": offline or Path(name).is_dir()}
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(name, **where)
        network = transformers.AutoModelForCausalLM.from_pretrained(
            name, dtype=torch.bfloat16 if gpu else torch.float32, **where
        )
        if adapter:
            network = peft.PeftModel.from_pretrained(network, adapter)
    except Exception as error:
        raise ModelError(
            f"cannot load hf:{name}{'+' + adapter if adapter else ''}: {one_line(error)}"
        ) from error
    network = network.to("cuda" if gpu else "cpu").eval()
    return ChatTransformers(network=network, tokenizer=tokenizer, model_name=name, adapter=adapter)
