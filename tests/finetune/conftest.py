"""A tiny random network that reads and writes letters, made on the fly, and a shared sandbox."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from askback.sandbox import Sandbox

TEMPLATE = (
    "{% for m in messages %}[{{ m.role }}] {{ m.content }}<end>{% endfor %}"
    "{% if add_generation_prompt %}[assistant] {% endif %}"
)


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as shared:
        yield shared


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Llama of two small random layers with grouped heads, and a letter by letter tokenizer with a chat template."""
    pytest.importorskip("peft", reason="peft is not installed: tuning is an extra")
    import tokenizers as tokenizers_  # pyright: ignore
    import torch as torch_  # pyright: ignore
    import transformers as transformers_  # pyright: ignore

    tokenizers, torch, transformers = cast(Any, tokenizers_), cast(Any, torch_), cast(Any, transformers_)
    folder = tmp_path_factory.mktemp("tiny")
    # ASCII only: halves of longer characters are shown otherwise by each runtime.
    letters = [*map(chr, range(33, 127)), "Ġ", "Ċ"]
    vocabulary = {letter: place for place, letter in enumerate(["<end>", *letters, "ab"])}
    words = tokenizers.Tokenizer(tokenizers.models.BPE(vocab=vocabulary, merges=[("a", "b")]))
    words.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    words.decoder = tokenizers.decoders.ByteLevel()
    tokenizer = transformers.PreTrainedTokenizerFast(tokenizer_object=words, eos_token="<end>")
    tokenizer.chat_template = TEMPLATE
    tokenizer.save_pretrained(folder)
    torch.manual_seed(3)
    config = transformers.LlamaConfig(
        vocab_size=len(vocabulary), hidden_size=32, intermediate_size=64, num_hidden_layers=2,
        num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=4096, eos_token_id=0, bos_token_id=None,
        tie_word_embeddings=False, initializer_range=0.3,
    )  # fmt: skip
    transformers.LlamaForCausalLM(config).save_pretrained(folder)
    return folder
