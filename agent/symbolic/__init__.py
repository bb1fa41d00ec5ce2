# ruff: noqa: E501  (the rows of the table are long)
r"""The symbolic route: a problem's text to a structured problem to a program, without a model.

`read_problem` understands a text in full or declines: a word it cannot place means "not mine", and so do several
questions, units that do not fit, and what has no answer. It reads plain English, symbols and LaTeX. It does not read
stories, tables, pictures or anything over 400 characters, and it never computes the answer: `solution` gives the
program that does, for the sandbox.

What is given, by kind. Numbers are as written: 8 an int, 2.50 a `Decimal`, 3/4 or 1 3/4 a `Fraction`; numerators and
denominators are ints and not reduced; texts are school notation that `parse_expression` and `parse_equation` read.

| kind | given |
| --- | --- |
| whole_, integer_, decimal_ + addition, subtraction, multiplication, division | first, second; "integer" has a negative number in it or as its result, "decimal" a decimal |
| order_of_operations | expression (text): everything else in numbers, with any of + - × ÷ ^ √, brackets and bars |
| power; root; simplify_root; remainder | base, exponent; radicand, degree (2 or 3, exact); radicand (not a square); dividend, divisor |
| fraction_ + addition, subtraction, multiplication, division | first_numerator, first_denominator, second_numerator, second_denominator; a whole number has denominator 1 |
| mixed_ + the same four | first_whole, first_numerator, first_denominator, second_whole, second_numerator, second_denominator; what is absent is 0 (denominator 1) |
| fraction_of_number | numerator, denominator, number |
| fraction_simplify, improper_to_mixed, fraction_to_decimal, fraction_to_percent, reciprocal | numerator, denominator |
| mixed_to_improper; decimal_to_fraction, decimal_to_percent | whole, numerator, denominator; decimal |
| rounding; place_value | number, place (10, 1, 0.1 ...); number, digit, place (what the digit's place is worth) |
| fraction_, decimal_, number_ + comparison | first, second (texts); wanted is larger, smaller, sign, greater?, less? or equal? |
| greatest_common_factor, least_common_multiple | numbers |
| percent_of; percent_off | percent, whole; percent, price (the answer is the new price); 25% is 25 |
| percent_increase, percent_decrease | original, percent (the answer is the new value) |
| percent_change_increase, percent_change_decrease | original, new (the answer is the percent) |
| what_percent; percent_whole | part, whole; part, percent |
| percent_to_decimal, percent_to_fraction | percent |
| ratio_simplify; ratio_share | terms; total, terms (answers like "2:3") |
| proportion | first, second, third, fourth (first/second = third/fourth), unknown (the name of the one sought), letter |
| scaled_price; speed; distance | first_count, first_price, second_count, item; distance, time, their units; speed, time, units |
| linear_equation | letter, left, right (texts), left_coefficient, left_constant, right_coefficient, right_constant |
| linear_inequality | the same and relation (<, >, <=, >=); the answer is a text like "x < 4" |
| quadratic_equation | letter, left, right (texts), a, b, c of ax² + bx + c = 0; the answer is a set |
| linear_system | letters, first, second (texts), first_x, first_y, first_constant, second_x, second_y, second_constant; the answer is a text like "x = 3, y = 2" |
| double_inequality; integers_between | letter, inside, low, high, low_sign, high_sign, coefficient, constant (low < inside < high); wanted also: number of integers |
| extreme_integer; check_solution | as linear_inequality; letter, value, left, right, relation (the answer is yes or no) |
| absolute_equation, absolute_inequality | letter, inside, relation, coefficient, constant, distance: \|ax + b\| = distance |
| quadratic_ + discriminant, number_of_solutions, one_solution; parabola_ + vertex, axis; completed_square; sum_of_roots, product_of_roots | letter, expression, a, b, c |
| consecutive_integers; sum_and_difference; consecutive_product | count, step, parity, total; total, difference; product |
| write_expression; coefficient | words, expression; expression, term, number |
| function_composition; function_sum | outer_name, inner_name, letter, outer, inner, value; name, letter, expression, first, sign, second |
| change_subject | subject, left, right (the answer is a sympy expression) |
| simplify_expression, expand_expression, factor_expression | expression (text); the answer is a sympy expression |
| evaluate_expression; function_value | expression (text), letters, values; and the function's name |
| line_slope, line_intercept, line_x_crossing; slope_through_points | expression (right of y =), slope, intercept; x1, y1, x2, y2 |
| mean, median, mode, range | numbers; several modes are a set, none is "no mode" |
| arithmetic_sequence, geometric_sequence | terms, position (0 for the next term); wanted also: term at a position, common difference, common ratio |
| probability_draw; probability_die; probability_coin | counts, colours, colour (wanted also: probability of another); favourable, total, event; tosses, side |
| rectangle_area, rectangle_perimeter; rectangle_side | length, width, unit; area, side, unit |
| square_area, square_perimeter; square_side; cube_volume, cube_surface_area | side, unit; perimeter, unit; side, unit |
| triangle_area, parallelogram_area; triangle_perimeter | base, height, unit; first, second, third, unit |
| trapezoid_area | first_base, second_base, height, unit |
| circle_area, circle_circumference, each also + _from_diameter, and those + _with_given_pi | radius or diameter, (pi_value,) unit; without a given value pi stays exact |
| cuboid_volume, cuboid_surface_area; cylinder_volume, cone_volume; sphere_volume | length, width, height, unit; radius, height, unit; radius, unit |
| triangle_angle; complement, supplement; interior_angle_sum | first, second; angle; sides |
| hypotenuse; right_triangle_leg | first_leg, second_leg, unit; hypotenuse, leg, unit |
| unit_conversion | amount, factor (how many of the new unit make one of the old), from_unit, to_unit |
"""

