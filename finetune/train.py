"""Tuning an adapter on checked rows: `train(config)`. LoRA on every linear layer, loss on the tutor's words only.

trl's `SFTTrainer` (or `DPOTrainer`, for a preference run) brings checkpoints that resume, early stopping, packing and
several GPUs (`accelerate launch -m askback finetune train CONFIG`). Rows come to it as tokens: prompts are rendered by
the tutor's own code, so that what is learnt is what is served. Does not cover: full tuning.
"""

import importlib.metadata
import importlib.util
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from ..agent.errors import InputError, ModelError
from ..agent.models import one_line
from ..agent.weights import locate
from .config import Engine, TrainConfig, choose_engine
from .plot import loss_plot
from .rows import Message, Row, read_rows

IGNORED = -100
"""The label of tokens that no loss is taken on."""
RECORD = "askback.json"
"""The record of a run, beside its adapter."""
_MISSING = 'training needs more packages: pip install "askback[finetune]" -c constraints-cpu.txt'

Encoded = dict[str, Any]
"""What trl takes for a row: tokens and labels or, for a preference, three lists of messages."""


def train(config: TrainConfig, tell: Callable[[str], None] = print) -> dict[str, Any]:
    """Tune an adapter, going on from the last checkpoint in `config.out` if there is one. Returns the record.

    Raises InputError for rows or settings that cannot be used, ModelError for weights that do not load.
    """
    if importlib.util.find_spec("unsloth") and config.engine in ("auto", "unsloth"):
        _load("unsloth")  # it changes trl, so it comes first
    torch, transformers = (_load(name) for name in ("torch", "transformers"))
    engine, why = choose_engine(
        config.engine,
        cuda=bool(torch.cuda.is_available()),
        unsloth=importlib.util.find_spec("unsloth") is not None,
        bitsandbytes=importlib.util.find_spec("bitsandbytes") is not None,
    )
    tell(f"engine: {engine}, because {why}")
    transformers.set_seed(config.seed)
    network, tokenizer = _open(config, engine)
    learnt, held_out, left_out = split(config, tokenizer)
    tell(f"rows: {len(learnt)} to learn, {len(held_out)} held out, {left_out} too long")
    trainer = _trainer(config, network, tokenizer, learnt, held_out)
    before = float(trainer.evaluate()["eval_loss"])
    # That look is not one of the run's: a run that is resumed would have it twice.
    trainer.state.log_history.clear()
    checkpoints = config.out / "checkpoints"
    last = transformers.trainer_utils.get_last_checkpoint(str(checkpoints)) if checkpoints.is_dir() else None
    if last:
        tell(f"going on from {last}")
    trainer.train(resume_from_checkpoint=last)
    history = cast(list[dict[str, float]], trainer.state.log_history)
    looks = [entry["eval_loss"] for entry in history if "eval_loss" in entry]
    # A run of fewer steps than there are between two looks has had none.
    after = min(looks) if looks else float(trainer.evaluate()["eval_loss"])
    record = {
        "base": config.base,
        "engine": engine,
        "why": why,
        "config": json.loads(json.dumps(asdict(config), default=str)),
        "rows": {"learnt": len(learnt), "held_out": len(held_out), "too_long": left_out},
        "steps": trainer.state.global_step,
        "held_out_loss": {"before": before, "best": after},
        "versions": {
            name: importlib.metadata.version(name) for name in ("torch", "transformers", "peft", "trl")
        },
    }
    _save(config.out, trainer.model, record, history)
    tell(
        f"held-out loss: {before:.3f} before, {after:.3f} at best; the adapter is in {config.out / 'adapter'}"
    )
    return record


