"""From a move to what is said: the bank's templates filled in with what is at hand. Pure.

This is the content of every reply. A model may word it better; when none does, or none is there, this text itself is
sent. Each line is safe by construction: it is made of the problem's and the student's own words, the names of steps, a
catalogue question or a checked twin example, never of a value of the solution.
"""

import re
from collections.abc import Sequence
from zlib import crc32

from .bank import BANK, SAFE_QUESTIONS
from .brief import avoided
from .misconceptions import Misconception, catalogue, suspects
from .openers import beginnings
from .problem_words import problem_words
from .state import Diagnosis, Move, Reading
from .student_lines import Setting, earlier_mistake, found_out, is_calculation, line_to_quote, stands_by
from .symbolic import read_problem

_SPARES = 5
_NAME = re.compile(r"\$(\w+)")
_QUOTED = re.compile(r'"[^"]*"')
_PRESUMES = re.compile(r"\$quote|\bdid you\b|\byour\b", re.IGNORECASE)
"""A catalogue question that speaks of work which the student has not shown."""


def lines_for(move: Move, reading: Reading, diagnosis: Diagnosis, setting: Setting) -> list[str]:
    """Ways to say the move, the best first; each asks something that this lesson has not asked yet, while there is any.

    There is always one, and none holds a word the teacher wants avoided unless every line of the bank does.
    """
    about = stands_by(diagnosis, setting.turns)
    names = _names(move, reading, about, setting)
    templates = [*_of_misconception(move, about, setting), *_of_bank(move, about, names, setting)]
    # Each wording of a worked example has an example of its own, should one of them show too much.
    of_twins = [{**names, "twin": twin} for twin in setting.twins] or [names]
    lines = [_fill(template, of_twins[place % len(of_twins)]) for place, template in enumerate(templates)]
    filled = [line for line in lines if line]
    asked = [text for turn in setting.turns for text in (turn.skeleton, turn.reply.text)]
    allowed = [line for line in dict.fromkeys(filled) if not avoided(line, setting.brief)]
    fresh = [line for line in allowed if not any(same_question(line, other) for other in asked)]
    chosen = (fresh or allowed or filled)[: _SPARES + 1]
    begun = [f"{beginning} {chosen[0]}" for beginning in beginnings(move, reading, setting)]
    return [*begun, *chosen[0 if not begun else 1 :]] if begun else chosen


def same_question(first: str, second: str) -> bool:
    """Whether two lines ask the same: their last sentences are alike, and they do not quote different things."""
    asked, quoted = zip(
        *((_last_sentence(line), set(_QUOTED.findall(line))) for line in (first, second)), strict=True
    )
    return asked[0] == asked[1] and (not quoted[0] or not quoted[1] or bool(quoted[0] & quoted[1]))


def _last_sentence(line: str) -> str:
    return re.split(r"(?<=[.!?:])\s+", _QUOTED.sub('""', line).strip())[-1].casefold()


# --- which templates --------------------------------------------------------------------------------------------------


def _of_misconception(move: Move, about: Diagnosis, setting: Setting) -> list[str]:
    """The catalogue's questions in rising order of help: for the mistake found, or the one to look out for."""
    if move.goal != "help" or move.rung not in ("thinking", "point", "idea") or about.verdict == "slip":
        return []
    entry = catalogue().get(about.misconception) if about.misconception else None
    if entry is None:
        sought = _sought(setting)
        invited = move.rung == "idea" and not next_step(setting)
        known = [sought] if sought else _possible(setting.problem) if invited else []
        said = " ".join(turn.skeleton for turn in setting.turns)
        new = [
            text for one in known for text in one.questions if not _PRESUMES.search(text) and text not in said
        ]
        return [f'Look at "$focus". {text}' for text in new]
    if move.rung == "thinking":
        return []
    if move.rung == "idea":
        told = any(entry.explanation[1:] in turn.skeleton for turn in setting.turns)
        named = f'In "$quote", {entry.explanation[:1].lower()}{entry.explanation[1:]}'
        if about.confidence > 0.5 and not told:
            return [*(f"{named} {text}" for text in entry.questions), *_pointing(entry)]
    return _pointing(entry)


def _pointing(entry: Misconception) -> list[str]:
    return [text if "$quote" in text else f'Look again at "$quote". {text}' for text in entry.questions]


