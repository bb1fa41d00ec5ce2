"""Linear and quadratic equations, linear inequalities, systems of two linear equations, and "a number plus 3 is 8"."""

import re
from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

from ..expressions import Binary, Equation, Relation, exact_root, parse_equation, written
from .polynomials import Polynomial, coefficient, degree, polynomial
from .problem import Given, Kind, Problem, like_expression
from .wording import IMAGINARY, Rule, rule

_SIDES = ("left_coefficient", "left_constant", "right_coefficient", "right_constant")
_MIRROR: dict[Relation, Relation] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


def _balanced(problem: Problem) -> tuple[str, str, str]:
    """Steps that bring the letter's terms to one side; then the names of its coefficient and of the other side."""
    letter = problem["letter"]
    lines: list[str] = []
    here, there = ("left", "right") if problem["left_coefficient"] else ("right", "left")
    factor, number = f"{here}_coefficient", f"{there}_constant"
    if problem[f"{there}_coefficient"]:
        lines.append(
            f"{here}_coefficient_after_subtracting = {factor} - {there}_coefficient"
            f"  # Subtract the {there} side's terms with {letter} from both sides."
        )
        factor = f"{here}_coefficient_after_subtracting"
    if problem[f"{here}_constant"]:
        lines.append(
            f"{there}_after_subtracting = {number} - {here}_constant"
            f"  # Subtract the number beside the term with {letter} from both sides."
        )
        number = f"{there}_after_subtracting"
    return "\n".join(lines), factor, number


def _linear_steps(problem: Problem) -> str:
    if problem["left_coefficient"] == problem["right_coefficient"]:
        return (
            f"difference = right_constant - left_constant  # Subtract the terms with {problem['letter']} from both sides.\n"
            'answer = "all numbers" if difference == 0 else "no solution"  # See whether what is left can be true.'
        )
    lines, factor, number = _balanced(problem)
    last = f"answer = Fraction({number}, {factor})  # Divide both sides by the number before {problem['letter']}."
    return f"{lines}\n{last}"


def _inequality_steps(problem: Problem) -> str:
    lines, factor, number = _balanced(problem)
    relation: Relation = problem["relation"]
    net = problem["left_coefficient"] - problem["right_coefficient"]
    here_is_left = bool(problem["left_coefficient"])
    turned = (net < 0) if here_is_left else (net > 0)
    shown = relation if here_is_left else _MIRROR[relation]
    if turned:
        shown = _MIRROR[shown]
    turning = "; dividing by a negative number turns the sign around" if turned else ""
    return (
        f"{lines}\nboundary = Fraction({number}, {factor})  # Divide both sides by the number before the letter{turning}.\n"
        f'answer = "{problem["letter"]} {shown} " + str(boundary)  # Write the solutions.'
    )


def _solution(problem: Problem) -> Fraction | None:
    net = Fraction(problem["left_coefficient"] - problem["right_coefficient"])
    return (problem["right_constant"] - problem["left_constant"]) / net if net else None


def _linear_features(problem: Problem) -> object:
    solution = _solution(problem)
    shape = tuple(problem[name] == 0 for name in _SIDES)
    turned = problem["left_coefficient"] < problem["right_coefficient"]
    return (
        shape,
        turned,
        None if solution is None else (solution.denominator == 1, solution > 0, abs(solution) < 100),
    )


def _linear_given(equation: Equation) -> dict[str, Given] | None:
    left, right = polynomial(equation.left), polynomial(equation.right)
    if left is None or right is None or max(degree(left), degree(right)) > 1:
        return None
    names = _names(left) | _names(right)
    if len(names) != 1:
        return None
    letter = names.pop()
    values = (coefficient(side, monomial) for side in (left, right) for monomial in ((letter,), ()))
    return {
        "letter": letter,
        "left": written(equation.left),
        "right": written(equation.right),
        "relation": equation.relation,
        **dict(zip(_SIDES, values, strict=True)),
    }


def _names(poly: Polynomial) -> set[str]:
    return {name for monomial in poly for name in monomial}


def _vary_equation(problem: Problem, random: Random) -> dict[str, Given]:
    """Other numbers on both sides, read again."""
    relation = dict(problem.given).get("relation", "=")
    text = (
        f"{like_expression(random, problem['left'])} {relation} {like_expression(random, problem['right'])}"
    )
    equation = parse_equation(text)
    if equation is None:
        return dict(problem.given)
    reading = _quadratic_given if problem.kind == "quadratic_equation" else _linear_given
    return reading(equation) or dict(problem.given)


