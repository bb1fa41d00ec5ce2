import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from askback.agent.errors import ModelError
from askback.agent.models import Candidate, candidates, open_model

pytest.importorskip("torch", reason="torch is not installed: hf: models are an extra")
pytest.importorskip("peft", reason="peft is not installed: hf: models are an extra")

# peft asks transformers 5.2x for a property that is on its way out.
pytestmark = pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing. is deprecated:FutureWarning")

ASK: list[BaseMessage] = [SystemMessage("You are calm."), HumanMessage("What is one half of ten?")]
TEMPLATE = (
    "{% for m in messages %}[{{ m.role }}] {{ m.content }}\n{% endfor %}"
    "{% if add_generation_prompt %}[assistant] {% endif %}"
)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network of two small random layers that reads and writes bytes."""
    import tokenizers as tokenizers_  # pyright: ignore
    import torch as torch_  # pyright: ignore
    import transformers as transformers_  # pyright: ignore

    tokenizers, torch, transformers = cast(Any, tokenizers_), cast(Any, torch_), cast(Any, transformers_)
    folder = tmp_path_factory.mktemp("tiny")
    byte_level = sorted(tokenizers.pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {letter: place for place, letter in enumerate(["<end>", *byte_level])}
    words = tokenizers.Tokenizer(tokenizers.models.BPE(vocab=vocabulary, merges=[]))
    words.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    words.decoder = tokenizers.decoders.ByteLevel()
    tokenizer = transformers.PreTrainedTokenizerFast(tokenizer_object=words, eos_token="<end>")
    tokenizer.chat_template = TEMPLATE
    tokenizer.save_pretrained(folder)
    torch.manual_seed(3)
    config = transformers.LlamaConfig(
        vocab_size=len(vocabulary), hidden_size=32, intermediate_size=64, num_hidden_layers=2,
        num_attention_heads=2, num_key_value_heads=2, max_position_embeddings=512, eos_token_id=0, bos_token_id=None,
    )  # fmt: skip
    transformers.LlamaForCausalLM(config).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def adapter(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A LoRA adapter that changes what the tiny network writes."""
    import peft as peft_  # pyright: ignore
    import torch as torch_  # pyright: ignore
    import transformers as transformers_  # pyright: ignore

    peft, torch, transformers = cast(Any, peft_), cast(Any, torch_), cast(Any, transformers_)
    folder = tmp_path_factory.mktemp("adapter")
    network = transformers.AutoModelForCausalLM.from_pretrained(tiny)
    torch.manual_seed(4)
    settings = peft.LoraConfig(
        r=4, target_modules="all-linear", init_lora_weights=False, task_type="CAUSAL_LM"
    )
    peft.get_peft_model(network, settings).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model(tiny: Path) -> BaseChatModel:
    return open_model(f"hf:{tiny}")


def ask(
    model: BaseChatModel,
    n: int = 3,
    seed: int = 1,
    max_tokens: int = 12,
    temperature: float = 1.0,
    stop: Sequence[str] | None = None,
) -> list[Candidate]:
    return candidates(model, ASK, n, seed=seed, max_tokens=max_tokens, temperature=temperature, stop=stop)


def test_one_batch_gives_n_different_answers(model: BaseChatModel) -> None:
    assert len({answer.text for answer in ask(model, 3)}) == 3


def test_the_same_seed_gives_the_same_answers(model: BaseChatModel) -> None:
    assert ask(model) == ask(model)


def test_another_seed_gives_other_answers(model: BaseChatModel) -> None:
    assert ask(model, seed=1) != ask(model, seed=2)


def test_the_callers_random_numbers_are_left_alone(model: BaseChatModel) -> None:
    import torch as torch_  # pyright: ignore

    torch = cast(Any, torch_)
    torch.manual_seed(9)
    expected = torch.rand(3).tolist()
    torch.manual_seed(9)
    ask(model)
    assert torch.rand(3).tolist() == expected


def test_temperature_zero_writes_one_answer_n_times(model: BaseChatModel) -> None:
    assert len({answer.text for answer in ask(model, 3, temperature=0.0)}) == 1
    assert len(ask(model, 3, temperature=0.0)) == 3


def test_tokens_are_counted(model: BaseChatModel) -> None:
    answer = ask(model, 1)[0]
    rendered = "[system] You are calm.\n[user] What is one half of ten?\n[assistant] "
    assert answer.tokens_in == len(rendered)
    assert 1 <= answer.tokens_out <= 12


def test_an_answer_that_is_cut_says_so(model: BaseChatModel) -> None:
    assert {answer.finish for answer in ask(model, 1, max_tokens=2)} == {"length"}


def test_a_stop_text_ends_the_answer_and_is_not_in_it(model: BaseChatModel) -> None:
    whole = ask(model, 1, temperature=0.0)[0].text
    stopped = ask(model, 1, temperature=0.0, stop=[whole[4]])[0]
    assert stopped.text == whole[: whole.index(whole[4])]
    assert stopped.finish == "stop"


def test_invoke_is_a_langchain_call_with_usage(model: BaseChatModel) -> None:
    message = model.invoke(ASK, max_tokens=5)
    assert isinstance(message, AIMessage)
    assert message.usage_metadata is not None
    assert message.usage_metadata["total_tokens"] > 5


def test_an_adapter_changes_the_answer(tiny: Path, adapter: Path, model: BaseChatModel) -> None:
    adapted = open_model(f"hf:{tiny}+{adapter}")
    assert ask(adapted, 1, temperature=0.0) != ask(model, 1, temperature=0.0)


def test_a_folder_without_a_model_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "nonsense"}), encoding="utf-8")
    with pytest.raises(ModelError, match="cannot load hf:") as caught:
        open_model(f"hf:{tmp_path}")
    assert "\n" not in str(caught.value)


def test_a_repository_that_is_not_here_is_refused_offline() -> None:
    with pytest.raises(ModelError, match="cannot load hf:nobody/nothing"):
        open_model("hf:nobody/nothing", offline=True)


def test_a_failure_while_writing_is_a_model_error(model: BaseChatModel) -> None:
    with pytest.raises(ModelError, match="the model failed"):
        ask(model, 1, max_tokens=-3)
