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
| rounding, truncation; significant_figures | number, place (10, 1, 0.1 ...); number, figures |
| estimate | first, operation (+, -, * or /), second, place (both are rounded to it) |
| place_value, place_name; digit_in_place | number, digit, place (what the digit's place is worth), the answer a value or a text like "5 hundredths"; number, place |
| ordering; extreme; halfway | numbers (a text, as written); wanted is ascending order or descending order, the answer a text in that order; wanted is largest or smallest; first, second |
| fraction_, decimal_, number_ + comparison | first, second (texts); wanted is larger, smaller, sign, greater?, less? or equal? |
| greatest_common_factor, least_common_multiple, common_factors; common_multiples | numbers; and count (the first so many); answers of several numbers are sets |
| factor_list, factor_count; multiple_list; divisibility | number; number, count; number, divisor (the answer is yes or no) |
| multiple_below, multiple_above; prime_below, prime_above | number, limit; limit |
| prime_factorization, prime_check; primes_in_range, prime_count; prime_among | number (answers like "2^2 × 3 × 7"; yes, no, prime, composite, neither); low, high; numbers |
| scientific_notation; scientific_to_number | number (the answer is a text like "4.5 × 10^4"); mantissa, exponent |
| scientific_calculation | first_mantissa, first_exponent, operation (* or /), second_mantissa, second_exponent |
| single_power; root_sum; root_between | base, operation (*, / or ^), first, second (answers like "2^7"); first_factor, first_radicand, operation, second_factor, second_radicand; radicand |
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
| nth_term, quadratic_nth_term; growing_sequence, sum_of_last_two_sequence | terms: the next one, of five or more; the answer of the first two is an expression in n |
| missing_term; arithmetic_sum, geometric_sum | terms and position (of the gap); terms and count |
| probability_draw; probability_die; probability_coin | counts, colours, colour (wanted also: probability of another); favourable, total, event; tosses, side |
| probability_either; probability_part; probability_number | as for draw and second_colour; part, whole, things, colour; total, event |
| probability_card; probability_letter; probability_two_dice | event; word, event; event (of the sum) |
| probability_some_heads; probability_two_draws | tosses, heads, side (wanted is exactly or at least); as for draw (wanted is with or without replacement) |
| probability_complement; probability_both, probability_one_of_two; expected_number | chance; first, second (chances of independent or exclusive events); chance, trials |
| number_of_choices; number_of_outcomes; arrangements | numbers, things; coins, dice; count |
| total_from_mean; missing_value_for_mean; mean_after_adding | count, mean; numbers (the known ones), mean; count, mean, added |
| largest_from_range, smallest_from_range | smallest or largest, spread (the range) |
| rectangle_area, rectangle_perimeter; rectangle_side | length, width, unit; area, side, unit |
| square_area, square_perimeter; square_side; cube_volume, cube_surface_area | side, unit; perimeter, unit; side, unit |
| triangle_area, parallelogram_area; triangle_perimeter | base, height, unit; first, second, third, unit |
| trapezoid_area | first_base, second_base, height, unit |
| circle_area, circle_circumference, each also + _from_diameter, and those + _with_given_pi | radius or diameter, (pi_value,) unit; without a given value pi stays exact |
| cuboid_volume, cuboid_surface_area; cylinder_volume, cone_volume; sphere_volume | length, width, height, unit; radius, height, unit; radius, unit |
| triangle_angle; complement, supplement; interior_angle_sum | first, second; angle; sides |
| hypotenuse; right_triangle_leg | first_leg, second_leg, unit; hypotenuse, leg, unit |
| angles_on_line, angles_around_point, quadrilateral_angle | angles (all but one) |
| isosceles_top_angle, isosceles_base_angle; vertically_opposite_angle; triangle_exterior_angle | base_angle, top_angle; angle; first, second |
| regular_interior_angle, regular_exterior_angle; sides_from_interior, sides_from_exterior | sides; angle |
| square_side_from_area, square_perimeter_from_area; cube_side_from_volume; square_area_from_perimeter | area; volume; perimeter; each with unit |
| rectangle_side_from_perimeter; triangle_height, parallelogram_height; cuboid_height | perimeter, side; area, base; volume, length, width; each with unit |
| regular_perimeter; distance_between_points, midpoint | sides, side, unit; x1, y1, x2, y2 (the midpoint is a pair) |
| unit_conversion | amount, factor (how many of the new unit make one of the old), from_unit, to_unit |
| ratio_part_from_part, ratio_part_from_total, ratio_part_from_difference, ratio_total, ratio_difference | names (text), terms, known (a name, "total" or "difference"), amount, sought (the same, or "larger", "smaller"), thing (what is shared) |
| ratio_of_counts; ratio_of_amounts; ratio_with_broken_terms | terms, names; first, first_unit, first_size, second, second_unit, second_size (how many of the smaller unit); terms (decimals or fractions) |
| what_fraction | part, whole |
| unit_price; unit_rate | count, total, item; amount, count, item, unit |
| recipe_scale; scaled_output | first_count, who, first_amount, unit, item, second_count; first_count, unit, first_amount, item, second_count |
| direct_proportion, inverse_proportion | letter, other_letter, value, other (values that belong together), new, sought (which letter) |
| inverse_work | first_count, who, first_time, unit, job, second_count |
| map_scale | on_map, map_unit, real, real_unit, distance, sought (real or map) |
| original_before_increase, original_before_decrease | percent, new (the answer is the original value) |
| simple_interest, simple_interest_total | principal, rate, years |
| total_cost; change; change_from_several; coin_value | count, price, item; price, paid; count, price, item, paid; counts, names |
| temperature_after; temperature_change | start, change, direction (rose or fell); start, end |
| elapsed_time; time_before_or_after | start, end, unit; start, length, direction; the answer is a text like "95 minutes" or "3:20 pm" |
| hours_and_minutes; minutes_and_seconds; times_added | hours, minutes; minutes, seconds; first, second (texts) |
| kilometers_per_hour_to_meters_per_second and back | speed |
"""

from random import Random

from ..expressions import Number, parse_expression
from ..state import Program
from . import (
    absolute,
    algebra,
    angle_wordings,
    angles,
    arithmetic,
    averages,
    cards,
    chance_wordings,
    chances,
    comparisons,
    compositions,
    coordinates,
    counting,
    double_inequalities,
    equation_wordings,
    equations,
    everyday,
    expression_words,
    factors,
    fractions,
    functions,
    geometry,
    inequalities,
    interest,
    number_puzzles,
    numbers,
    order,
    ordering,
    parabolas,
    percent_changes,
    percent_groups,
    percent_prices,
    percents,
    places,
    powers,
    primes,
    probability,
    proportional,
    rates,
    ratio_part_wordings,
    ratio_parts,
    ratio_terms,
    ratios,
    rearranging,
    sequence_gaps,
    sequence_rules,
    sequence_wordings,
    sequences,
    shapes,
    sides,
    single_draws,
    statistics,
    systems,
    time_wordings,
    times,
    units,
)
from .problem import Given, Kind, Problem, program
from .wording import MAX_CHARACTERS, Rule, read_by, sentence, spelled_out

__all__ = ["KINDS", "Given", "Kind", "Problem", "phrase", "read_problem", "solution", "twin"]

_WORDINGS = (
    *(fractions, percents, ratios, numbers, places, comparisons, ordering, factors, primes, powers),
    *(arithmetic, algebra, functions, equation_wordings),
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
    *(statistics, averages, sequence_wordings, single_draws, chance_wordings, counting),
    *(shapes, angle_wordings, sides, coordinates, units),
    *(ratio_part_wordings, ratio_terms, rates, proportional, everyday, time_wordings),
    *(percent_prices, percent_changes, percent_groups, interest),
)
_FAMILIES = (
    *(order, arithmetic, fractions, numbers, places, comparisons, ordering, factors, primes, powers),
    *(percents, ratios, equations, systems, algebra, functions),
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
    *(statistics, averages, sequences, sequence_rules, sequence_gaps, probability, cards, chances, counting),
    *(geometry, angles, sides, coordinates, units),
    *(ratio_parts, ratio_terms, rates, proportional, everyday, times, percent_changes, interest),
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
