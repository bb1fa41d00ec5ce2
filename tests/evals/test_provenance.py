import subprocess
from pathlib import Path

import pytest

from askback.agent import ScriptedModel, Tutor
from askback.agent.weights import default_name
from askback.evals.provenance import commit, model_of


def test_the_commit_is_that_of_this_checkout() -> None:
    here = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short=12", "HEAD"]
    head = subprocess.run(here, capture_output=True, text=True)
    if head.returncode:
        pytest.skip("not in a git checkout")
    assert commit().removesuffix("+changes") == head.stdout.strip()


def test_a_tutor_without_a_model_has_none() -> None:
    with Tutor(model=None) as tutor:
        assert model_of(tutor) is None


def test_a_tutor_with_a_model_names_it() -> None:
    with Tutor(model=ScriptedModel()) as tutor:
        assert model_of(tutor) == tutor.model_name


@pytest.mark.weights
def test_the_default_model_is_named_by_its_weights() -> None:
    with Tutor(model="default") as tutor:
        assert model_of(tutor) == default_name()