def _equation_phrase(problem: Problem) -> str:
    relation = (
        {"<=": "≤", ">=": "≥"}.get(problem["relation"], problem["relation"]) if "relation" in problem else "="
    )
    noun = "inequality" if "relation" in problem else "equation"
    return f"Solve the {noun} {problem['left']} {relation} {problem['right']}."


LINEAR = Kind(
    "linear_equation",
    "solution",
    ("letter", "left", "right", *_SIDES),
    _linear_steps,
    _equation_phrase,
    features=_linear_features,
    vary=_vary_equation,
)
INEQUALITY = Kind(
    "linear_inequality",
    "solutions",
    ("letter", "left", "right", "relation", *_SIDES),
    _inequality_steps,
    _equation_phrase,
    lambda problem: problem["left_coefficient"] != problem["right_coefficient"],
    _linear_features,
    _vary_equation,
)


# --- quadratic ------------------------------------------------------------------------------------------------------


def _discriminant(problem: Problem) -> Fraction:
    return Fraction(problem["b"] ** 2 - 4 * problem["a"] * problem["c"])


def _quadratic_steps(problem: Problem) -> str:
    lines = "discriminant = b ** 2 - 4 * a * c  # Find the discriminant of ax^2 + bx + c = 0.\n"
    value = _discriminant(problem)
    if value < 0:
        return lines + "answer = set()  # It is negative, so no real number solves the equation."
    root = exact_root(value, 2)
    if root is None:
        return (
            f"{lines}root_of_discriminant = sqrt(discriminant)  # Take its square root.\n"
            "first_root = (-b + root_of_discriminant) / (2 * a)  # Use the quadratic formula with plus.\n"
            "second_root = (-b - root_of_discriminant) / (2 * a)  # And with minus.\n"
            "answer = {first_root, second_root}  # Both are solutions."
        )
    code = "isqrt(discriminant)"
    if value.denominator > 1:
        code = "Fraction(isqrt(discriminant.numerator), isqrt(discriminant.denominator))"
    elif any(isinstance(problem[name], Fraction) for name in "abc"):
        code = "isqrt(int(discriminant))"
    return (
        f"{lines}root_of_discriminant = {code}  # Take its square root.\n"
        "first_root = Fraction(-b + root_of_discriminant, 2 * a)  # Use the quadratic formula with plus.\n"
        "second_root = Fraction(-b - root_of_discriminant, 2 * a)  # And with minus.\n"
        "answer = {first_root, second_root}  # Both are solutions."
    )


def _quadratic_features(problem: Problem) -> object:
    value = _discriminant(problem)
    root = exact_root(value, 2) if value >= 0 else None
    shape = tuple(problem[name] == 0 for name in "abc")
    if root is None:
        return shape, value >= 0
    whole = [((sign * root - problem["b"]) / (2 * problem["a"])).denominator == 1 for sign in (1, -1)]
    return shape, root == 0, sorted(whole)


def _quadratic_given(equation: Equation) -> dict[str, Given] | None:
    difference = polynomial(Binary("-", equation.left, equation.right))
    if (
        equation.relation != "="
        or difference is None
        or degree(difference) != 2
        or len(_names(difference)) != 1
    ):
        return None
    letter = _names(difference).pop()
    a, b, c = (coefficient(difference, (letter,) * power) for power in (2, 1, 0))
    sides: dict[str, Given] = {"left": written(equation.left), "right": written(equation.right)}
    return {"letter": letter, **sides, "a": a, "b": b, "c": c}


QUADRATIC = Kind(
    "quadratic_equation",
    "solutions",
    ("letter", "left", "right", "a", "b", "c"),
    _quadratic_steps,
    lambda problem: _equation_phrase(problem) if _discriminant(problem) >= 0 else _over_reals(problem),
    lambda problem: problem["a"] != 0,
    _quadratic_features,
    _vary_equation,
)


def _over_reals(problem: Problem) -> str:
    return _equation_phrase(problem)[:-1] + " over the real numbers."


# --- systems --------------------------------------------------------------------------------------------------------

_SYSTEM = ("first_x", "first_y", "first_constant", "second_x", "second_y", "second_constant")


def _system_steps(problem: Problem) -> str:
    one, other = problem["letters"]
    which = "first" if problem["first_y"] else "second"
    return (
        "eliminated_coefficient = first_x * second_y - second_x * first_y"
        f"  # Multiply the equations so that {other} has the same coefficient, and subtract: the terms with {one}.\n"
        "eliminated_constant = first_constant * second_y - second_constant * first_y  # And the numbers.\n"
        f"x_value = Fraction(eliminated_constant, eliminated_coefficient)  # Divide: this is {one}.\n"
        f"constant_left = {which}_constant - {which}_x * x_value  # Put it into the {which} equation.\n"
        f"y_value = Fraction(constant_left, {which}_y)  # Divide: this is {other}.\n"
        f'answer = "{one} = " + str(x_value) + ", {other} = " + str(y_value)  # Write both.'
    )


