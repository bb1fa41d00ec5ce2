"""Mean, median, mode and range of a list of numbers."""

from collections.abc import Callable
from fractions import Fraction
from random import Random

from .problem import Given, Kind, Problem, like, said, vary
from .wording import Rule, rule


def _median_steps(problem: Problem) -> str:
    middle = len(problem["numbers"]) // 2
    ordered = "ordered = sorted(numbers)  # Put the numbers in order.\n"
    if len(problem["numbers"]) % 2:
        return f"{ordered}answer = ordered[{middle}]  # Take the middle one."
    return (
        f"{ordered}lower_middle = ordered[{middle - 1}]  # Take the two in the middle.\n"
        f"upper_middle = ordered[{middle}]  # This is the upper one.\n"
        "answer = Fraction(lower_middle + upper_middle, 2)  # Go halfway between them."
    )


def _modes(problem: Problem) -> int:
    """How many modes; 0 when no number occurs twice."""
    values = [Fraction(number) for number in problem["numbers"]]
    counts = [values.count(value) for value in set(values)]
    return counts.count(max(counts)) if max(counts) > 1 else 0


def _mode_is_clear(problem: Problem) -> bool:
    """When all numbers occur equally often, and that is more than once, some say all are modes and some say none."""
    return len(problem["numbers"]) >= 2 and (
        _modes(problem) < 2 or _modes(problem) < len(set(problem["numbers"]))
    )


def _mode_steps(problem: Problem) -> str:
    lines = "modes = multimode(numbers)  # Count how often each number occurs and take the most frequent.\n"
    if _modes(problem) == 1:
        return lines + "answer = modes[0]  # It is one number."
    if _modes(problem) == 0:
        return lines + 'answer = "no mode"  # No number occurs more than once.'
    return lines + "answer = set(modes)  # Several occur equally often."


def _vary_mode(problem: Problem, random: Random) -> dict[str, Given]:
    """Equal numbers stay equal."""
    new = {
        number: like(random, number) if isinstance(number, int) else number for number in problem["numbers"]
    }
    return {"numbers": tuple(new[number] for number in problem["numbers"])}


def _statistic(
    name: str,
    steps: str | Callable[[Problem], str],
    features: Callable[[Problem], object],
    sane: Callable[[Problem], bool] = lambda problem: len(problem["numbers"]) >= 2,
    vary: Callable[[Problem, Random], dict[str, Given]] = vary,
) -> Kind:
    return Kind(
        name,
        name,
        ("numbers",),
        steps if callable(steps) else lambda problem: steps,
        lambda problem: f"What is the {name} of {said(problem['numbers'])}?",
        sane,
        features,
        vary,
    )


MEAN = _statistic(
    "mean",
    "total = sum(numbers)  # Add the numbers.\n"
    "count = len(numbers)  # Count them.\n"
    "answer = Fraction(total, count)  # Divide the total by the count.",
    lambda problem: sum(Fraction(number) for number in problem["numbers"]) % len(problem["numbers"]) == 0,
)
MEDIAN = _statistic(
    "median", _median_steps, lambda problem: list(problem["numbers"]) == sorted(problem["numbers"])
)
MODE = _statistic("mode", _mode_steps, _modes, _mode_is_clear, vary=_vary_mode)
RANGE = _statistic(
    "range",
    "largest = max(numbers)  # Find the largest number.\n"
    "smallest = min(numbers)  # Find the smallest.\n"
    "answer = largest - smallest  # Take the smallest from the largest.",
    lambda problem: None,
)


KINDS = [MEAN, MEDIAN, MODE, RANGE]


# --- reading --------------------------------------------------------------------------------------------------------


def _statistic_rules(kind: Kind, names: str) -> list[Rule]:
    return [
        rule(
            rf"(?:the )?(?:{names})(?: of| for)?(?: this| these)?:? ?NUMBERS{{numbers:numbers}}", kind.problem
        ),
        rule(
            rf"(?:the |here are (?:some )?|these are (?:the |some )?)NUMBERS(?:is|are|:)? "
            rf"?{{numbers:numbers}}[.;] ASK (?:the|its|their) (?:{names})(?: of (?:the "
            rf")?(?:numbers|data|data set))?",
            kind.problem,
        ),
    ]


RULES: list[Rule] = [
    *_statistic_rules(
        MEAN,
        "mean|average|arithmetic mean|average \\(mean\\)|mean \\(average\\)|arithmetic mean \\(average\\)",
    ),
    *_statistic_rules(MEDIAN, "median"),
    *_statistic_rules(MODE, "mode"),
    *_statistic_rules(RANGE, "range"),
]
