"""What stands for the `$names` of a line of the bank: the student's words, the problem's, a step, a twin. Pure."""

import re
from collections.abc import Sequence

from .calculations import runs_on
from .problem_words import problem_words
from .standing import mended
from .state import Diagnosis, Move, Reading
from .student_lines import (
    Setting,
    earlier_mistake,
    found_out,
    line_to_quote,
    own_answer,
    plain_quotes,
    tidy_quote,
)
from .student_words import ROW

_LONGEST = 200
"""Characters of a question that is said again."""
_NAME = re.compile(r"\$(\w+)")


def fill(template: str, names: dict[str, str]) -> str:
    """The template with its names filled in; empty when one of them has nothing to stand for."""
    if not all(names.get(name) for name in _NAME.findall(template)):
        return ""
    return _NAME.sub(lambda match: names[match[1]], template).replace('?"?', '"?')


def names_for(move: Move, reading: Reading, about: Diagnosis, setting: Setting) -> dict[str, str]:
    """What there is to stand for each name of the bank's table; empty where there is nothing."""
    words, turn = problem_words(setting.problem), len(setting.turns)
    quote, result = line_to_quote(move, reading, about, setting)
    # "24 pencils" can be talked about; "24" and "half" only where the problem gives nothing else.
    telling = [one for one in words.givens if re.search(r"\d.*[^\W\d]|[%$]|\w \w", one)] or words.givens
    return {
        "quote": quote,
        "result": result,
        "own": own_answer(reading, about, setting),
        "focus": words.focus,
        "given": telling[turn % len(telling)] if telling else "",
        "thing": next((one for one in telling if re.search(r"\d.*[^\W\d]", one) and "$" not in one), ""),
        "step": next_step(setting),
        "givens": _listed(words.givens),
        "two": _listed(_least_used(words.givens, setting)[:2]),
        "before": earlier_mistake(setting.turns, setting.problem) if move.goal == "confirm" else "",
        "chain": next((tidy_quote(step.text) for step in reading.steps if runs_on(step.text)), ""),
        "things": _listed(words.givens)
        if all(re.search(r"[^\W\d]|[%$]", one) for one in words.givens)
        else "",
        "mended": tidy_quote(mended(reading, setting.turns)),
        "twin": setting.twins[0] if setting.twins else "",
        "found": found_out(setting),
        "question": plain_quotes(setting.question) if len(setting.question) <= _LONGEST else "",
        "row": match.group() if (match := ROW.search(setting.text)) else "",
    }


def _least_used(givens: Sequence[str], setting: Setting) -> list[str]:
    """What the problem gives, first that of which no number stands in the student's words."""
    used = _numbers(" ".join([*(turn.student for turn in setting.turns), setting.text]))
    return sorted(givens, key=lambda one: bool(_numbers(one) & used))


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text.replace(",", "")))


def _listed(givens: Sequence[str]) -> str:
    """Quoted, with commas and a last "and"; empty unless there are two to five."""
    if not 2 <= len(givens) <= 5:
        return ""
    *most, last = [f'"{given}"' for given in givens]
    return f"{', '.join(most)} and {last}"


def next_step(setting: Setting) -> str:
    """The next step; none where a single one is all there is, since that is the problem itself."""
    begun = any(turn.reply.diagnosis.verdict == "partial" for turn in setting.turns)
    # "And those of the second" says nothing without the step before it.
    clear = [step for step in setting.ahead if not re.match(r"and\b", step)]
    return clear[0] if clear and (len(setting.ahead) > 1 or begun) else ""
