# ruff: noqa: E501  (the rows of the table are long)
r"""Algebra: expressions, equations, systems, inequalities, parabolas, functions.

What is given, by kind (see `symbolic/__init__.py` for how):

| kind | given |
| --- | --- |
| linear_equation | letter, left, right (texts), left_coefficient, left_constant, right_coefficient, right_constant |
| exponent_equation; cube_equation | letter, base, value (base^letter = value); letter, value (letter^3 = value) |
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
| line_through_point; line_through_points | slope, x1, y1; x1, y1, x2, y2 (the answer is a text like "y = 2x + 3") |
| standard_line_ + slope, y_intercept, x_intercept | left, right (texts), a, b, c of ax + by = c |
| change_subject | subject, left, right (the answer is a sympy expression) |
| simplify_expression, expand_expression, factor_expression | expression (text); the answer is a sympy expression |
| evaluate_expression; function_value | expression (text), letters, values; and the function's name |
| line_slope, line_intercept, line_x_crossing; slope_through_points | expression (right of y =), slope, intercept; x1, y1, x2, y2 |
"""

from . import (
    absolute,
    algebra,
    compositions,
    double_inequalities,
    equation_wordings,
    equations,
    expression_words,
    functions,
    inequalities,
    lines,
    number_puzzles,
    number_riddles,
    parabolas,
    power_equations,
    rearranging,
    systems,
)

WORDINGS = (
    algebra,
    functions,
    lines,
    equation_wordings,
    inequalities,
    double_inequalities,
    absolute,
    parabolas,
    number_puzzles,
    number_riddles,
    power_equations,
    expression_words,
    compositions,
    rearranging,
)
"""The modules whose `RULES` read a text, in the order in which they are asked."""
FAMILIES = (
    equations,
    systems,
    algebra,
    functions,
    lines,
    inequalities,
    double_inequalities,
    absolute,
    parabolas,
    number_puzzles,
    power_equations,
    expression_words,
    compositions,
    rearranging,
)
"""The modules with `KINDS`."""
