"""Where a figure comes from: the commit of the code and the name of the model behind it."""

import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from askback.agent import Tutor


def commit() -> str:
    """The commit of the code at work, marked when it has changes; the installed version outside a checkout."""
    here = Path(__file__).resolve()

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(here.parent), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=10).stdout.strip()

    try:
        git(
            "ls-files", "--error-unmatch", here.name
        )  # a repository that merely holds the installation is not ours
        return git("rev-parse", "--short=12", "HEAD") + (
            "+changes" if git("status", "--porcelain", "-uno") else ""
        )
    except (OSError, subprocess.SubprocessError):
        return f"askback {version('askback')}"


def model_of(tutor: "Tutor") -> str | None:
    """The name of the model that words a tutor's replies, "default" spelled out; None when there is none."""
    from askback.agent.weights import default_name

    name = tutor.model_name
    return None if name == "none" else default_name() if name == "default" else name
