"""A PEFT adapter as a GGUF LoRA for the CPU runtime, or added to its base as plain weights; with a model card.

Covers LoRA matrices on linear layers of architectures that the `gguf` package names (llama, qwen2, qwen3, ...). Does
not cover: DoRA, trained biases or embeddings; those are refused.
"""

import importlib
import json
import math
from pathlib import Path
from typing import Any, Literal, cast

from ..agent.errors import InputError, ModelError
from ..agent.models import one_line
from .train import RECORD, base_place, load_base

_PREFIX = "base_model.model."
_MISSING = 'exporting needs more packages: pip install "askback[finetune]" -c constraints-cpu.txt'


def export(
    adapter: Path, out: Path, *, base: str | None = None, numbers: Literal["f16", "f32"] = "f16"
) -> Path:
    """Write `out` (a .gguf file) and its card beside it. `base` is needed where the adapter does not say its own.

    Raises InputError for a folder that holds no such adapter, ModelError where a package or the base is missing.
    """
    try:
        gguf, transformers, safetensors = (
            cast(Any, importlib.import_module(name)) for name in ("gguf", "transformers", "safetensors.torch")
        )
    except ImportError as error:
        raise ModelError(_MISSING) from error
    settings = _settings(adapter)
    base = base or _base_of(adapter, settings)
    name, where = base_place(base)
    try:
        config: Any = transformers.AutoConfig.from_pretrained(name, **where)
    except Exception as error:
        raise ModelError(f"cannot read the configuration of {base}: {one_line(error)}") from error
    tensors = cast(dict[str, Any], safetensors.load_file(str(adapter / "adapter_model.safetensors")))
    family = str(config.model_type)
    kinds = {word: kind for kind, word in gguf.MODEL_ARCH_NAMES.items()}
    if family not in kinds:
        raise InputError(f"the CPU runtime's format has no architecture called {family!r}")
    names = gguf.get_tensor_name_map(kinds[family], config.num_hidden_layers)
    rank = int(settings["r"])
    writer = gguf.GGUFWriter(str(out), family)
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    # The runtime scales by alpha / rank; rank-stabilised LoRA by alpha / √rank.
    alpha = float(settings["lora_alpha"])
    writer.add_float32("adapter.lora.alpha", alpha * math.sqrt(rank) if settings.get("use_rslora") else alpha)
    for key, tensor in sorted(tensors.items()):
        module, _, half = key.removeprefix(_PREFIX).removesuffix(".weight").rpartition(".lora_")
        place = names.get_name(module)
        if place is None or half not in ("A", "B"):
            raise InputError(
                f"the adapter holds {key!r}, which is no LoRA matrix of a layer the format names"
            )
        values = tensor.float().numpy()
        if half == "B" and family == "llama":
            values = permuted(values, module, config)
        values = values.astype("float16" if numbers == "f16" else "float32")
        writer.add_tensor(f"{place}.weight.lora_{half.lower()}", values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    out.with_suffix(".md").write_text(model_card(adapter, out, base), encoding="utf-8")
    return out


def merge(adapter: Path, out: Path, *, base: str | None = None) -> Path:
    """Write the base with the adapter added to it, a Hugging Face folder `out`, and its card in it.

    Raises InputError for a folder that holds no such adapter, ModelError where a package or the base is missing.
    """
    settings = _settings(adapter)
    base = base or _base_of(adapter, settings)
    network, tokenizer = load_base(base)
    try:
        peft = cast(Any, importlib.import_module("peft"))
    except ImportError as error:
        raise ModelError(_MISSING) from error
    merged = peft.PeftModel.from_pretrained(network, str(adapter)).merge_and_unload()
    merged.save_pretrained(str(out))
    tokenizer.save_pretrained(str(out))
    (out / "README.md").write_text(model_card(adapter, out, base, merged=True), encoding="utf-8")
    return out


def permuted(values: Any, module: str, config: Any) -> Any:
    """Rows of q and k in the runtime's order: it turns pairs of neighbouring rows, transformers turns halves."""
    heads = {
        "q_proj": config.num_attention_heads,
        "k_proj": getattr(config, "num_key_value_heads", None) or config.num_attention_heads,
    }.get(module.rpartition(".")[2])
    if heads is None:
        return values
    rows, columns = values.shape
    return values.reshape(heads, 2, rows // heads // 2, columns).swapaxes(1, 2).reshape(rows, columns)


def model_card(adapter: Path, out: Path, base: str, *, merged: bool = False) -> str:
    """The page beside an exported adapter: data, recipe, figures, limits; what the run did not record is said so."""
    record, settings = _record(adapter), _settings(adapter)
    told = cast(dict[str, Any], record.get("config", {}))
    loss = cast(dict[str, float], record.get("held_out_loss", {}))
    rows = cast(dict[str, int], record.get("rows", {}))
    files = [Path(str(file)).name for file in cast(list[Any], told.get("data", []))]
    recipe = [f"| {name} | {value} |" for name, value in told.items() if name not in ("base", "data", "out")]
    figures = f"{loss['before']:.3f} before, {loss['best']:.3f} at best" if loss else "not recorded"
    return "\n".join(
        [
            f"# {out.stem}",
            "",
            f"{'Weights merged with a' if merged else 'A'} LoRA adapter of rank {settings['r']} for {base}, "
            "tuned for the tutor askback.",
            f"Use it as `hf:{out.name}`." if merged else f"Use it as `gguf:BASE+{out.name}`.",
            "",
            "## Data",
            "",
            f"- Files: {', '.join(files) or 'not recorded'}; `askback finetune verify` runs the proof of every row.",
            f"- Rows: {', '.join(f'{value} {name}' for name, value in rows.items()) or 'not recorded'}",
            "",
            "## Recipe",
            "",
            f"Engine {record.get('engine', 'not recorded')}, loss on the replies only.",
            "",
            "| setting | value |",
            "| --- | --- |",
            *recipe,
            "",
            "## Figures",
            "",
            f"- Held-out loss per token: {figures}; steps: {record.get('steps', 'not recorded')}",
            "- A lower loss is not better tutoring: compare lessons (`askback evals`) before using it.",
            "",
            "## Limits",
            "",
            "English only. It words single lines or writes short programs as the tutor asks for them; the tutor's gate "
            "must still judge what it writes.",
            "",
        ]
    )


def _settings(adapter: Path) -> dict[str, Any]:
    try:
        settings = json.loads((adapter / "adapter_config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise InputError(f"{adapter} holds no PEFT adapter (adapter_config.json)") from None
    if settings.get("peft_type") != "LORA" or settings.get("use_dora") or settings.get("modules_to_save"):
        raise InputError(f"{adapter} is not a plain LoRA adapter")
    if settings.get("rank_pattern") or settings.get("alpha_pattern"):
        raise InputError(f"{adapter} has other ranks for some layers, which the format cannot say")
    return settings


def _base_of(adapter: Path, settings: dict[str, Any]) -> str:
    """The base an adapter says it is for."""
    return str(_record(adapter).get("base") or settings["base_model_name_or_path"])


def _record(adapter: Path) -> dict[str, Any]:
    path = adapter / RECORD
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
