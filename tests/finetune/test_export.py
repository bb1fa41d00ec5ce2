"""An adapter exported to GGUF does in the CPU runtime what it does in peft, on a tiny network made on the fly."""

import json
from pathlib import Path
from typing import Any, cast

import pytest

from askback.agent.errors import InputError
from askback.agent.models import open_model
from askback.finetune.export import export, permuted

pytest.importorskip("peft", reason="peft is not installed: tuning is an extra")
pytest.importorskip("gguf", reason="gguf is not installed: tuning is an extra")
pytest.importorskip("xllamacpp", reason="xllamacpp is not installed: the local runtime is an extra")

pytestmark = pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing. is deprecated:FutureWarning")

ASK = ["What is one half of ten?", "You wrote 270. How?", "Look again."]


@pytest.fixture(scope="module")
def adapter(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Random LoRA matrices on every linear layer, large enough to change what is written."""
    import peft as peft_  # pyright: ignore
    import torch as torch_  # pyright: ignore
    import transformers as transformers_  # pyright: ignore

    peft, torch, transformers = cast(Any, peft_), cast(Any, torch_), cast(Any, transformers_)
    network = transformers.AutoModelForCausalLM.from_pretrained(tiny)
    torch.manual_seed(4)
    settings = peft.LoraConfig(
        r=4, lora_alpha=12, target_modules="all-linear", init_lora_weights=False, task_type="CAUSAL_LM"
    )
    folder = tmp_path_factory.mktemp("adapter") / "adapter"
    peft.get_peft_model(network, settings).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def gguf_base(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny network itself as a GGUF file."""
    import gguf as gguf_  # pyright: ignore
    import safetensors.torch as safetensors_  # pyright: ignore

    gguf, safetensors = cast(Any, gguf_), cast(Any, safetensors_)
    config: dict[str, Any] = json.loads((tiny / "config.json").read_text(encoding="utf-8"))
    words: dict[str, Any] = json.loads((tiny / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = words["model"]["vocab"]
    tokens = sorted(vocabulary, key=lambda token: vocabulary[token])
    template: dict[str, Any] = json.loads((tiny / "tokenizer_config.json").read_text(encoding="utf-8"))
    chat = template.get("chat_template") or (tiny / "chat_template.jinja").read_text(encoding="utf-8")
    path = tmp_path_factory.mktemp("gguf") / "tiny.gguf"
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(config["num_attention_heads"])
    writer.add_head_count_kv(config["num_key_value_heads"])
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    writer.add_rope_dimension_count(config["hidden_size"] // config["num_attention_heads"])
    writer.add_rope_freq_base(10000.0)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    control, normal = 3, 1
    writer.add_token_types([control, *[normal] * (len(tokens) - 1)])
    writer.add_token_merges(["a b"])
    writer.add_eos_token_id(0)
    writer.add_bos_token_id(0)
    writer.add_add_bos_token(False)
    writer.add_chat_template(chat)
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.LLAMA, config["num_hidden_layers"])
    settings = type("Settings", (), config)
    for key, tensor in safetensors.load_file(str(tiny / "model.safetensors")).items():
        module = key.removesuffix(".weight")
        values = permuted(tensor.float().numpy(), module, settings)
        writer.add_tensor(f"{names.get_name(module)}.weight", values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _greedy(name: str) -> list[str]:
    model: Any = open_model(name)
    # The CPU runtime holds back the bytes of a character that is not finished, transformers marks them.
    return [model.invoke(ask, max_tokens=40, temperature=0).text.rstrip("\ufffd") for ask in ASK]


def test_greedy_text_of_peft_and_gguf_agrees(
    tiny: Path, adapter: Path, gguf_base: Path, tmp_path: Path
) -> None:
    exported = export(adapter, tmp_path / "adapter.gguf", base=str(tiny), numbers="f32")
    tuned = _greedy(f"hf:{tiny}+{adapter}")
    assert tuned != _greedy(f"hf:{tiny}")  # the adapter does something
    assert _greedy(f"gguf:{gguf_base}") == _greedy(f"hf:{tiny}")  # the base is the same network
    assert _greedy(f"gguf:{gguf_base}+{exported}") == tuned


def test_the_card_says_what_was_not_recorded(tiny: Path, adapter: Path, tmp_path: Path) -> None:
    exported = export(adapter, tmp_path / "adapter.gguf", base=str(tiny))
    card = exported.with_suffix(".md").read_text(encoding="utf-8")
    assert "rank 4" in card
    assert "Held-out loss per token: not recorded" in card


@pytest.mark.parametrize(
    "change", [{"use_dora": True}, {"peft_type": "LOHA"}, {"modules_to_save": ["lm_head"]}]
)
def test_what_the_format_cannot_say_is_refused(change: dict[str, Any], adapter: Path, tmp_path: Path) -> None:
    settings = json.loads((adapter / "adapter_config.json").read_text(encoding="utf-8"))
    other = tmp_path / "other"
    other.mkdir()
    (other / "adapter_config.json").write_text(json.dumps({**settings, **change}), encoding="utf-8")
    with pytest.raises(InputError, match="not a plain LoRA adapter"):
        export(other, tmp_path / "other.gguf", base="x")


def test_a_folder_without_an_adapter_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no PEFT adapter"):
        export(tmp_path, tmp_path / "x.gguf")
