"""What is asked of a quadratic besides its solutions: discriminant, vertex, axis, how many, completed square."""

from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

from ...expressions import Binary, Number, exact_root, letters, parse_equation, parse_expression, written
from ..problem import Given, Kind, Problem, like_expression
from ..wording import IMAGINARY, Rule, rule
from .equation_wordings import zeros
from .equations import discriminant
from .polynomials import coefficient, degree, polynomial

_GIVEN = ("letter", "expression", "a", "b", "c")


def quadratic_of(text: str) -> dict[str, Given] | None:
    """What is given of a quadratic expression in one letter."""
    node = parse_expression(text)
    poly = None if node is None else polynomial(node)
    if (
        node is None
        or poly is None
        or degree(poly) != 2
        or len(letters(node)) != 1
        or letters(node) & IMAGINARY
    ):
        return None
    letter = next(iter(letters(node)))
    a, b, c = (coefficient(poly, (letter,) * power) for power in (2, 1, 0))
    return None if a == 0 else {"letter": letter, "expression": written(node), "a": a, "b": b, "c": c}


def _vary(problem: Problem, random: Random) -> dict[str, Given]:
    return quadratic_of(like_expression(random, problem["expression"])) or dict(problem.given)


def _features(problem: Problem) -> object:
    value = discriminant(problem)
    whole = (Fraction(problem["b"]) / (2 * problem["a"])).denominator == 1
    square = value >= 0 and exact_root(value, 2) is not None
    shape = tuple((problem[name] > 0) - (problem[name] < 0) for name in "abc")
    return shape, problem["a"] == 1, whole, square, (value > 0) - (value < 0)


def _about(
    name: str,
    wanted: str,
    steps: str,
    words: str,
    sane: Callable[[Problem], bool] = lambda problem: True,
) -> Kind:
    return Kind(
        name,
        wanted,
        _GIVEN,
        lambda problem: steps.replace("LETTER", problem["letter"]),
        lambda problem: words.format(**dict(problem.given)),
        sane,
        _features,
        _vary,
    )


_MIDDLE = (
    "middle = Fraction(-b, 2 * a)  # Take the opposite of b over twice a: the parabola is "
    "symmetric about there.\n"
)
_DISCRIMINANT = (
    "b_squared = b ** 2  # Square the number before the letter.\n"
    "four_a_c = 4 * a * c  # Multiply four by the number before the square and by the number alone.\n"
)
DISCRIMINANT = _about(
    "quadratic_discriminant",
    "discriminant",
    f"{_DISCRIMINANT}answer = b_squared - four_a_c  # Take the second from the first.",
    "What is the discriminant of {expression}?",
)
NUMBER = _about(
    "quadratic_number_of_solutions",
    "number of real solutions",
    f"{_DISCRIMINANT}discriminant = b_squared - four_a_c  # Take the second from the first: the discriminant.\n"
    "answer = 2 if discriminant > 0 else 1 if discriminant == 0 else 0  # See whether it is above, at or below zero.",
    "How many real solutions does {expression} = 0 have?",
)
VERTEX = _about(
    "parabola_vertex",
    "vertex",
    f"{_MIDDLE}height = a * middle ** 2 + b * middle + c  # Put that in to find the height there.\n"
    'answer = "(" + str(middle) + ", " + str(height) + ")"  # Write the point.',
    "What is the vertex of the parabola y = {expression}?",
    lambda problem: problem["letter"] != "y",
)
AXIS = _about(
    "parabola_axis",
    "axis of symmetry",
    f'{_MIDDLE}answer = "LETTER = " + str(middle)  # Write the equation of the line there.',
    "What is the axis of symmetry of y = {expression}?",
    lambda problem: problem["letter"] != "y",
)
SQUARE = _about(
    "completed_square",
    "completed square",
    'LETTER = symbols("LETTER")  # Let LETTER be the unknown.\n'
    "half = Fraction(b, 2 * a)  # Halve the number before LETTER, once the number before the square is taken out.\n"
    "rest = c - a * half ** 2  # Take from the number alone what squaring the bracket brings in.\n"
    "answer = a * (LETTER + half) ** 2 + rest  # Write the square and what is left.",
    "Write {expression} in completed square form.",
    lambda problem: problem["b"] != 0,
)


def _real(problem: Problem) -> bool:
    return discriminant(problem) >= 0


SUM = _about(
    "sum_of_roots",
    "sum of the roots",
    "opposite = -b  # Take the opposite of the number before the letter.\n"
    "answer = Fraction(opposite, a)  # Divide it by the number before the square.",
    "What is the sum of the roots of {expression} = 0?",
    _real,
)
ROOTS_PRODUCT = _about(
    "product_of_roots",
    "product of the roots",
    "alone = c  # Look at the number without a letter.\n"
    "answer = Fraction(alone, a)  # Divide it by the number before the square.",
    "What is the product of the roots of {expression} = 0?",
    _real,
)


def _one_steps(problem: Problem) -> str:
    minus = problem.wanted in ("negative solution", "smaller solution")
    takes_minus = minus == (problem["a"] > 0)
    sign, words = ("-", "minus") if takes_minus else ("+", "plus")
    root = exact_root(discriminant(problem), 2)
    code = "sqrt(discriminant)" if root is None else f"Fraction({root.numerator}, {root.denominator})"
    if root is not None and root.denominator == 1:
        code = "isqrt(int(discriminant))"
    last = (
        f"Fraction(-b {sign} root_of_discriminant, 2 * a)"
        if root is not None
        else f"(-b {sign} root_of_discriminant) / (2 * a)"
    )
    return (
        "discriminant = b ** 2 - 4 * a * c  # Find the discriminant of ax^2 + bx + c = 0.\n"
        f"root_of_discriminant = {code}  # Take its square root.\n"
        f"answer = {last}  # Use the quadratic formula with {words}, which gives the one asked for."
    )