from random import Random

from ..expressions import Number, parse_expression
from ..state import Program
from . import (
    absolute,
    algebra,
    angles,
    arithmetic,
    compositions,
    double_inequalities,
    equation_wordings,
    equations,
    expression_words,
    fractions,
    functions,
    geometry,
    inequalities,
    number_puzzles,
    numbers,
    order,
    parabolas,
    percents,
    probability,
    ratios,
    rearranging,
    sequences,
    shapes,
    statistics,
    systems,
    units,
)
from .problem import Given, Kind, Problem, program
from .wording import MAX_CHARACTERS, Rule, read_by, sentence, spelled_out

__all__ = ["KINDS", "Given", "Kind", "Problem", "phrase", "read_problem", "solution", "twin"]

_WORDINGS = (
    *(fractions, percents, ratios, numbers, arithmetic, algebra, functions, equation_wordings),
    *(
        inequalities,
        double_inequalities,
        absolute,
        parabolas,
        number_puzzles,
        expression_words,
        compositions,
        rearranging,
    ),
    *(statistics, sequences, probability, shapes, units),
)
_FAMILIES = (
    *(order, arithmetic, fractions, numbers, percents, ratios, equations, systems, algebra, functions),
    *(
        inequalities,
        double_inequalities,
        absolute,
        parabolas,
        number_puzzles,
        expression_words,
        compositions,
        rearranging,
    ),
    *(statistics, sequences, probability, geometry, angles, units),
)
_RULES: list[Rule] = [rule for family in _WORDINGS for rule in family.RULES]
KINDS: dict[str, Kind] = {kind.name: kind for family in _FAMILIES for kind in family.KINDS}
"""Every kind of problem by its name."""


def read_problem(text: str) -> Problem | None:
    """The problem this text poses, or None: one word without a place in a known wording is enough to decline."""
    if len(text) > MAX_CHARACTERS or isinstance(parse_expression(text), Number):  # "7/2" alone is an answer
        return None
    words = sentence(text)
    problem = read_by(_RULES, words)
    if problem is None and (digits := spelled_out(words)) != words:
        problem = read_by(_RULES, digits)
    return problem


def solution(problem: Problem) -> Program:
    """The program that works it out: named steps in the order a teacher would take, then `answer`."""
    return program(problem, KINDS[problem.kind].steps(problem))


def phrase(problem: Problem) -> str:
    """A clean English wording of the problem; `read_problem` reads it back."""
    return KINDS[problem.kind].phrase(problem)


def twin(problem: Problem, seed: int) -> Problem:
    """A problem of the same kind and difficulty with other numbers; the same for the same seed.

    Should no other numbers be found in 3,000 draws (a problem all of whose numbers are fixed), it is the problem.
    """
    kind = KINDS[problem.kind]
    random = Random(f"{seed} {problem}")
    features = kind.features(problem)
    for _ in range(3000):
        made = kind.problem(kind.vary(problem, random), problem.wanted)
        if made is not None and made.given != problem.given and kind.features(made) == features:
            return made
    return problem
