"""Tuning an adapter on checked rows: `train(config)`. LoRA on every linear layer, loss on the reply's tokens only.

transformers' `Trainer` brings checkpoints that resume, early stopping and several GPUs (`accelerate launch -m askback
finetune train CONFIG`). trl's `SFTTrainer` on top of it would mask and render the rows itself; here the tutor's own
rendering does, so that what is learnt is what is served. Does not cover: full tuning, packing, preference steps.
"""

import importlib.metadata
import importlib.util
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from ..agent.errors import InputError, ModelError
from ..agent.models import one_line
from ..agent.weights import locate
from .config import Engine, TrainConfig, choose_engine
from .plot import loss_plot
from .rows import Row, read_rows

IGNORED = -100
"""The label of tokens that no loss is taken on."""
RECORD = "askback.json"
"""The record of a run, beside its adapter."""
_MISSING = 'training needs more packages: pip install "askback[finetune]" -c constraints-cpu.txt'

Encoded = dict[str, list[int]]


def train(config: TrainConfig, tell: Callable[[str], None] = print) -> dict[str, Any]:
    """Tune an adapter, going on from the last checkpoint in `config.out` if there is one. Returns the record.

    Raises InputError for rows or settings that cannot be used, ModelError for weights that do not load.
    """
    torch, transformers, peft = (_load(name) for name in ("torch", "transformers", "peft"))
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
    trainer = _trainer(config, engine, network, tokenizer, learnt, held_out, (torch, transformers, peft))
    before = float(trainer.evaluate()["eval_loss"])
    # That look is not one of the run's: a run that is resumed would have it twice.
    trainer.state.log_history.clear()
    checkpoints = config.out / "checkpoints"
    last = transformers.trainer_utils.get_last_checkpoint(str(checkpoints)) if checkpoints.is_dir() else None
    if last:
        tell(f"going on from {last}")
    trainer.train(resume_from_checkpoint=last)
    history = cast(list[dict[str, float]], trainer.state.log_history)
    after = min(entry["eval_loss"] for entry in history if "eval_loss" in entry)
    record = {
        "base": config.base,
        "engine": engine,
        "why": why,
        "config": json.loads(json.dumps(asdict(config), default=str)),
        "rows": {"learnt": len(learnt), "held_out": len(held_out), "too_long": left_out},
        "steps": trainer.state.global_step,
        "held_out_loss": {"before": before, "best": after},
        "versions": {name: importlib.metadata.version(name) for name in ("torch", "transformers", "peft")},
    }
    _save(config.out, trainer.model, record, history)
    tell(
        f"held-out loss: {before:.3f} before, {after:.3f} at best; the adapter is in {config.out / 'adapter'}"
    )
    return record


def encode(row: Row, tokenizer: Any) -> Encoded:
    """A row as tokens: the prompt as the tutor's runtimes render it, then the reply with its end; labels on the latter.

    Raises ModelError for a chat template whose rendering of a prompt does not begin its rendering of the whole chat.
    """
    messages = [message.model_dump() for message in row.messages]
    prompt = str(tokenizer.apply_chat_template(messages[:-1], add_generation_prompt=True, tokenize=False))
    whole = str(tokenizer.apply_chat_template(messages, tokenize=False))
    if not whole.startswith(prompt):
        raise ModelError("this model's chat template renders a prompt otherwise once it is answered")
    asked = cast(list[int], tokenizer(prompt, add_special_tokens=False)["input_ids"])
    reply = cast(list[int], tokenizer(whole[len(prompt) :], add_special_tokens=False)["input_ids"])
    end = int(tokenizer.eos_token_id)
    reply = reply[: reply.index(end)] if end in reply else reply
    return {"input_ids": [*asked, *reply, end], "labels": [*[IGNORED] * len(asked), *reply, end]}