def _sought(setting: Setting) -> Misconception | None:
    """The misconception the teacher is on the look-out for, where it can occur in this problem."""
    entry = catalogue().get(setting.brief.target or "")
    structured = read_problem(setting.problem)
    return entry if entry and (structured is None or entry.wrong(structured) is not None) else None


def _possible(problem: str) -> list[Misconception]:
    """The mistakes that this problem invites; asking about one that was not made does no harm."""
    structured = read_problem(problem)
    return [] if structured is None else [entry for entry, _ in suspects(structured)]


def _of_bank(move: Move, about: Diagnosis, names: dict[str, str], setting: Setting) -> list[str]:
    found: list[str] = []
    for key in _keys(move, about, names, setting):
        variants = BANK[key]
        if key != "set_aside":  # its variants stand in the order of what they say
            turn = (crc32(setting.problem.encode()) + len(setting.turns)) % len(variants)
            variants = (*variants[turn:], *variants[:turn])
        wanted = setting.brief.vocabulary.use
        found += sorted(variants, key=lambda text: not any(word.lower() in text.lower() for word in wanted))
    return [*found, *SAFE_QUESTIONS] if move.goal in ("help", "return") else found


def _keys(move: Move, about: Diagnosis, names: dict[str, str], setting: Setting) -> list[str]:
    shape = problem_words(setting.problem).shape
    start = ["start/begun", f"start/{shape}", "start/any"]
    match move.goal:
        case "help":
            return _help_keys(move, about, names["quote"], shape, start)
        case "return":
            return start
        case "confirm":
            changed = ["confirm/changed"] if names["before"] else []
            return [*changed, "confirm/work" if names["quote"] else "confirm/bare", "confirm/bare"]
        case "close":
            solved = any(turn.reply.move.goal == "confirm" for turn in setting.turns)
            return ["close/solved" if solved else "close/open"]
        case "justify":
            return ["justify", "justify/any"]
        case other:
            return [other]


def _help_keys(move: Move, about: Diagnosis, quote: str, shape: str, start: list[str]) -> list[str]:
    at_hand = start
    if quote:
        told = is_calculation(quote) or len(quote.split()) > 2
        line = ["point/line"] if told else [f"point/{shape}", "point/number"]
        line = ["point/slip", *line] if about.verdict == "slip" else line
        thinking = ["thinking/attempt"]
        at_hand = [*thinking, *line, *start] if move.rung == "thinking" else [*line, *thinking, *start]
    match move.rung:
        case "thinking" | "point":
            return at_hand
        case "idea":
            # Where no step is known to come next, the student's own lines are gone through one by one.
            lines = ["point/line"] if quote and is_calculation(quote) and about.verdict == "unknown" else []
            return ["idea/step", *lines, "idea/any", *at_hand]
        case "example":
            return ["example/twin", f"example/{shape}", "example/any", "idea/any", *at_hand]
        case "tell":
            return ["tell/step", "idea/step", "idea/any", *at_hand]


# --- what stands for the names ----------------------------------------------------------------------------------------


def _fill(template: str, names: dict[str, str]) -> str:
    """The template with its names filled in; empty when one of them has nothing to stand for."""
    if not all(names.get(name) for name in _NAME.findall(template)):
        return ""
    return _NAME.sub(lambda match: names[match[1]], template)


def _names(move: Move, reading: Reading, about: Diagnosis, setting: Setting) -> dict[str, str]:
    words, turn = problem_words(setting.problem), len(setting.turns)
    quote, result = line_to_quote(move, reading, about, setting)
    return {
        "quote": quote,
        "result": result,
        "focus": words.focus,
        "given": words.givens[turn % len(words.givens)] if words.givens else "",
        "step": next_step(setting),
        "givens": _listed(words.givens),
        "before": earlier_mistake(setting.turns) if move.goal == "confirm" else "",
        "found": found_out(setting),
    }


def _listed(givens: Sequence[str]) -> str:
    """Quoted, with commas and a last "and"; empty unless there are two to five."""
    if not 2 <= len(givens) <= 5:
        return ""
    *most, last = [f'"{given}"' for given in givens]
    return f"{', '.join(most)} and {last}"


def next_step(setting: Setting) -> str:
    """The next step; none where a single one is all there is, since that is the problem itself."""
    begun = any(turn.reply.diagnosis.verdict == "partial" for turn in setting.turns)
    return setting.ahead[0] if len(setting.ahead) > 1 or (setting.ahead and begun) else ""