def encode(row: Row, tokenizer: Any) -> Encoded:
    """A row as tokens, as the tutor's runtimes render it; labels on what is learnt and on the end of each such message.

    Learnt is the last message, of a dialogue every message of the tutor. Raises ModelError for a chat template whose
    rendering of a prompt does not begin its rendering of the whole chat.
    """
    ids: list[int] = []
    labels: list[int] = []
    done = ""
    for prompt, whole in _rendered(row, tokenizer):
        if not whole.startswith(prompt) or not prompt.startswith(done):
            raise ModelError("this model's chat template renders a prompt otherwise once it is answered")
        asked = cast(list[int], tokenizer(prompt[len(done) :], add_special_tokens=False)["input_ids"])
        reply = cast(list[int], tokenizer(whole[len(prompt) :], add_special_tokens=False)["input_ids"])
        end = int(tokenizer.eos_token_id)
        place = reply.index(end) + 1 if end in reply else len(reply)
        learnt, rest = [*reply[:place], *([] if end in reply else [end])], reply[place:]
        ids += [*asked, *learnt, *rest]
        labels += [*[IGNORED] * len(asked), *learnt, *[IGNORED] * len(rest)]
        done = whole
    last = max(place for place, label in enumerate(labels) if label != IGNORED) + 1
    return {"input_ids": ids[:last], "labels": labels[:last]}


def _rendered(row: Row, tokenizer: Any) -> Iterator[tuple[str, str]]:
    """For every message that is learnt, the text up to it and the text with it."""
    messages = [message.model_dump() for message in row.messages]
    first = 0 if row.kind == "dialogues" else len(messages) - 1
    for place in range(first, len(messages)):
        if messages[place]["role"] == "assistant":
            prompt = tokenizer.apply_chat_template(
                messages[:place], add_generation_prompt=True, tokenize=False
            )
            yield str(prompt), str(tokenizer.apply_chat_template(messages[: place + 1], tokenize=False))


def _pair(row: Row) -> Encoded:
    """A row with a rejected reply, as `DPOTrainer` takes it."""
    rejected = Message(role="assistant", content=row.rejected or "")
    shown = {"prompt": row.messages[:-1], "chosen": row.messages[-1:], "rejected": (rejected,)}
    return {name: [message.model_dump() for message in messages] for name, messages in shown.items()}


def split(config: TrainConfig, tokenizer: Any) -> tuple[list[Encoded], list[Encoded], int]:
    """The rows to learn, the rows held out, and how many were too long. All rows of a problem stay on one side."""
    rows = [row for path in config.data for row in read_rows(path) if row.rejected or not config.preference]
    problems = sorted({str(row.provenance["problem"]) for row in rows})
    if len(problems) < 2:
        raise InputError("the data hold fewer than two problems, so none can be held out")
    random.Random(config.seed).shuffle(problems)
    kept = set(problems[: max(1, round(config.held_out * len(problems)))])
    sides: tuple[list[Encoded], list[Encoded]] = ([], [])
    for row in rows:
        encoded = encode(row, tokenizer)
        if len(encoded["input_ids"]) <= config.max_tokens:
            side = sides[str(row.provenance["problem"]) in kept]
            side.append(_pair(row) if config.preference else encoded)
    learnt, held_out = sides
    if not learnt or not held_out:
        raise InputError(f"no rows of at most {config.max_tokens} tokens are left; raise max_tokens")
    return learnt, held_out, len(rows) - len(learnt) - len(held_out)


def load_base(base: str, **options: Any) -> tuple[Any, Any]:
    """The network and its tokenizer; `gguf:` weights are dequantised by transformers. Raises ModelError."""
    transformers = _load("transformers")
    name, where = base_place(base)
    try:
        tokenizer = transformers.AutoTokenizer.from_pretrained(name, **where)
        network = transformers.AutoModelForCausalLM.from_pretrained(name, **where, **options)
    except Exception as error:
        raise ModelError(f"cannot load {base}: {one_line(error)}") from error
    if "gguf_file" in where:
        # They are plain numbers by now; marked as quantised, transformers would refuse to tune or save them.
        network.is_quantized = False
        network.hf_quantizer = None
        network.config.__dict__.pop("quantization_config", None)
    return network, tokenizer


def base_place(base: str) -> tuple[str, dict[str, Any]]:
    """What transformers' `from_pretrained` takes for this base."""
    if not base.startswith("gguf:"):
        return base.removeprefix("hf:"), {"local_files_only": Path(base).is_dir()}
    path = locate(base.removeprefix("gguf:"))
    return str(path.parent), {"gguf_file": path.name}


