"""Tuning on a CPU, with a tiny network made on the fly and rows as the tutor makes them."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from askback.finetune.config import TrainConfig
from askback.finetune.rows import Message, Row
from askback.finetune.train import IGNORED, encode, train

pytest.importorskip("peft", reason="peft is not installed: tuning is an extra")

# peft asks transformers for a property that is on its way out; torch's scheduler warns when a run is taken up.
pytestmark = [
    pytest.mark.filterwarnings("ignore:.(is_)?gradient_checkpointing. is deprecated:FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]


def _row(place: int) -> Row:
    messages = (
        Message(role="user", content=f"Line: What is {place}?"),
        Message(role="assistant", content="Let's see."),
    )
    return Row(
        kind="turns", id=f"r{place}", messages=messages, provenance={"problem": f"What is {place}?"}, proof={}
    )


@pytest.fixture
def config(tiny: Path, tmp_path: Path) -> TrainConfig:
    data = tmp_path / "rows.jsonl"
    data.write_text("".join(_row(place).model_dump_json() + "\n" for place in range(18)), encoding="utf-8")
    return TrainConfig(
        base=str(tiny), data=(data,), out=tmp_path / "run", engine="plain", precision="fp32", epochs=3, batch=4,
        looks_per_epoch=1,
        accumulate=1, learning_rate=2e-2, held_out=0.1, rank=4,
    )  # fmt: skip


def _quiet(line: str) -> None:
    del line


def test_the_held_out_loss_falls(config: TrainConfig) -> None:
    loss = train(config, tell=_quiet)["held_out_loss"]
    assert loss["best"] < 0.5 * loss["before"]


def test_a_run_too_short_for_a_look_still_leaves_its_adapter(config: TrainConfig) -> None:
    record = train(replace(config, epochs=0.1, looks_per_epoch=1), tell=_quiet)
    assert (config.out / "adapter" / "adapter_model.safetensors").is_file()
    assert record["held_out_loss"]["best"] > 0


def test_a_run_leaves_an_adapter_a_record_and_a_plot(config: TrainConfig) -> None:
    record = train(replace(config, epochs=1), tell=_quiet)
    assert (config.out / "adapter" / "adapter_model.safetensors").is_file()
    assert (config.out / "loss.svg").read_text(encoding="utf-8").startswith("<svg")
    written = json.loads((config.out / "adapter" / "askback.json").read_text(encoding="utf-8"))
    assert written["rows"] == record["rows"] == {"learnt": 16, "held_out": 2, "too_long": 0}


def test_a_run_that_was_stopped_ends_with_the_same_weights(config: TrainConfig, tmp_path: Path) -> None:
    import shutil

    import safetensors.torch as safetensors_  # pyright: ignore

    safetensors = cast(Any, safetensors_)
    train(config, tell=_quiet)
    cut = replace(config, out=tmp_path / "cut")
    steps = sorted(
        (config.out / "checkpoints").glob("checkpoint-*"), key=lambda path: int(path.name.rpartition("-")[2])
    )
    shutil.copytree(steps[0], cut.out / "checkpoints" / steps[0].name)
    told: list[str] = []
    train(cut, tell=told.append)
    assert any(line.startswith("going on from") for line in told)
    whole, resumed = (
        safetensors.load_file(steps_out / "checkpoints" / steps[-1].name / "adapter_model.safetensors")
        for steps_out in (config.out, cut.out)
    )
    assert all((whole[name] == resumed[name]).all() for name in whole)


def test_a_preference_run_goes_on_from_an_adapter_and_learns_to_prefer(config: TrainConfig) -> None:
    [rows] = config.data
    pairs = [_row(place).model_copy(update={"rejected": "It is 7."}) for place in range(12)]
    rows.write_text("".join(row.model_dump_json() + "\n" for row in pairs), encoding="utf-8")
    train(replace(config, epochs=1), tell=_quiet)
    start, out = config.out / "adapter", config.out / "preferred"
    loss = train(replace(config, start=start, out=out, preference=0.5, epochs=2), tell=_quiet)[
        "held_out_loss"
    ]
    assert loss["before"] == pytest.approx(0.693, abs=0.02)  # ln 2: nothing is preferred yet
    assert loss["best"] < 0.6


def test_rows_that_share_a_sequence_learn_as_well(config: TrainConfig) -> None:
    loss = train(replace(config, packing=True, max_tokens=160, batch=1), tell=_quiet)["held_out_loss"]
    assert loss["best"] < 0.5 * loss["before"]


def test_the_command_says_which_engine_it_chose_and_why(config: TrainConfig) -> None:
    told: list[str] = []
    train(replace(config, epochs=0.2, engine="auto"), tell=told.append)
    assert told[0].startswith("engine: ")
    assert ", because " in told[0]


def test_loss_is_taken_on_the_reply_and_its_end_only(tiny: Path) -> None:
    import transformers as transformers_  # pyright: ignore

    tokenizer = cast(Any, transformers_).AutoTokenizer.from_pretrained(tiny)
    encoded = encode(_row(7), tokenizer)
    learnt = [token for token in encoded["labels"] if token != IGNORED]
    assert tokenizer.decode(learnt) == "Let's see.<end>"
    asked = encoded["input_ids"][: -len(learnt)]
    assert tokenizer.decode(asked) == "[user] Line: What is 7?<end>[assistant] "


def test_of_a_dialogue_everything_the_tutor_says_is_learnt(tiny: Path) -> None:
    import transformers as transformers_  # pyright: ignore

    tokenizer = cast(Any, transformers_).AutoTokenizer.from_pretrained(tiny)
    said = [
        ("system", "Be kind."),
        ("user", "2?"),
        ("assistant", "How?"),
        ("user", "1+1"),
        ("assistant", "Yes!"),
    ]
    messages = tuple(Message.model_validate({"role": role, "content": text}) for role, text in said)
    row = Row(kind="dialogues", id="d", messages=messages, provenance={"problem": "1 + 1"}, proof={})
    encoded = encode(row, tokenizer)
    learnt = [token for token in encoded["labels"] if token != IGNORED]
    assert tokenizer.decode(learnt) == "How?<end>Yes!<end>"
    whole = tokenizer.apply_chat_template([message.model_dump() for message in messages], tokenize=False)
    assert tokenizer.decode(encoded["input_ids"]) == whole
