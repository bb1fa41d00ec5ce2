"""Linear and quadratic equations and linear inequalities in one letter."""

from fractions import Fraction
from random import Random

from ...expressions import Binary, Equation, Relation, exact_root, parse_equation, written
from ..problem import Given, Kind, Problem, like_expression
from .polynomials import coefficient, degree, letters_of, polynomial

SIDES = ("left_coefficient", "left_constant", "right_coefficient", "right_constant")
_MIRROR: dict[Relation, Relation] = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}


def _balanced(problem: Problem) -> tuple[str, str, str]:
    """Steps that bring the letter's terms to one side; then the names of its coefficient and of the other side."""
    letter = problem["letter"]
    here, there = ("left", "right") if problem["left_coefficient"] else ("right", "left")
    alone = {side: f"{side}_number" if "(" in problem[side] else f"{side}_constant" for side in (here, there)}
    lines = [
        f"{name} = {side}_constant"
        f"  # Multiply out the brackets on the {side} to find the number that stands there without {letter}."
        for side, name in alone.items()
        if name != f"{side}_constant"
    ]
    factor, number = f"{here}_coefficient", alone[there]
    if problem[f"{there}_coefficient"]:
        away = f"Add to both sides what the {there} side takes away with {letter}"
        plain = f"Subtract the {there} side's terms with {letter} from both sides"
        undo = away if problem[f"{there}_coefficient"] < 0 else plain
        lines.append(f"{here}_coefficient_after_subtracting = {factor} - {there}_coefficient  # {undo}.")
        factor = f"{here}_coefficient_after_subtracting"
    if problem[f"{here}_constant"]:
        away = f"Add the number that is taken away from the term with {letter} to both sides"
        plain = f"Subtract the number beside the term with {letter} from both sides"
        undo = away if problem[f"{here}_constant"] < 0 else plain
        lines.append(f"{there}_after_subtracting = {number} - {alone[here]}  # {undo}.")
        number = f"{there}_after_subtracting"
    return "\n".join(lines), factor, number


def _linear_steps(problem: Problem) -> str:
    if problem["left_coefficient"] == problem["right_coefficient"]:
        return (
            f"difference = right_constant - left_constant  # Subtract the terms with "
            f"{problem['letter']} from both sides.\n"
            'answer = "all numbers" if difference == 0 else "no solution"  # See whether what is left can be true.'
        )
    lines, factor, number = _balanced(problem)
    last = (
        f"answer = Fraction({number}, {factor})  # Divide both sides by the number before "
        f"{problem['letter']}."
    )
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
        f"{lines}\nboundary = Fraction({number}, {factor})  # Divide both sides by the number "
        f"before the letter{turning}.\n"
        f'answer = "{problem["letter"]} {shown} " + str(boundary)  # Write the solutions.'
    )


def _solution(problem: Problem) -> Fraction | None:
    net = Fraction(problem["left_coefficient"] - problem["right_coefficient"])
    return (problem["right_constant"] - problem["left_constant"]) / net if net else None


def _linear_features(problem: Problem) -> object:
    solution = _solution(problem)
    shape = tuple(problem[name] == 0 for name in SIDES)
    turned = problem["left_coefficient"] < problem["right_coefficient"]
    return (
        shape,
        turned,
        None if solution is None else (solution.denominator == 1, solution > 0, abs(solution) < 100),
    )


def linear_given(equation: Equation) -> dict[str, Given] | None:
    """What is given of a linear equation or inequality in one letter; None if it is another sort."""
    left, right = polynomial(equation.left), polynomial(equation.right)
    if left is None or right is None or max(degree(left), degree(right)) > 1:
        return None
    names = letters_of(left) | letters_of(right)
    if len(names) != 1:
        return None
    letter = names.pop()
    values = (coefficient(side, monomial) for side in (left, right) for monomial in ((letter,), ()))
    return {
        "letter": letter,
        "left": written(equation.left),
        "right": written(equation.right),
        "relation": equation.relation,
        **dict(zip(SIDES, values, strict=True)),
    }


def _vary_equation(problem: Problem, random: Random) -> dict[str, Given]:
    """Other numbers on both sides, read again."""
    relation = dict(problem.given).get("relation", "=")
    text = (
        f"{like_expression(random, problem['left'])} {relation} {like_expression(random, problem['right'])}"
    )
    equation = parse_equation(text)
    if equation is None:
        return dict(problem.given)
    reading = quadratic_given if problem.kind == "quadratic_equation" else linear_given
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
    ("letter", "left", "right", *SIDES),
    _linear_steps,
    _equation_phrase,
    features=_linear_features,
    vary=_vary_equation,
)
INEQUALITY = Kind(
    "linear_inequality",
    "solutions",
    ("letter", "left", "right", "relation", *SIDES),
    _inequality_steps,
    _equation_phrase,
    lambda problem: problem["left_coefficient"] != problem["right_coefficient"],
    _linear_features,
    _vary_equation,
)


# --- quadratic ------------------------------------------------------------------------------------------------------


def discriminant(problem: Problem) -> Fraction:
    """b² - 4ac: below zero there is no real root."""
    return Fraction(problem["b"] ** 2 - 4 * problem["a"] * problem["c"])


def _quadratic_steps(problem: Problem) -> str:
    lines = "discriminant = b ** 2 - 4 * a * c  # Find the discriminant of ax^2 + bx + c = 0.\n"
    value = discriminant(problem)
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
    value = discriminant(problem)
    root = exact_root(value, 2) if value >= 0 else None
    shape = tuple(problem[name] == 0 for name in "abc")
    if root is None:
        return shape, value >= 0
    whole = [((sign * root - problem["b"]) / (2 * problem["a"])).denominator == 1 for sign in (1, -1)]
    return shape, root == 0, sorted(whole)


def quadratic_given(equation: Equation) -> dict[str, Given] | None:
    """What is given of a quadratic equation in one letter; None if it is another sort."""
    difference = polynomial(Binary("-", equation.left, equation.right))
    if (
        equation.relation != "="
        or difference is None
        or degree(difference) != 2
        or len(letters_of(difference)) != 1
    ):
        return None
    letter = letters_of(difference).pop()
    a, b, c = (coefficient(difference, (letter,) * power) for power in (2, 1, 0))
    sides: dict[str, Given] = {"left": written(equation.left), "right": written(equation.right)}
    return {"letter": letter, **sides, "a": a, "b": b, "c": c}


QUADRATIC = Kind(
    "quadratic_equation",
    "solutions",
    ("letter", "left", "right", "a", "b", "c"),
    _quadratic_steps,
    lambda problem: _equation_phrase(problem) if discriminant(problem) >= 0 else _over_reals(problem),
    lambda problem: problem["a"] != 0,
    _quadratic_features,
    _vary_equation,
)


def _over_reals(problem: Problem) -> str:
    return _equation_phrase(problem)[:-1] + " over the real numbers."


KINDS = [LINEAR, INEQUALITY, QUADRATIC]