def split(config: TrainConfig, tokenizer: Any) -> tuple[list[Encoded], list[Encoded], int]:
    """The rows to learn, the rows held out, and how many were too long. All rows of a problem stay on one side."""
    rows = [row for path in config.data for row in read_rows(path)]
    problems = sorted({str(row.provenance["problem"]) for row in rows})
    if len(problems) < 2:
        raise InputError("the data hold fewer than two problems, so none can be held out")
    random.Random(config.seed).shuffle(problems)
    kept = set(problems[: max(1, round(config.held_out * len(problems)))])
    sides: tuple[list[Encoded], list[Encoded]] = ([], [])
    for row in rows:
        encoded = encode(row, tokenizer)
        if len(encoded["input_ids"]) <= config.max_tokens:
            sides[str(row.provenance["problem"]) in kept].append(encoded)
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
            config.base, max_seq_length=config.max_tokens, load_in_4bit=True
        )
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
    settings = peft.LoraConfig(target_modules="all-linear", task_type="CAUSAL_LM", **lora)
    return peft.get_peft_model(network, settings), tokenizer


def _trainer(
    config: TrainConfig,
    engine: Engine,
    network: Any,
    tokenizer: Any,
    learnt: Sequence[Encoded],
    held_out: Sequence[Encoded],
    libraries: tuple[Any, Any, Any],
) -> Any:
    torch, transformers, _ = libraries
    steps = max(1, len(learnt) // (config.batch * config.accumulate))
    look = max(1, steps // config.looks_per_epoch)
    on_gpu = bool(torch.cuda.is_available())
    arguments = transformers.TrainingArguments(
        output_dir=str(config.out / "checkpoints"),
        per_device_train_batch_size=config.batch, per_device_eval_batch_size=config.batch,
        gradient_accumulation_steps=config.accumulate, num_train_epochs=config.epochs,
        learning_rate=config.learning_rate, lr_scheduler_type="cosine", warmup_steps=0.05,
        seed=config.seed, data_seed=config.seed, use_cpu=not on_gpu, bf16=on_gpu,
        eval_strategy="steps", eval_steps=look, save_strategy="steps", save_steps=look, logging_steps=1,
        load_best_model_at_end=True, metric_for_best_model="eval_loss", greater_is_better=False,
        train_sampling_strategy="group_by_length", remove_unused_columns=False, report_to="none",
        dataloader_pin_memory=on_gpu,
    )  # fmt: skip

    def collate(rows: Sequence[Encoded]) -> dict[str, Any]:
        size = max(len(row["input_ids"]) for row in rows)

        def padded(name: str, blank: int) -> Any:
            return torch.tensor([row[name] + [blank] * (size - len(row[name])) for row in rows])

        ids = padded("input_ids", int(tokenizer.eos_token_id))
        mask = torch.tensor(
            [[1] * len(row["input_ids"]) + [0] * (size - len(row["input_ids"])) for row in rows]
        )
        return {"input_ids": ids, "attention_mask": mask, "labels": padded("labels", IGNORED)}

    def reply_loss(
        model: Any, inputs: Any, return_outputs: bool = False, num_items_in_batch: Any = None
    ) -> Any:
        """The loss with logits for the places of replies only: most of a row is prompt, and logits cost the memory."""
        targets = inputs["labels"][:, 1:]
        places = (targets != IGNORED).any(dim=0).nonzero().flatten()
        outputs = model(inputs["input_ids"], attention_mask=inputs["attention_mask"], logits_to_keep=places)
        wanted = targets[:, places].flatten()
        loss = torch.nn.functional.cross_entropy(
            outputs.logits.float().flatten(0, 1), wanted, ignore_index=IGNORED, reduction="sum"
        )
        loss = loss / ((wanted != IGNORED).sum() if num_items_in_batch is None else num_items_in_batch)
        return (loss, outputs) if return_outputs else loss

    trainer = transformers.Trainer(
        model=network, args=arguments, train_dataset=list(learnt), eval_dataset=list(held_out), data_collator=collate,
        callbacks=[transformers.EarlyStoppingCallback(early_stopping_patience=config.patience)],
    )  # fmt: skip
    if engine != "unsloth":  # which brings its own way to save the same memory
        trainer.compute_loss = reply_loss
    return trainer


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
