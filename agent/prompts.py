"""Prompts: one Markdown file each under `prompts/`, filled in by one strict loader.

`string.Template` names (`$problem`) leave braces free for LaTeX. The tutor, the training data and the evaluations
all render through here, so what is trained on is what is served.
"""

from functools import cache
from importlib.resources import files
from string import Template


def render(prompt: str, **names: str) -> str:
    """Fill in `prompts/<prompt>.md`.

    Raises `KeyError` when a name in the file is not given, `TypeError` when a given name is not in the file.
    """
    template = _template(prompt)
    unused = names.keys() - set(template.get_identifiers())
    if unused:
        raise TypeError(f"prompt {prompt!r} does not use {', '.join(sorted(unused))}")
    return template.substitute(names)


@cache
def _template(prompt: str) -> Template:
    # Only our own file names come here; `Template.substitute` leaves `$` in the values alone.
    text = (files(__package__ or "askback.agent") / "prompts" / f"{prompt}.md").read_text(encoding="utf-8")
    template = Template(text.strip())
    if not template.is_valid():
        raise ValueError(f"prompt {prompt!r} has a stray $")
    return template
