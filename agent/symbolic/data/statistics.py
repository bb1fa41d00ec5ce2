"""Mean, median, mode and range of a list of numbers."""

import re
from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

from ..problem import Given, Kind, Problem, like, said, vary
from ..wording import Rule, plain_number, rule


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


_MEASURE = (
    "height weight age mass length temperature score mark time price point goal result size "
    "distance wage salary amount "
    "grade speed rainfall width depth reading number value"
).split()
_MEASURED = rf"(?:shoe |test |exam |quiz )?(?:{'|'.join(_MEASURE)})s?"
_UNIT = (
    r"(?: ?(?:cm|mm|m|km|kg|g|mg|ml|l|s|°C|°F|%|seconds|minutes|hours|days|years|points|marks|"
    r"miles|pounds|inches|feet))?"
)
_ONE = r"-?\d{1,6}(?:\.\d{1,4})?"
_LISTED = rf"(?P<list>{_ONE}{_UNIT}(?:(?:, ?(?:and )?| and ){_ONE}{_UNIT}){{1,40}})"
_OWNERS = (
    r"(?:of|for) (?:(?P<count>\d{1,2})|some|the|a group of|a class of|a) ?(?:\d )?[a-z]+(?: [a-z]+){0,2}"
)
_ARE = r"(?: (?:is|are|was|were))?(?: as follows| shown| recorded)?"
_INTRO = (
    rf"(?:(?:the|here are|these are|for)(?: the| some)? (?:following )?{_MEASURED}(?: (?:in|on|for)"
    rf" (?:a )?[a-z]+)?(?: {_OWNERS})?{_ARE}[:,]? ?"
    rf"|(?:the )?(?:heights|weights|ages|scores|marks|times) {_ARE}[:,]? ?"
    r"|[a-z]+ (?:scored|scores|got) )"
)
_AFTER = (
    r"(?:(?: (?:points|marks|goals|runs))?(?: (?:on|in) (?:(?:his|her|their|the) )?(?:first )"
    r"?(?P<count>\d{1,2}|some|several) [a-z]+(?: [a-z]+)?)?)?"
)


def _with_units(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    """Numbers that all have the same unit, or none; as many as are said to be there."""

    def build(found: dict[str, Any]) -> Problem | None:
        parts = re.split(r", ?(?:and )?| and ", found["list"])
        matches = [re.fullmatch(rf"({_ONE}) ?(.*)", part) for part in parts]
        rows = [match.groups() for match in matches if match]
        units = {unit for _, unit in rows}
        numbers = [plain_number(number) for number, _ in rows]
        known = tuple(number for number in numbers if number is not None)
        if len(known) < len(parts) or len(units - {""}) > 1 or (len(units) > 1 and rows[-1][1] == ""):
            return None
        count = found.get("count", "")
        if count.isdigit() and int(count) != len(known):
            return None
        if re.search(r",\d{3}(?!\d)", found["list"]):  # 1,200 or 1 and 200?
            return None
        return kind.problem({"numbers": known})

    return build


def _statistic_rules(kind: Kind, names: str) -> list[Rule]:
    asked = (
        rf"(?:ASK|what was|state|give|write down)? ?(?:the|its|their|his|her)? ?(?:{names})(?: {_MEASURED})?"
        rf"(?: of (?:the|these|this) ?(?:numbers|data|data set|{_MEASURED}))?"
    )
    return [
        rule(
            rf"(?:the )?(?:{names})(?: of| for)?(?: this| these)?:? ?NUMBERS{{numbers:numbers}}", kind.problem
        ),
        rule(
            rf"(?:(?:for |given )?(?:the |this )?|here (?:are|is) (?:some |a )?|these are (?:the |"
            rf"some )?)NUMBERS(?:is|are|:)? "
            rf"?{{numbers:numbers}}[.;:,] ?{asked}",
            kind.problem,
        ),
        rule(rf"{{numbers:numbers}}[.;:]? ?{asked}", kind.problem),
        rule(rf"{_INTRO}{_LISTED}{_AFTER}[.;:] ?{asked}", _with_units(kind)),
        rule(rf"(?:the )?(?:{names}) (?:of|for) {_LISTED}", _with_units(kind)),
        rule(
            rf"(?:the )?(?:{names}) (?:of )?(?:the )?(?:following |these )?{_MEASURED}:? {_LISTED}",
            _with_units(kind),
        ),
    ]


RULES: list[Rule] = [
    *_statistic_rules(
        MEAN,
        "mean|average|arithmetic mean|average \\(mean\\)|mean \\(average\\)|arithmetic mean \\(average\\)|mean average",
    ),
    *_statistic_rules(MEDIAN, "median"),
    *_statistic_rules(MODE, "mode|modal"),
    *_statistic_rules(RANGE, "range"),
]