def _one_exists(problem: Problem) -> bool:
    value, product = discriminant(problem), Fraction(problem["c"]) / problem["a"]
    if value <= 0:
        return False
    return problem.wanted in ("larger solution", "smaller solution") or product < 0


ONE = Kind(
    "quadratic_one_solution",
    "positive solution",
    _GIVEN,
    _one_steps,
    lambda problem: f"What is the {problem.wanted} of {problem['expression']} = 0?",
    _one_exists,
    lambda problem: (_features(problem), problem["c"] > 0),
    _vary,
)
KINDS = [DISCRIMINANT, NUMBER, VERTEX, AXIS, SQUARE, SUM, ROOTS_PRODUCT, ONE]


# --- reading --------------------------------------------------------------------------------------------------------


def _read(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        given = quadratic_of(found["expression"])
        return (
            None
            if given is None or (found.get("of") or given["letter"]) != given["letter"]
            else kind.problem(given)
        )

    return build


def _equal(kind: Kind) -> Callable[[dict[str, Any]], Problem | None]:
    """Of an equation: everything on one side first, as a teacher does it."""

    def build(found: dict[str, Any]) -> Problem | None:
        equation = parse_equation(found["equation"])
        if equation is None or equation.relation != "=":
            return None
        zero = isinstance(equation.right, Number) and equation.right.value == 0
        text = written(equation.left if zero else Binary("-", equation.left, equation.right))
        given = quadratic_of(text)
        if given is None:
            return None
        which = (found.get("which") or "").lower()
        same = {"greater": "larger", "bigger": "larger", "largest": "larger", "smallest": "smaller"}
        return kind.problem(given, f"{same.get(which, which)} solution" if which else "")

    return build


def _crossing(found: dict[str, Any]) -> Problem | None:
    """Where a line or a parabola meets the x-axis; a y in the expression would be another curve."""
    node = parse_expression(found["expression"])
    return None if node is None or letters(node) != frozenset("x") else zeros(found)


_OF = (
    r"(?:the )?(?:graph of |equation of )?(?:the )?(?:quadratic |linear )?"
    r"(?:parabola |curve |line |straight line |graph |function |equation |expression |polynomial )?"
    r"(?:with equation |given by |of )?"
)
_Y = r"(?:y ?= ?|[fgh] ?\(x\) ?= ?)"
_QUADRATIC = rf"{_OF}{_Y}?{{expression:algebra}}"
_EQUATION = (
    r"(?:the )?(?:quadratic )?(?:equation )?:? ?(?P<equation>[^,;=<>]{1,80}=[^,;=<>]{1,40}?)(?: have)?"
)
_REAL = r"(?:real |distinct |different |real distinct )?"
_FORM = r"(?:the form [a-z]?\([a-z] ?[+-] ?[a-z]\)(?:\^2|²|\^\{2\}) ?[+-] ?[a-z]|completed[- ]square form|vertex form)"
RULES: list[Rule] = [
    rule(
        rf"(?:find |calculate )?(?:the )?discriminant of {_OF}{_Y}?{{expression:algebra}}",
        _read(DISCRIMINANT),
    ),
    rule(rf"(?:find |calculate )?(?:the )?discriminant of {_EQUATION}", _equal(DISCRIMINANT)),
    rule(
        rf"how many {_REAL}(?:solutions|roots) (?:does|do|are there (?:to|for|of)) {_EQUATION}",
        _equal(NUMBER),
    ),
    rule(rf"(?:the )?number of {_REAL}(?:solutions|roots) (?:of|to) {_EQUATION}", _equal(NUMBER)),
    rule(rf"(?:find )?the (?:coordinates of the )?(?:vertex|turning point) of {_QUADRATIC}", _read(VERTEX)),
    rule(
        rf"(?:find )?the (?:equation of the )?(?:axis|line) of symmetry (?:of|for) {_QUADRATIC}", _read(AXIS)
    ),
    rule(rf"(?:write|express|rewrite|put) {{expression:algebra}} in {_FORM}", _read(SQUARE)),
    rule(r"complete the square(?: (?:for|of|on))?:? ?{expression:algebra}", _read(SQUARE)),
    rule(rf"(?:find )?the sum of the {_REAL}(?:solutions|roots) (?:of|to) {_EQUATION}", _equal(SUM)),
    rule(
        rf"(?:find )?the product of the {_REAL}(?:solutions|roots) (?:of|to) {_EQUATION}",
        _equal(ROOTS_PRODUCT),
    ),
    rule(
        r"(?:find |only )?the (?P<which>positive|negative|larger|smaller|greater|bigger|largest|smallest) "
        rf"(?:solution|root) (?:of|to) {_EQUATION}",
        _equal(ONE),
    ),
    rule(
        r"(?:find )?(?:all )?(?:the )?(?:real )?(?:zeros|zeroes|roots|x[- ]intercepts?) of "
        rf"{_OF}{_Y}{{expression:algebra}}",
        _crossing,
    ),
    rule(
        rf"(?:where|at (?:what|which) (?:points?|values? of x)) (?:does|do) {_OF}y ?= ?{{expression:algebra}} "
        r"(?:cross|cut|intersect|meet)(?:es|s)? the x[- ]axis",
        _crossing,
    ),
]
