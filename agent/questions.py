"""From a move to what is said: the bank's templates filled in with what is at hand. Pure.

This is the content of every reply. A model may word it better; when none does, or none is there, this text itself is
sent. Each line is safe by construction: it is made of the problem's and the student's own words, the names of steps, a
catalogue question or a checked twin example, never of a value of the solution.
"""

import re
from collections.abc import Sequence
from zlib import crc32

from .answers import is_unworked
from .bank import BANK, SAFE_QUESTIONS
from .brief import avoided
from .glossary import meaning_asked
from .misconceptions import Misconception, catalogue, suspects
from .openers import beginnings
from .placeholders import fill, names_for, next_step
from .plain_words import sentences
from .problem_words import problem_words
from .quantities import find_quantities
from .quantities.units import measure
from .state import Diagnosis, Intent, Move, Reading
from .student_lines import (
    Setting,
    is_calculation,
    stands_by,
)
from .student_words import ASKS_BACK, EITHER, EXPLAINED, LISTED, PLANS, ROW, WHY_NOT
from .symbolic import read_problem

_SPARES = 5
_SHORT = 4
"""Words of a message that is an answer and not a reason."""
# An unknown and its value, or nothing but numbers: "x = 4", "6 and 7".
_ANSWERS = re.compile(r"[a-z]\s*=\s*\S+|-?[\d./]+(?:(?:,? (?:and|or)|,) -?[\d./]+)+", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
_PRESUMES = re.compile(
    r"\$quote|\bdid you\b|\byour\b|\byou (?:\w+ed|got|found|did|took|wrote|made)\b", re.IGNORECASE
)
"""A catalogue question that speaks of work which the student has not shown."""
_DONE_SO = re.compile(r"\b(?:added|subtracted|multiplied|divided|took|timesed)\b", re.IGNORECASE)
_TENTATIVE = re.compile(
    r"(?!\W*(?:what|why|how|which|who|when|where|is|are|does|did)\b)[^?]*"
    r"(?:\d|\b(?:times|plus|minus|add|subtract|divide|multiply)\b)[^?]*\?+\s*",
    re.IGNORECASE | re.DOTALL,
)
"""A try with a question mark behind it: "2 times x and 2 times 3?"."""
_FAILS = re.compile(
    r"\b(?:(?:that|it|this)(?:'?s| is)|does|is) not\b(?! sure)|\b(?:isn'?t|doesn'?t|wrong)\b"
    r"|\btoo (?:big|small|much|little|high|low|large)\b",
    re.IGNORECASE,
)
"""A test of one's own that did not come out: "2*7+3 = 17, that's not 11"."""
_IS_RIGHT = re.compile(
    r"\b(?:is|was|am|are) (?:it|that|this|i|we) (?:right|correct)\b|\bright or (?:not|wrong)\b", re.IGNORECASE
)
_ASKS_PRODUCT = re.compile(
    r"\bprimes?\b|\bproduct of\b|\b(?:scientific|index|exponential) (?:notation|form)\b|\bstandard form\b|\bpower of\b",
    re.IGNORECASE,
)
"""The answer is to be left as a product or a power."""
_WHY = re.compile(r"^\W*(?:but |so |and )?(?:why|how|what|is|does|do|can|could|will)\b", re.IGNORECASE)
_ASKS_HOW = re.compile(r"\bdid you\b", re.IGNORECASE)
_MEASURED = re.compile(r"\b(?:area|volume|perimeter|circumference|speed)\b", re.IGNORECASE)
_DIMENSIONS = {"area": "length^2", "volume": "volume", "speed": "length/time"}
_COUNTED = re.compile(r"\bhow many ([a-z]+)", re.IGNORECASE)
_MONEY = frozenset("dollars dollar cents euros euro pounds bucks".split())


def lines_for(move: Move, reading: Reading, diagnosis: Diagnosis, setting: Setting) -> list[str]:
    """Ways to say the move, the best first; each asks something that this lesson has not asked yet, while there is any.

    There is always one, and none holds a word the teacher wants avoided unless every line of the bank does.
    """
    about = stands_by(reading, diagnosis, setting.turns)
    names = names_for(move, reading, about, setting)
    templates = [
        *_of_question(move, reading, setting),
        *(_about_number(text, names) for text in _of_misconception(move, about, setting)),
        *_of_bank(move, about, names, setting, reading.intent),
    ]
    # Each wording of a worked example has an example of its own, should one of them show too much.
    of_twins = [{**names, "twin": twin} for twin in setting.twins] or [names]
    lines = [fill(template, of_twins[place % len(of_twins)]) for place, template in enumerate(templates)]
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
    return sentences(line)[-1].casefold()


# --- which templates --------------------------------------------------------------------------------------------------


def _of_question(move: Move, reading: Reading, setting: Setting) -> list[str]:
    """What the student asks comes before what the tutor would ask."""
    if move.goal != "help" or reading.intent not in ("question", "confusion"):
        return []
    meaning = meaning_asked(setting.text)
    if meaning:
        return [f"{meaning} {line}" for line in BANK["asked/meaning"]]
    if ROW.search(setting.text) and not re.search(r"\?|\bor\b", setting.text):
        return list(BANK["asked/row"])
    if EITHER.search(setting.text) or (LISTED.fullmatch(setting.text) and not _only_given(setting)):
        return list(BANK["asked/either"])
    if reading.intent == "question" and PLANS.fullmatch(setting.text) and not _DONE_SO.search(setting.text):
        return list(BANK["asked/plan"])
    if WHY_NOT.search(setting.text):
        return list(BANK["asked/why"])
    if ASKS_BACK.search(setting.text):
        # "do I have to divide?" can be tried out; "is it more than 200?" can be estimated.
        return list(BANK["asked/size" if re.search(r"\d", setting.text) else "asked/may"])
    tries = reading.intent == "question" and _TENTATIVE.fullmatch(setting.text)
    return list(BANK["asked/may"]) if tries else []


def _only_given(setting: Setting) -> bool:
    """Whether every number said is one of the problem's: put in order, say."""
    said, given = (set(re.findall(r"\d+(?:[./]\d+)?", text)) for text in (setting.text, setting.problem))
    return said <= given


def _of_misconception(move: Move, about: Diagnosis, setting: Setting) -> list[str]:
    """The catalogue's questions in rising order of help: for the mistake found, or the one to look out for."""
    helps = move.rung in ("thinking", "point", "idea") or (move.rung == "example" and not setting.twins)
    if move.goal != "help" or not helps or about.verdict == "slip":
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
    questions = _not_yet_asked(entry, setting)
    if move.rung == "idea":
        told = any(entry.explanation in turn.skeleton for turn in setting.turns)
        named = f'You wrote "$quote". {entry.explanation}'
        if about.confidence > 0.5 and not told:
            return [*(f"{named} {text}" for text in questions), *_pointing(questions)]
    return _pointing(questions)


def _not_yet_asked(entry: Misconception, setting: Setting) -> list[str]:
    """An entry's questions that this lesson has not asked, while there are any; what has been told is asked last."""
    said = " ".join(turn.skeleton for turn in setting.turns)
    new = [text for text in entry.questions if text not in said] or list(entry.questions)
    # A calculation that is shown at first says what was done and not in which order; who says so in words, has.
    told_how = EXPLAINED.search(setting.text) or (bool(setting.turns) and is_calculation(setting.text))
    return sorted(new, key=lambda text: bool(told_how and _ASKS_HOW.search(text)))


def _about_number(text: str, names: dict[str, str]) -> str:
    """A question like `Is "$quote" a common multiple?` is about the answer, on whichever line the mistake was made."""
    return re.sub(r'(?<!Look again at )(?<!^You wrote )"\$quote"', '"$own"', text) if names["own"] else text


def _pointing(questions: Sequence[str]) -> list[str]:
    return [text if "$quote" in text else f'Look again at "$quote". {text}' for text in questions]


def _sought(setting: Setting) -> Misconception | None:
    """The misconception the teacher is on the look-out for, where it can occur in this problem."""
    entry = catalogue().get(setting.brief.target or "")
    structured = read_problem(setting.problem)
    return entry if entry and (structured is None or entry.wrong(structured) is not None) else None


def _possible(problem: str) -> list[Misconception]:
    """The mistakes that this problem invites; asking about one that was not made does no harm."""
    structured = read_problem(problem)
    return [] if structured is None else [entry for entry, _ in suspects(structured)]


def _of_bank(
    move: Move, about: Diagnosis, names: dict[str, str], setting: Setting, intent: Intent
) -> list[str]:
    found: list[str] = []
    for key in _keys(move, about, names, setting, intent):
        variants = BANK[key]
        if key != "set_aside":  # its variants stand in the order of what they say
            turn = (crc32(setting.problem.encode()) + len(setting.turns)) % len(variants)
            variants = (*variants[turn:], *variants[:turn])
            variants = sorted(variants, key=lambda text: "$" not in text)  # of this problem first
        wanted = setting.brief.vocabulary.use
        found += sorted(variants, key=lambda text: not any(word.lower() in text.lower() for word in wanted))
    return [*found, *SAFE_QUESTIONS] if move.goal in ("help", "return") else found


def _keys(move: Move, about: Diagnosis, names: dict[str, str], setting: Setting, intent: Intent) -> list[str]:
    shape = problem_words(setting.problem).shape
    start = ["start/begun", f"start/{shape}", "start/any"]
    match move.goal:
        case "help":
            dropped = any(turn.reply.diagnosis.misconception for turn in setting.turns)
            # In a calculation all lines before the one that is astray fit: it is only that one's number.
            astray = about.verdict == "unknown" and bool(about.first_error_step)
            begun_anew = astray and (dropped or shape != "story")
            return _help_keys(move, about, names, shape, start, begun_anew, intent == "attempt")
        case "return":
            return start
        case "confirm":
            if _lacks_unit(setting):
                return ["confirm/unit", "confirm/bare"]
            if names["chain"]:
                return ["confirm/chain"]
            changed = ["confirm/changed"] if names["before"] else []
            return [*changed, "confirm/work" if names["quote"] else "confirm/bare", "confirm/bare"]
        case "close":
            solved = any(turn.reply.move.goal == "confirm" for turn in setting.turns)
            if not solved:
                return ["close/open"]
            other = about.first_error_step is not None and len(setting.text.split()) <= _SHORT
            if intent == "attempt" and (about.verdict in ("misconception", "slip") or other):
                return ["close/changed"]
            if _IS_RIGHT.search(setting.text):
                return ["close/right"]
            asks = intent in ("question", "confusion") and ("?" in setting.text or _WHY.search(setting.text))
            talked = intent in ("attempt", "question")
            return ["close/asked" if asks else "close/checked" if talked else "close/solved"]
        case "justify":
            return ["justify", "justify/any"]
        case "holds":
            if names["mended"]:
                return ["holds/mended"]
            if _FAILS.search(setting.text):
                return ["holds/tested", "holds"]
            of_shape = f"holds/{_lines(shape)}"
            return ["holds", of_shape] if shape == "story" else [of_shape, "holds"]
        case "go_on":
            if is_unworked(names["quote"]) and not _ASKS_PRODUCT.search(setting.problem):
                return ["go_on/unworked", "go_on/any"]
            return [*(["go_on/calculation"] if shape == "calculation" else []), "go_on", "go_on/any"]
        case other:
            return [other]


def _lines(shape: str) -> str:
    """Which questions about a line of work fit a problem: not every one has words to go back to."""
    return "problem" if shape == "other" else shape


def _lacks_unit(setting: Setting) -> bool:
    """Whether the right number is said with a unit that cannot be: an area in cm, weeks in dollars."""
    measured = _MEASURED.search(problem_words(setting.problem).focus)
    if measured:
        units = [quantity.unit for quantity in find_quantities(setting.text)[-1:]]
        said = [found[0] for unit in units if unit and (found := measure(unit))]
        wanted = _DIMENSIONS.get(measured[0].lower(), "length")
        return bool(said) and said[0] != wanted and not re.search(r"\b(?:squared|cubed)\b", setting.text)
    counted = {word.lower() for word in _COUNTED.findall(setting.problem)}
    behind = {word.lower() for word in re.findall(r"\d\s+([a-zA-Z]{3,})", setting.text)}
    return bool(counted) and bool(behind & _MONEY) and not behind & counted and not counted & _MONEY


def _help_keys(
    move: Move,
    about: Diagnosis,
    names: dict[str, str],
    shape: str,
    start: list[str],
    begun_anew: bool,
    attempts: bool,
) -> list[str]:
    at_hand, quote = start, names["quote"]
    new_words = (
        about.verdict == "unknown" and attempts and len(quote.split()) > 2 and not is_calculation(quote)
    )
    if quote:
        answer = quote == names["result"] or _ANSWERS.fullmatch(quote)
        worked = is_calculation(quote) or (shape == "equation" and "=" in quote and not answer)
        told = worked or (len(quote.split()) > 2 and not answer)
        of_line = f"line/{_lines(shape)}" if worked else "line/words"
        line = [of_line, "point/line"] if told else [f"point/{shape}", "point/number"]
        line = ["point/slip", *line] if about.verdict == "slip" else line
        line = ["point/again", *line] if begun_anew else line
        thinking = ["thinking/attempt"]
        ask_first = move.rung == "thinking" and not told  # who has shown how is not asked how
        at_hand = [*thinking, *line, *start] if ask_first else [*line, *thinking, *start]
    used = ["idea/used"] if quote and shape == "story" else []
    ideas = [*used, "idea/any", *(["idea/size"] if shape in ("story", "calculation") else [])]
    match move.rung:
        case "thinking" | "point":
            return at_hand
        case "idea":
            # Where no step is known to come next, the student's own lines are gone through one by one.
            by_line = attempts and is_calculation(quote) and about.verdict == "unknown"
            lines = (
                [f"line/{_lines(shape)}", "point/line"] if by_line else ["line/words"] if new_words else []
            )
            return ["idea/step", *lines, *ideas, *at_hand]
        case "example":
            # A worked problem of a single step shows no way, only where the student's own way leads elsewhere.
            steps = names["twin"].rpartition('"')[2].count(". ")
            shown = ["example/own", "example/result"] if names["own"] else ["example/result"]
            worked = shown if steps == 1 else ["example/twin"]
            first = ["line/words"] if new_words and not names["twin"] else worked
            return [*first, f"example/{shape}", "example/any", *ideas, *at_hand]
        case "tell":
            return ["tell/step", "idea/step", *ideas, *at_hand]
