"""An adapter exported to GGUF does in the CPU runtime what it does in peft, on a tiny network made on the fly."""

import json
from pathlib import Path
from typing import Any, cast

import pytest

from askback.agent.errors import InputError
from askback.agent.llama_runtime import import_library
from askback.agent.models import open_model
from askback.finetune.config import TrainConfig
from askback.finetune.export import export, merge, permuted
from askback.finetune.rows import Message, Row
from askback.finetune.train import train

pytest.importorskip("peft", reason="peft is not installed: tuning is an extra")
pytest.importorskip("gguf", reason="gguf is not installed: tuning is an extra")
pytest.importorskip("xllamacpp", reason="xllamacpp is not installed: the local runtime is an extra")

pytestmark = [
    pytest.mark.filterwarnings("ignore:.(is_)?gradient_checkpointing. is deprecated:FutureWarning"),
    pytest.mark.filterwarnings(
        "ignore:Could not find a config file:UserWarning"
    ),  # beside GGUF weights is none
]

CLOSE = 0.02  # the runtime keeps what it has read as 16-bit numbers
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


Likely = dict[str, float]


def _in_peft(tiny: Path, adapter: Path | None) -> list[Likely]:
    """Log probability of every next token by its text, for each prompt."""
    import peft as peft_  # pyright: ignore
    import torch as torch_  # pyright: ignore
    import transformers as transformers_  # pyright: ignore

    peft, torch, transformers = cast(Any, peft_), cast(Any, torch_), cast(Any, transformers_)
    tokenizer = transformers.AutoTokenizer.from_pretrained(tiny)
    network = transformers.AutoModelForCausalLM.from_pretrained(tiny)
    if adapter is not None:
        network = peft.PeftModel.from_pretrained(network, adapter)
    found: list[Likely] = []
    for ask in ASK:
        ids = tokenizer(ask, return_tensors="pt")["input_ids"]
        with torch.no_grad():
            values = torch.log_softmax(network(ids).logits[0, -1].float(), dim=-1).tolist()
        found.append({tokenizer.decode([token]): value for token, value in enumerate(values)})
    return found


def _in_runtime(path: Path, adapter: Path | None) -> list[Likely]:
    """The same from the CPU runtime, for its 20 likeliest tokens."""
    library = import_library()
    params = library.CommonParams()
    params.model.path = str(path)
    if adapter is not None:
        params.lora_adapters = [library.CommonAdapterLoraInfo(str(adapter), 1.0)]
    params.n_ctx, params.warmup, params.verbosity = 512, False, -1
    params.cpuparams.n_threads = 1
    server = library.Server(params)
    found: list[Likely] = []
    for ask in ASK:
        request = {"prompt": ask, "n_predict": 1, "n_probs": 20, "temperature": 0.0}
        answer: Any = server.handle_completions(request)
        tops = answer["choices"][0]["logprobs"]["content"][0]["top_logprobs"]
        found.append({top["token"]: top["logprob"] for top in tops})
    return found


def _furthest(some: list[Likely], all_: list[Likely]) -> float:
    return max(
        abs(value - other[token])
        for one, other in zip(some, all_, strict=True)
        for token, value in one.items()
    )


def test_merged_weights_write_what_base_and_adapter_write(tiny: Path, adapter: Path, tmp_path: Path) -> None:
    merged = open_model(f"hf:{merge(adapter, tmp_path / 'merged', base=str(tiny))}")
    apart = open_model(f"hf:{tiny}+{adapter}")
    assert [merged.invoke(text, max_tokens=20).text for text in ASK] == [
        apart.invoke(text, max_tokens=20).text for text in ASK
    ]


def test_the_next_token_is_as_likely_in_peft_as_in_the_runtime(
    tiny: Path, adapter: Path, gguf_base: Path, tmp_path: Path
) -> None:
    exported = export(adapter, tmp_path / "adapter.gguf", base=str(tiny), numbers="f32")
    base, tuned = _in_peft(tiny, None), _in_peft(tiny, adapter)
    plain, served = _in_runtime(gguf_base, None), _in_runtime(gguf_base, exported)
    assert _furthest(plain, base) < CLOSE  # the base is the same network
    assert _furthest(served, tuned) < CLOSE, _furthest(served, tuned)
    assert _furthest(served, base) > 20 * CLOSE  # and the adapter does something


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


def test_an_adapter_is_tuned_on_the_gguf_weights_it_is_served_with(
    tiny: Path, gguf_base: Path, tmp_path: Path
) -> None:
    messages = (Message(role="user", content="What?"), Message(role="assistant", content="Let us see."))
    rows = [
        Row(kind="turns", id=f"r{place}", messages=messages, provenance={"problem": str(place)}, proof={})
        for place in range(6)
    ]
    data = tmp_path / "rows.jsonl"
    data.write_text("".join(row.model_dump_json() + "\n" for row in rows), encoding="utf-8")
    config = TrainConfig(
        base=f"gguf:{gguf_base}", data=(data,), out=tmp_path / "run", engine="plain", precision="fp32", epochs=4,
        batch=2, accumulate=1, learning_rate=2e-2, held_out=0.2, looks_per_epoch=1,
    )  # fmt: skip
    loss = train(config, tell=lambda line: None)["held_out_loss"]
    assert loss["best"] < loss["before"]
    exported = export(config.out / "adapter", tmp_path / "tuned.gguf", numbers="f32")
    tuned, served = _in_peft(tiny, config.out / "adapter"), _in_runtime(gguf_base, exported)
    assert _furthest(served, tuned) < CLOSE, _furthest(served, tuned)
    assert _furthest(served, _in_peft(tiny, None)) > 5 * CLOSE
