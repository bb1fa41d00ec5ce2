"""The configuration of a run: what is read, what is refused, and which engine follows from the machine."""

from pathlib import Path
from typing import Any

import pytest

from askback.agent.errors import InputError
from askback.agent.weights import default_name
from askback.finetune.config import choose_engine, read_config

LEAST = 'base = "gguf:default"\ndata = ["rows.jsonl"]\nout = "run"\n'


def _read(tmp_path: Path, text: str) -> Any:
    path = tmp_path / "run.toml"
    path.write_text(text, encoding="utf-8")
    return read_config(path)


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    config = _read(tmp_path, LEAST)
    assert (config.data, config.out) == ((tmp_path / "rows.jsonl",), tmp_path / "run")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LEAST + "rnak = 4\n", "unknown rnak"),
        ('base = "x"\n', "data, out is missing"),
        (LEAST + 'rank = "8"\n', "rank cannot be '8'"),
        (LEAST + "rank = 8.5\n", "rank cannot be 8.5"),
        (LEAST + "rank = 0\n", "rank must be above zero"),
        (LEAST + "seed = true\n", "seed cannot be True"),
        (LEAST + 'engine = "cpu"\n', "engine cannot be 'cpu'"),
        (LEAST + "held_out = 1.0\n", "held_out must be"),
        (LEAST + "packing = 1\n", "packing cannot be 1"),
        (LEAST + "packing = true\npreference = 0.1\n", "cannot be packed"),
        (LEAST + "preference = -1\n", "preference must be"),
        (LEAST.replace('["rows.jsonl"]', '"rows.jsonl"'), "data cannot be"),
        ("base = ", "is not TOML"),
    ],
)
def test_what_is_wrong_is_refused_by_name(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        _read(tmp_path, text)


@pytest.mark.parametrize(
    ("asked", "cuda", "unsloth", "bitsandbytes", "engine"),
    [
        ("auto", True, True, True, "unsloth"),
        ("auto", True, False, True, "nf4"),
        ("auto", True, False, False, "plain"),
        ("auto", False, True, True, "plain"),
        ("nf4", False, False, True, "nf4"),
        ("plain", True, True, True, "plain"),
    ],
)
def test_the_engine_follows_from_the_machine(
    asked: Any, cuda: bool, unsloth: bool, bitsandbytes: bool, engine: str
) -> None:
    chosen, why = choose_engine(asked, cuda=cuda, unsloth=unsloth, bitsandbytes=bitsandbytes)
    assert chosen == engine
    assert why


@pytest.mark.parametrize("asked", ["unsloth", "nf4"])
def test_an_engine_that_is_not_installed_is_refused(asked: Any) -> None:
    with pytest.raises(InputError, match="pip install"):
        choose_engine(asked, cuda=True, unsloth=False, bitsandbytes=False)


RECIPES = sorted((Path(__file__).parents[2] / "finetune" / "recipes").glob("*.toml"))


@pytest.mark.parametrize("recipe", RECIPES, ids=[path.stem for path in RECIPES])
def test_every_recipe_can_be_read(recipe: Path) -> None:
    config = read_config(recipe)
    assert config.alpha == 2 * config.rank


def test_the_default_recipe_tunes_the_weights_that_are_served() -> None:
    [default] = [path for path in RECIPES if path.stem == "default"]
    assert read_config(default).base == f"gguf:{default_name()}"
