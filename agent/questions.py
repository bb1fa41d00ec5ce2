"""The bank: what a move says, in plain code-written words.

This is the content of every reply. A model may word it better; when none does, or none is there, this text itself is
sent. Each line is safe by construction: it is made of the student's own words, the names of steps, a catalogue
question or a checked twin example, never of a value of the solution.
"""

import re
from collections.abc import Sequence

from .misconceptions import catalogue
from .state import Diagnosis, Move, Reading, Turn

SAFE_QUESTIONS = (
    "Try it with easier numbers of your own first. What do you do with them, step by step?",
    "Which step are you least sure of, and why?",
    "If you had to teach this to a friend, where would you begin?",
    "What would you like to try next?",
)
"""The last resort when even the bank's line does not pass the gate: they say nothing about the problem."""

_BANK: dict[str, tuple[str, ...]] = {
    "thinking/start": (
        "What is the problem asking you to find?",
        "What do you know from the problem, and which part of it would you use first?",
        "If you had to explain this problem to a friend, what would you say it is about?",
    ),
    "thinking/attempt": (
        'You wrote "$quote". How did you get there?',
        'What was the very first thing you did before you wrote "$quote"?',
        'How could you find out for yourself whether "$quote" fits the problem?',
    ),
    "point/slip": (
        'Look again at "$quote". What do you get when you work out each side on its own?',
        'Take "$quote" slowly, one small piece at a time. What does each piece come to?',
    ),
    "point/bare": (
        'Put "$quote" back into the problem. Does everything still fit?',
        'How could you test whether "$quote" fits every part of the problem?',
    ),
    "point/attempt": (
        'Look again at "$quote". What does each number in it stand for in the problem?',
        'Read the problem once more, then "$quote". Which words in the problem made you do that?',
    ),
    "point/start": (
        "Which numbers in the problem belong together, and why?",
        "What could you work out first, even if it is only a small piece?",
    ),
    "idea/step": (
        "A step that may help here: $step. How would you do that?",
        "Try this next: $step. What do you need for it?",
        "One thing to do is this: $step. Which numbers of the problem would you use?",
    ),
    "idea/start": (
        "If you drew the problem, or laid it out with small objects, what would it look like?",
        "What would a sensible answer look like: larger or smaller than the numbers you were given, and why?",
        "Which part of the problem have you not used yet?",
    ),
    "example/twin": (
        "Here is another problem, worked through. $twin What is the matching first step in yours?",
        "Compare with this other problem. $twin Which of these steps is different in your work?",
        "Here is one more with other numbers. $twin How would the same plan go for your problem?",
    ),
    "example/start": (
        "Try it with easier numbers of your own first. What do you do with them, step by step?",
        "What would change if the numbers were very small, like one and two?",
    ),
    "tell/step": ("The next step is this: $step. What do you get?",),
    "confirm": (
        "Yes, that is right. How could you check it in another way?",
        "That is right, well worked out. Which step mattered most, and why?",
    ),
    "justify": ('Which steps led you to "$quote"?', 'How could you show a friend that "$quote" must be so?'),
    "go_on": (
        "Your work holds so far. What is left to find?",
        "That part holds. What does the problem ask you to do with it?",
    ),
    "unsure": (
        'Tell me more about "$quote". How do you know it?',
        'Which fact from the problem did you use for "$quote"?',
        'How could you check "$quote" in a different way?',
    ),
    "return": (
        "Let us come back to our problem. What is it asking you to find?",
        "I can help with this problem. What have you tried so far?",
    ),
    "one_at_a_time": (
        "Let us finish this problem first, or leave it on purpose. What would you like to do?",
    ),
    "close": ("Thank you for working on this with me. Come back to it whenever you like.",),
    "comfort": (
        "I am sorry you feel this way; that matters more than any problem. Please talk to an adult you trust, "
        "today if you can. Would you like to stop here for now?",
    ),
    "set_aside": (
        "You have stayed with this for a long time. Would you like to put it aside and ask your teacher about the "
        "part that feels unclear?",
    ),
}
_CALCULATION = re.compile(
    r"\d\s*[-+*x×÷−^]\s*\(?\d|\d\s+/\s+\d|=.*=|\b(?:plus|minus|times|divided|added|took)\b", re.IGNORECASE
)
_PLEA = "I will not give the answer away, and I will help you find it."


def skeleton(
    move: Move,
    reading: Reading,
    diagnosis: Diagnosis,
    turns: Sequence[Turn],
    ahead: Sequence[str] = (),
    twin: str | None = None,
) -> str:
    """Write the content of a reply.

    `ahead` is what is left to do, in words without values, `twin` a worked example with other numbers.
    Of the variants of a line the least used one in this lesson is taken, so that no question comes twice in a row.
    """
    about = _standing(diagnosis, turns)
    names = {"quote": _quoted(about, reading), "step": ahead[0] if ahead else "", "twin": twin or ""}
    entry = catalogue().get(about.misconception) if about.misconception else None
    if move.goal == "help" and entry is not None and move.rung in ("point", "idea"):
        line = _least_used(entry.questions, names, turns)  # in rising order of help
    else:
        variants = _BANK[_key(move, about, names)]
        turn = len(turns) % len(variants)
        line = _least_used((*variants[turn:], *variants[:turn]), names, turns)
    return f"{_PLEA} {line}" if reading.intent == "answer_request" and move.goal == "help" else line


def _standing(diagnosis: Diagnosis, turns: Sequence[Turn]) -> Diagnosis:
    """What the student still stands by: this turn's attempt, or, when they only ask for help, their last one."""
    if diagnosis.intent == "attempt":
        return diagnosis
    before = (turn.reply.diagnosis for turn in reversed(turns))
    last = next((found for found in before if found.intent == "attempt"), diagnosis)
    return last if last.verdict not in ("correct", "partial") else diagnosis


def _key(move: Move, diagnosis: Diagnosis, names: dict[str, str]) -> str:
    if move.goal != "help":
        return move.goal
    if diagnosis.intent == "attempt" and names["quote"]:
        if diagnosis.first_error_step is None and diagnosis.verdict == "unknown":
            return "unsure"
        if move.rung == "thinking":
            return "thinking/attempt"
        if move.rung == "point":
            if diagnosis.verdict == "slip":
                return "point/slip"
            return "point/attempt" if _CALCULATION.search(names["quote"]) else "point/bare"
    if move.rung in ("idea", "tell") and names["step"]:
        return f"{move.rung}/step"
    if move.rung == "example" and names["twin"]:
        return "example/twin"
    return f"{'idea' if move.rung == 'tell' else move.rung}/start"


def _least_used(variants: Sequence[str], names: dict[str, str], turns: Sequence[Turn]) -> str:
    lines = [_fill(variant, names) for variant in variants]
    said = [turn.skeleton for turn in turns]
    return min(lines, key=said.count)


def _fill(variant: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        variant = variant.replace(f"${name}", value)
    return variant


def _quoted(diagnosis: Diagnosis, reading: Reading) -> str:
    """The student's own words to point at, short and free of quotation marks of their own."""
    text = diagnosis.quote or (reading.steps[-1].text if reading.steps else reading.final or "")
    text = " ".join(text.replace('"', "'").split())
    return text if len(text) <= 90 else text[:87].rsplit(" ", 1)[0] + " …"