def _determinant(problem: Problem) -> int | Fraction:
    return problem["first_x"] * problem["second_y"] - problem["second_x"] * problem["first_y"]


def _system_features(problem: Problem) -> object:
    net = Fraction(_determinant(problem))
    one = (
        problem["first_constant"] * problem["second_y"] - problem["second_constant"] * problem["first_y"]
    ) / net
    other = (
        problem["first_x"] * problem["second_constant"] - problem["second_x"] * problem["first_constant"]
    ) / net
    return one.denominator, other.denominator, one > 0, other > 0


def _system_given(first: str, second: str) -> dict[str, Given] | None:
    equations = [parse_equation(first), parse_equation(second)]
    values: list[Given] = []
    names: set[str] = set()
    polynomials: list[Polynomial] = []
    for equation in equations:
        difference = None if equation is None else polynomial(Binary("-", equation.left, equation.right))
        if equation is None or equation.relation != "=" or difference is None or degree(difference) != 1:
            return None
        polynomials.append(difference)
        names |= _names(difference)
    if len(names) != 2:
        return None
    one, other = sorted(names)
    for difference in polynomials:
        values += [
            coefficient(difference, (one,)),
            coefficient(difference, (other,)),
            -coefficient(difference, ()),
        ]
    return {
        "letters": one + other,
        "first": first,
        "second": second,
        **dict(zip(_SYSTEM, values, strict=True)),
    }


def _vary_system(problem: Problem, random: Random) -> dict[str, Given]:
    sides = (problem[name].partition("=") for name in ("first", "second"))
    texts = [
        f"{like_expression(random, left)} = {like_expression(random, right)}" for left, _, right in sides
    ]
    return _system_given(*texts) or dict(problem.given)


SYSTEM = Kind(
    "linear_system",
    "solution",
    ("letters", "first", "second", *_SYSTEM),
    _system_steps,
    lambda problem: f"Solve the system of equations {problem['first']} and {problem['second']}.",
    lambda problem: _determinant(problem) != 0,
    _system_features,
    _vary_system,
)
KINDS = [LINEAR, INEQUALITY, QUADRATIC, SYSTEM]


# --- reading --------------------------------------------------------------------------------------------------------


def read_equation(text: str, asked: str = "", *, real: bool = False) -> Problem | None:
    """One equation or inequality in one letter (the one asked for). Without real roots only when reals are asked."""
    equation = parse_equation(text)
    if equation is None or equation.relation == "!=":
        return None
    given = _linear_given(equation)
    if given is not None:
        kind = LINEAR if equation.relation == "=" else INEQUALITY
    else:
        kind, given = QUADRATIC, _quadratic_given(equation)
    if given is None or given["letter"] in IMAGINARY or (asked and asked != given["letter"]):
        return None
    problem = kind.problem(given)
    if problem is not None and kind is QUADRATIC and _discriminant(problem) < 0 and not real:
        return None
    return problem


def _equation(*, real: bool = False) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        asked = {found[name] for name in ("asked", "asked_after") if name in found}
        return None if len(asked) > 1 else read_equation(found["equation"], "".join(asked), real=real)

    return build


def _blank(found: dict[str, Any]) -> Problem | None:
    """`7 + __ = 15`: the one blank is the unknown n."""
    text, count = re.subn(r"_+|\?|□", " n ", found["equation"])
    plain = count == 1 and not re.search(r"[A-Za-z]", found["equation"])
    problem = read_equation(re.sub(r"\s+", " ", text).strip()) if plain else None
    return problem if problem is not None and problem.kind == "linear_equation" else None


def _two_equations(found: dict[str, Any]) -> Problem | None:
    if "one" in found and found["one"] == found["other"]:
        return None
    texts: list[str] = []
    for name in ("first", "second"):
        equation = parse_equation(found[name])
        if equation is None:
            return None
        texts.append(f"{written(equation.left)} = {written(equation.right)}")
        if equation.relation != "=":
            return None
    given = _system_given(texts[0], texts[1])
    if given is None or ("one" in found and {found["one"], found["other"]} != set(str(given["letters"]))):
        return None
    return SYSTEM.problem(given)


def _worded(template: str) -> Callable[[dict[str, Any]], Problem | None]:
    def build(found: dict[str, Any]) -> Problem | None:
        sign = {"plus": "+", "minus": "-", "times": "×", "multiplied by": "×", "divided by": "/"}
        words = {**found, "sign": sign.get(found.get("sign", "").lower(), "")}
        return read_equation(template.format(**words))

    return build


