"""A proportion is continued by adding the same difference."""

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins

_LINES = {
    "first": "answer = second + (third - fourth)  # Keep the difference.",
    "second": "answer = first + (fourth - third)  # Keep the difference.",
    "third": "answer = fourth + (first - second)  # Keep the difference.",
    "fourth": "answer = third + (second - first)  # Keep the difference.",
}
_PAIRS = {
    "first": ("second", "third", "fourth"),
    "second": ("first", "fourth", "third"),
    "third": ("fourth", "first", "second"),
    "fourth": ("third", "second", "first"),
}


def _shows(problem: Problem) -> bool:
    near, plus, minus = (problem[name] for name in _PAIRS[problem["unknown"]])
    return near + plus - minus > 0 and near != minus and plus != minus


wrong = mistake("proportion", lambda problem: _LINES[problem["unknown"]], shows=_shows)

ENTRY = Misconception(
    id="proportion_additive",
    name="Keeping the difference in a proportion",
    grades=(6, 9),
    source="Hart 1981, Ratio and proportion, in Hart (ed.), Children's Understanding of Mathematics: 11-16; "
    "Tourniaire & Pulos 1985, Educational Studies in Mathematics 16(2)",
    explanation="You may have added the same amount on both sides instead of keeping the ratio.",
    wrong=wrong,
    questions=(
        "How did you get from the first ratio to the second?",
        "If you mix a drink for twice as many people, do you add the same amount of everything?",
        "By what number would you multiply to get from the known term to the one beside it?",
        "Write both ratios as fractions. Are they just as large with your number in place?",
    ),
    examples=(("Solve the proportion 2/3 = x/12.", "11"), ("Solve the proportion 4/10 = 6/x.", "12")),
    diagnostic=twins(wrong, "Solve the proportion 2/3 = x/12.", "Solve the proportion 4/10 = 6/x."),
)
