"""What a training run is told: one frozen class, read from a TOML file. Reads no model and no data."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, cast

from ..agent.errors import InputError

Engine = Literal["unsloth", "nf4", "plain"]
_WHOLE = ("rank", "batch", "accumulate", "max_tokens", "looks_per_epoch", "patience", "seed")


@dataclass(frozen=True)
class TrainConfig:
    """A training run. Paths are relative to the configuration file."""

    base: str
    """The weights to tune: "gguf:NAME_OR_PATH" (as the tutor serves them), or a Hugging Face folder or repository."""
    data: tuple[Path, ...]
    """Files of `askback finetune data`, all rows of which are learnt from."""
    out: Path
    """The folder for checkpoints, the adapter, the loss plot and the record of the run."""
    engine: Engine | Literal["auto"] = "auto"
    """How to tune: unsloth, nf4 (peft over 4-bit weights), plain (peft), or auto: the first that is fast here."""
    precision: Literal["bf16", "fp32"] = "bf16"
    """The type of the frozen weights in the plain engine; fp32 takes twice the memory and is exact."""
    rank: int = 8
    """The rank r of the LoRA matrices, on every linear layer."""
    alpha: float = 16.0
    """LoRA's scale: what the adapter adds is multiplied by alpha / rank."""
    dropout: float = 0.0
    """The share of the adapter's inputs that is dropped while learning."""
    learning_rate: float = 2e-4
    """The highest learning rate; it rises over the first twentieth of the steps and then falls to zero by a cosine."""
    epochs: float = 2.0
    """How often every row is seen, unless the run stops early."""
    batch: int = 4
    """Rows in one forward pass."""
    accumulate: int = 4
    """Forward passes for one step of the optimiser."""
    max_tokens: int = 1024
    """Rows with more tokens are left out and counted."""
    packing: bool = False
    """Fill sequences of `max_tokens` with several rows each, which see nothing of one another; else rows are padded."""
    preference: float = 0.0
    """Zero learns the replies. Above zero: DPO's beta (0.1, say); learns to prefer replies to the rejected ones."""
    start: Path | None = None
    """An adapter to go on from, as a preference run should; None begins a new one."""
    held_out: float = 0.05
    """The share of problems that is never learnt from and measures the loss."""
    looks_per_epoch: int = 2
    """How often an epoch the held-out loss is taken and a checkpoint is kept."""
    patience: int = 3
    """Looks without a better held-out loss after which the run stops."""
    seed: int = 0
    """The order of rows, the split, the first LoRA weights and dropout follow from it."""

    def __post_init__(self) -> None:
        """Raises InputError for values no run can have."""
        numbers = (
            "rank",
            "alpha",
            "learning_rate",
            "epochs",
            "batch",
            "accumulate",
            "max_tokens",
            "looks_per_epoch",
        )
        for name in numbers:
            if not getattr(self, name) > 0:
                raise InputError(f"{name} must be above zero, not {getattr(self, name)!r}")
        if self.preference < 0 or (self.preference and self.packing):
            raise InputError("preference must be at least 0, and cannot be packed")
        if not 0 < self.held_out < 1 or not 0 <= self.dropout < 1:
            raise InputError("held_out must be between 0 and 1, dropout at least 0 and below 1")


def read_config(path: Path) -> TrainConfig:
    """Read a TOML file; raises InputError for what is missing, unknown or of the wrong type."""
    try:
        told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from None
    except ValueError as error:
        raise InputError(f"{path} is not TOML: {error}") from None
    known = {field.name: field for field in fields(TrainConfig)}
    if unknown := told.keys() - known.keys():
        raise InputError(f"{path}: unknown {', '.join(sorted(unknown))}; known are {', '.join(known)}")
    if missing := {"base", "data", "out"} - told.keys():
        raise InputError(f"{path}: {', '.join(sorted(missing))} is missing")
    for name, value in told.items():
        if not _fits(name, value):
            raise InputError(f"{path}: {name} cannot be {value!r}")
    folder = path.parent
    base = str(told["base"])
    if not base.startswith("gguf:") and (folder / base).is_dir():
        base = str((folder / base).resolve())
    data = tuple(folder / str(file) for file in told["data"])
    settings: dict[str, Any] = {**told, "base": base, "data": data, "out": folder / str(told["out"])}
    if "start" in told:
        settings["start"] = folder / str(told["start"])
    return TrainConfig(**settings)


def _fits(name: str, value: Any) -> bool:
    if name == "engine":
        return value in ("auto", "unsloth", "nf4", "plain")
    if name == "precision":
        return value in ("bf16", "fp32")
    if name == "data":
        return isinstance(value, list) and bool(cast(list[Any], value))
    if name == "packing":
        return isinstance(value, bool)
    if name in ("base", "out", "start"):
        return isinstance(value, str)
    return type(value) is int or (name not in _WHOLE and type(value) is float)


def choose_engine(
    asked: Engine | Literal["auto"], *, cuda: bool, unsloth: bool, bitsandbytes: bool
) -> tuple[Engine, str]:
    """The engine and why it was chosen; raises InputError for one that cannot run here."""
    if asked == "unsloth" and not unsloth:
        raise InputError('the unsloth engine needs pip install "unsloth>=2026.10"')
    if asked == "nf4" and not bitsandbytes:
        raise InputError('the nf4 engine needs bitsandbytes: pip install "bitsandbytes>=0.49"')
    if asked != "auto":
        return asked, "the configuration asks for it"
    if cuda and unsloth:
        return "unsloth", "there is a CUDA GPU and unsloth is installed"
    if cuda and bitsandbytes:
        return "nf4", "there is a CUDA GPU and bitsandbytes, but no unsloth"
    if cuda:
        return "plain", "there is a CUDA GPU, but neither unsloth nor bitsandbytes"
    return "plain", "there is no CUDA GPU, and on a CPU 4-bit weights are slower to tune than plain ones"
