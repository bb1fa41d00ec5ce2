"""Does a program fit its problem? Reasons to doubt one, found without running a model. Pure.

A program that leaves a given number out, brings in a number from nowhere, or counts people in fractions is probably
wrong even when its fellows agree with it; a problem that speaks of "some pens" and never says how many cannot be
worked out at all. Nothing here says that a program is right. The source is untrusted: it is parsed, never run, and
nothing is parsed that is longer than a solution has reason to be.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from .quantities import Quantity, find_quantities
from .quantities.units import measure

_LONGEST_SOURCE = 8_000
_ALWAYS = frozenset(map(Fraction, (0, 1, 2, 100)))
"""Numbers that need no explanation: nothing, one, both, and the whole of a percentage."""
_CONSTANTS: dict[str, tuple[int, ...]] = {
    r"\b(?:trip|thr)\w+|\bthirds?\b|\byards?\b": (3,),
    r"\bquadrupl\w+|\bquarters?\b|\bfour\w*|\bmonth\w*|\bsquares?\b|\bdozens?\b|\bgallons?\b|\bpet\w*|\blegs?\b": (
        4,
    ),
    r"\bweek\w*|\bdai?ly?\b|\bdays?\b": (5, 7),
    r"\bdozens?\b|\byear\w*|\bannual\w*|\bmonth\w*|\binch\w*|\bfoot\b|\bfeet\b|\bclock\b|\bnoon\b|\b[ap]\.?m\b": (
        12,
    ),
    r"\bdays?\b|\bhours?\b|\bdaily\b|\bround the clock\b": (24,),
    r"\bmonth\w*": (30, 31),
    r"\bhours?\b|\bminutes?\b|\bseconds?\b|\bhourly\b|\bmph\b|\bhalf[- ]hour": (30, 60, 3600),
    r"\byear\w*|\bannual\w*|\bweek\w*": (52, 365),
    r"\bcents?\b|\bpenn(?:y|ies)\b|\bdimes?\b|\bnickels?\b|\bquarters?\b|\bcoins?\b": (5, 10, 25),
    r"\bpounds?\b|\bounces?\b|\boz\b": (16,),
    r"\bkilo\w+|\bkm\b|\bkg\b|\bml\b|\blit\w+|\bmet(?:er|re)s?\b|\btons?\b|\bgrams?\b": (10, 1000),
    r"\bmiles?\b|\bfeet\b|\byards?\b|\binch\w*": (36, 1760, 5280),
    r"\bcenturies\b|\bcentury\b|\bdecades?\b": (10,),
    r"\bdegrees?\b|\bangles?\b|\btriangles?\b|\bcircles?\b": (90, 180, 360),
}
_DOUBLES = re.compile(r"\b(?:twice|double[sd]?)\b", re.IGNORECASE)
_TWOS = frozenset(map(Fraction, ("2", "-2", "1/2", "3/2", "3", "50", "150")))
"""What may stand for twice in a program, or undo it; "x plus twice x" is three times x."""
_COUNTED = re.compile(
    r"\bhow many\s+(?:more |fewer |less |other |extra |total |of the )*(\w+)", re.IGNORECASE
)
_MEASURED = re.compile(
    r"(?:hour|minute|second|day|week|month|year|mile|meter|metre|kilomet|inch|foot|feet|yard|pound|ounce|gram|kilo|liter|litre|gallon|"
    r"cup|quart|pint|dollar|cent|percent|point|time|ton|degree|acre|calorie|spoon|tablespoon|teaspoon|unit|square|cubic|km|cm|kg|ml|"
    r"pizza|cake|pie|slice|serving|bar|batch|glass|bottle|tank|bag|more|fewer)",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\b(?:average|mean|per|each|every)\b", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:some|several|a few|a (?:certain )?number of|lots of)\s+(?:of\s+(?:the|his|her|their)\s+)?"
    r"(\w{3,})(?:\s+(?!and|with|for|from|are|were|was|that|who|share|on|in)(\w{3,}))?",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:twice|double|triple|thrice|half|halves|quarter|dozen|pair|couple|both|each|per|percent|week|year|"
    r"square|cube|equilateral|average)\w*",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:money|cost|pay|paid|spend|spent|earn|change|dollars?|euros?|price|profit)\b|[$€£]", re.IGNORECASE
)
_QUESTION = re.compile(r"[^.?!]*\?")


def doubts(problem: str, source: str, answer: Fraction | None) -> tuple[str, ...]:
    """Reasons to doubt that this program solves this problem; none is no proof.

    answer: what it came to; None where that is no number. Each reason is one phrase, without the answer.
    """
    reasons: list[str] = []
    live = _live_numbers(source)
    if live is None:
        return ("it cannot be read",)
    if answer is None:
        reasons.append("it gives no number")
    given = [quantity for quantity in find_quantities(problem) if isinstance(quantity.value, Fraction)]
    unused = [_written(problem, quantity) for quantity in given if not _is_used(quantity, live, given)]
    unused += [f'"{word[0]}"' for word in _DOUBLES.finditer(problem) if live.keys().isdisjoint(_TWOS)]
    if unused:
        reasons.append(f"{unused[0]} is not used")
    explained = _explained(problem, given)
    if any(number not in explained for number in live):
        reasons.append("it uses a number that is not in the problem")
    if (
        answer is not None
        and answer < 0
        and not any(q.value < 0 for q in given if isinstance(q.value, Fraction))
    ):
        reasons.append("it comes out below zero")
    if answer is not None and answer.denominator != 1 and counts_whole_things(problem):
        reasons.append("it counts whole things in fractions")
    if answer is not None and (answer * 100).denominator != 1 and _MONEY.search(_last_question(problem)):
        reasons.append("it comes to parts of a cent")
    return tuple(reasons)


def counts_whole_things(problem: str) -> bool:
    """Whether the question asks how many of something that comes in wholes."""
    question = _last_question(problem)
    asked = _COUNTED.search(question)
    if asked is None or _AVERAGE.search(question):
        return False
    return not _MEASURED.match(asked.group(1))


def _last_question(problem: str) -> str:
    questions = _QUESTION.findall(problem)
    return questions[-1] if questions else ""


def against(problem: str) -> tuple[str, ...]:
    """What speaks against working a problem out at all, whatever programs say of it."""
    amount = left_open(problem)
    if amount is not None:
        return (f'"{amount}" is not given',)
    given = [quantity for quantity in find_quantities(problem) if isinstance(quantity.value, Fraction)]
    if not given or (len(given) == 1 and not _relates(problem, given[0])):
        return ("only one number is given",)
    return ()


def _relates(problem: str, quantity: Quantity) -> bool:
    """Whether the text beside its one number holds a relation that works as another: "twice", "a dozen"."""
    start, end = quantity.span
    return bool(_TIMES.search(problem[:start]) or _TIMES.search(problem[end:]))


def left_open(problem: str) -> str | None:
    """An amount the problem speaks of ("some pens"), never gives and does not ask for; None where there is none."""
    questions = " ".join(_QUESTION.findall(problem)).lower()
    for match in _SOME.finditer(problem):
        nouns = [word.lower().rstrip("s") for word in match.groups() if word]
        if not any(noun in questions for noun in nouns):
            return problem[match.start() : match.end(1)]
    return None


def _written(problem: str, quantity: Quantity) -> str:
    return f'"{problem[slice(*quantity.span)]}"'


def _is_used(quantity: Quantity, live: Counter[Fraction], given: list[Quantity]) -> bool:
    value = quantity.value
    assert isinstance(value, Fraction)
    if abs(value) in (0, 1, 2):  # "two books, one at 5 and one at 6": counted by being listed
        return True
    if any(form in live for form in _forms(quantity)):
        return True
    if value.denominator == 1:
        return False
    # "a third of them, and two thirds of those" needs two threes; "2 * 3" alone would only look like two thirds.
    alike = {other.value for other in given if _bottom(other) == value.denominator}
    return live[Fraction(value.denominator)] >= len(alike) and (
        value.numerator == 1 or value.numerator in live
    )


def _bottom(quantity: Quantity) -> int:
    return quantity.value.denominator if isinstance(quantity.value, Fraction) else 1


def _forms(quantity: Quantity) -> frozenset[Fraction]:
    """The numbers a program may write for a quantity: 25% as 25, 0.25, 0.75, 1.25, 75 or 125; $1.50 as 150 cents."""
    value = quantity.value
    assert isinstance(value, Fraction)
    forms = {value, -value, value * 60, value / 60}
    measured = measure(quantity.unit or "")
    if measured is None or measured[0] != "time":  # 5 seconds are never 0.05 of anything
        forms |= {value * 100, value / 100}
    if value.denominator != 1 or quantity.unit == "%":
        forms |= {1 - value, 1 + value, 1 / value if value else value}
    else:
        forms |= {value / 12}  # "20 dozen"
    if quantity.unit == "%":
        top, bottom = Fraction(value.numerator), Fraction(value.denominator)
        forms |= {100 - value * 100, 100 + value * 100, top, bottom}
    return frozenset(forms)


def _explained(problem: str, given: list[Quantity]) -> frozenset[Fraction]:
    explained = set(_ALWAYS)
    for quantity in given:
        value = quantity.value
        assert isinstance(value, Fraction)
        explained |= _forms(quantity) | {Fraction(value.numerator), Fraction(value.denominator)}
    for words, constants in _CONSTANTS.items():
        if re.search(words, problem, re.IGNORECASE):
            explained |= set(map(Fraction, constants))
    return frozenset(explained)


def _live_numbers(source: str) -> Counter[Fraction] | None:
    """The numbers that what is returned depends on, as often as they are written; None for what cannot be read.

    A name assigned and never read again on the way to the result does not count: it is where a forgotten
    quantity hides.
    """
    if len(source) > _LONGEST_SOURCE:
        return None
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    defined: dict[str, list[ast.expr]] = {}
    wanted: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for name in (
                leaf.id for target in targets for leaf in ast.walk(target) if isinstance(leaf, ast.Name)
            ):
                defined.setdefault(name, []).append(node.value)
        elif isinstance(node, ast.Return) and node.value is not None:
            wanted.append(node.value)
        elif isinstance(node, ast.If | ast.While):
            wanted.append(node.test)
        elif isinstance(node, ast.For):
            wanted.append(node.iter)
        elif isinstance(node, ast.Expr):
            wanted.append(node.value)
    wanted += defined.pop("answer", [])
    numbers: Counter[Fraction] = Counter()
    while wanted:
        for leaf in ast.walk(wanted.pop()):
            if isinstance(leaf, ast.Name):
                wanted += defined.pop(leaf.id, [])
            else:
                numbers.update(_number(leaf))
    return numbers


def _number(node: ast.AST) -> Iterator[Fraction]:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        try:
            yield Fraction(str(node.value))
        except ValueError:  # an endless or a huge one, which no problem gives
            yield Fraction(-(10**9))