def _open(config: TrainConfig, engine: Engine) -> tuple[Any, Any]:
    torch, transformers, peft = (_load(name) for name in ("torch", "transformers", "peft"))
    lora = {"r": config.rank, "lora_alpha": config.alpha, "lora_dropout": config.dropout}
    if engine == "unsloth":
        unsloth = _load("unsloth")
        network, tokenizer = unsloth.FastLanguageModel.from_pretrained(
            str(config.start or config.base), max_seq_length=config.max_tokens, load_in_4bit=True
        )
        if config.start:
            return network, tokenizer
        every = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
        return unsloth.FastLanguageModel.get_peft_model(
            network, target_modules=every, random_state=config.seed, **lora
        ), tokenizer
    options: dict[str, Any] = {"dtype": torch.bfloat16 if config.precision == "bf16" else torch.float32}
    if engine == "nf4":
        options["quantization_config"] = transformers.BitsAndBytesConfig(
            load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=torch.bfloat16
        )
    network, tokenizer = load_base(config.base, **options)
    if engine == "nf4":
        network = peft.prepare_model_for_kbit_training(network)
    if config.start:
        return peft.PeftModel.from_pretrained(network, str(config.start), is_trainable=True), tokenizer
    settings = peft.LoraConfig(target_modules="all-linear", task_type="CAUSAL_LM", **lora)
    return peft.get_peft_model(network, settings), tokenizer


def _trainer(
    config: TrainConfig, network: Any, tokenizer: Any, learnt: Sequence[Encoded], held_out: Sequence[Encoded]
) -> Any:
    torch, transformers, trl, datasets = (
        _load(name) for name in ("torch", "transformers", "trl", "datasets")
    )
    steps = max(1, len(learnt) // (config.batch * config.accumulate))
    look = max(1, steps // config.looks_per_epoch)
    on_gpu = bool(torch.cuda.is_available())
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    settings: dict[str, Any] = {
        "output_dir": str(config.out / "checkpoints"),
        "per_device_train_batch_size": config.batch, "per_device_eval_batch_size": config.batch,
        "gradient_accumulation_steps": config.accumulate, "num_train_epochs": config.epochs,
        "learning_rate": config.learning_rate, "lr_scheduler_type": "cosine", "warmup_steps": 0.05,
        "seed": config.seed, "data_seed": config.seed, "use_cpu": not on_gpu, "bf16": config.precision == "bf16",
        "gradient_checkpointing": on_gpu, "max_length": config.max_tokens,
        "eval_strategy": "steps", "eval_steps": look, "save_strategy": "steps", "save_steps": look, "logging_steps": 1,
        "load_best_model_at_end": True, "metric_for_best_model": "eval_loss", "greater_is_better": False,
        "report_to": "none", "dataloader_pin_memory": on_gpu,
    }  # fmt: skip
    if config.preference:
        kind, arguments = trl.DPOTrainer, trl.DPOConfig(beta=config.preference, **settings)
    else:
        if not config.packing:
            settings["train_sampling_strategy"] = "group_by_length"
        kind, arguments = (
            trl.SFTTrainer,
            trl.SFTConfig(packing=config.packing, eval_packing=False, **settings),
        )
    return kind(
        model=network,
        args=arguments,
        train_dataset=datasets.Dataset.from_list(list(learnt)),
        eval_dataset=datasets.Dataset.from_list(list(held_out)),
        processing_class=tokenizer,
        callbacks=[transformers.EarlyStoppingCallback(early_stopping_patience=config.patience)],
    )


def _save(out: Path, model: Any, record: dict[str, Any], history: Sequence[dict[str, float]]) -> None:
    adapter = out / "adapter"
    model.save_pretrained(str(adapter))
    text = json.dumps({**record, "history": history}, indent=1)
    (adapter / RECORD).write_text(text + "\n", encoding="utf-8")
    learnt = [(entry["step"], entry["loss"]) for entry in history if "loss" in entry]
    held_out = [(entry["step"], entry["eval_loss"]) for entry in history if "eval_loss" in entry]
    (out / "loss.svg").write_text(loss_plot(learnt, held_out), encoding="utf-8")


def _load(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ModelError(_MISSING) from error
