"""Prompts: one Markdown file each under `prompts/`, filled in by one strict loader.

A file is a whole chat: each line `# system`, `# user` or `# assistant` begins a message. `string.Template` names
(`$problem`) leave braces free for LaTeX. The tutor, the training data and the evaluations all render through here,
so what is trained on is what is served.
"""

import re
from functools import cache
from importlib.resources import files
from string import Template

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

_KINDS = {"system": SystemMessage, "user": HumanMessage, "assistant": AIMessage}
_HEADING = re.compile(r"^# (system|user|assistant)\n", re.MULTILINE)


def render(prompt: str, **names: str) -> list[BaseMessage]:
    """Fill in `prompts/<prompt>.md` and return its messages.

    Raises `KeyError` when a name in the file is not given, `TypeError` when a given name is not in the file.
    """
    parts = _parts(prompt)
    unused = names.keys() - {name for _, template in parts for name in template.get_identifiers()}
    if unused:
        raise TypeError(f"prompt {prompt!r} does not use {', '.join(sorted(unused))}")
    # The values are filled in after the file is split, so no heading a student types begins a message.
    return [_KINDS[kind](template.substitute(names).strip()) for kind, template in parts]


@cache
def _parts(prompt: str) -> list[tuple[str, Template]]:
    text = (files(__package__ or "askback.agent") / "prompts" / f"{prompt}.md").read_text(encoding="utf-8")
    before, *pieces = _HEADING.split(text)
    parts = [(kind, Template(body)) for kind, body in zip(pieces[::2], pieces[1::2], strict=True)]
    if before.strip() or not parts or not all(template.is_valid() for _, template in parts):
        raise ValueError(f"prompt {prompt!r} is not a list of messages, or has a stray $")
    return parts