def _zeros(found: dict[str, Any]) -> Problem | None:
    return read_equation(f"{found['expression']} = 0")


_EQ = r"(?P<equation>[^,;]*?[=<>≤≥\\][^,;]*?)"
_NOUN = r"(?:the |this )?(?:quadratic |linear |following )?(?:equation|inequality)?"
_HOW = r"(?: (?:by factoring|by completing the square|(?:by )?using the quadratic formula))?"
_FOR = rf"(?: for {{asked_after:letter}})?{_HOW}"
_SIGN = r"(?P<sign>plus|minus|times|multiplied by|divided by)"
_IS = "(?:is|equals|is equal to|gives|makes)"
_FIND = r"(?:[.;?] (?:what is|find) (?:the|this|that) number)"
_BOTH = r"(?:{one:letter} and {other:letter})?"
RULES: list[Rule] = [
    rule(
        rf"(?:solve|find the solutions? (?:of|to)|the solutions? (?:of|to)):?{_HOW}:? ?{_NOUN}:? ?{_EQ}{_FOR}",
        _equation(),
    ),
    rule(rf"(?:solve )?(?:{_NOUN} )?for {{asked:letter}}[:,]? ?{_EQ}", _equation()),
    rule(rf"solve {_NOUN} ?for {{asked:letter}}[:,]? ?{_EQ}", _equation()),
    rule(
        rf"(?:find |the value of |solve for )?{{asked:letter}}:? ?(?:if|in|when|given(?: that)?|:|in the equation) ?{_EQ}",
        _equation(),
    ),
    rule(
        rf"(?:if|given(?: that)?) {_EQ}[,;] ?(?:then )?(?:what is|find|solve for)(?: the value of)? {{asked:letter}}",
        _equation(),
    ),
    rule(rf"{_EQ}[.;,?] ?(?:what is|find|solve for)(?: the value of)? {{asked:letter}}", _equation()),
    rule(rf"what value of {{asked:letter}} makes {_EQ} true", _equation()),
    rule(
        rf"(?:the |all )?(?:roots|solutions|real roots|real solutions)(?: of| to)? {_NOUN} ?{_EQ}",
        _equation(),
    ),
    rule(
        rf"(?:solve |the real solutions (?:of|to) ){_NOUN} ?{_EQ} over the real(?:s| numbers)",
        _equation(real=True),
    ),
    rule(r"the (?:zeros|zeroes|roots) of {expression:algebra}", _zeros),
    rule(_EQ, _equation()),
    rule(r"(?:the missing number:? ?)?(?P<equation>[^,;]*(?:_+|\?|□)[^,;]*)", _blank),
    rule(
        r"solve (?:the |this )?(?:system|simultaneous equations|pair of equations)(?: of (?:linear )?equations)?:?;? ?{first:eq}(?:,|;| and|, and) ?{second:eq}",
        _two_equations,
    ),
    rule(
        rf"(?:solve )?(?:for )?{_BOTH} ?(?:if|:|in|when|given that)? ?{{first:eq}}(?:,|;| and|, and) ?{{second:eq}}",
        _two_equations,
    ),
    rule(
        r"solve {first:eq}(?:,|;| and|, and) ?{second:eq}(?: for {one:letter} and {other:letter})?",
        _two_equations,
    ),
    rule(
        rf"(?:what|a|which) number {_SIGN} {{second:number}} {_IS} {{result:number}}{_FIND}?",
        _worded("n {sign} ({second}) = {result}"),
    ),
    rule(
        rf"{{second:number}} more than a number {_IS} {{result:number}}{_FIND}",
        _worded("n + ({second}) = {result}"),
    ),
    rule(
        rf"{{second:number}} less than a number {_IS} {{result:number}}{_FIND}",
        _worded("n - ({second}) = {result}"),
    ),
    rule(
        rf"{{first:number}} times a number {_IS} {{result:number}}{_FIND}", _worded("({first})n = {result}")
    ),
    rule(rf"(?:twice|double) a number {_IS} {{result:number}}{_FIND}", _worded("2n = {result}")),
    rule(
        rf"twice a number {_SIGN} {{second:number}} {_IS} {{result:number}}{_FIND}",
        _worded("2n {sign} ({second}) = {result}"),
    ),
    rule(
        rf"{{first:number}} times a number {_SIGN} {{second:number}} {_IS} {{result:number}}{_FIND}",
        _worded("({first})n {sign} ({second}) = {result}"),
    ),
]
