# ruff: noqa: E501  (the rows of the table are long)
"""Numbers: the four operations, fractions, decimals, powers and roots, order, factors, places and rounding.

What is given, by kind (see `symbolic/__init__.py` for how):

| kind | given |
| --- | --- |
| whole_, integer_, decimal_ + addition, subtraction, multiplication, division | first, second; "integer" has a negative number in it or as its result, "decimal" a decimal |
| order_of_operations | expression (text): everything else in numbers, with any of + - × ÷ ^ √, brackets and bars |
| power; root; simplify_root; remainder | base, exponent; radicand, degree (2 or 3, exact); radicand (not a square); dividend, divisor |
| fraction_ + addition, subtraction, multiplication, division | first_numerator, first_denominator, second_numerator, second_denominator; a whole number has denominator 1 |
| mixed_ + the same four | first_whole, first_numerator, first_denominator, second_whole, second_numerator, second_denominator; what is absent is 0 (denominator 1) |
| fraction_of_number | numerator, denominator, number |
| fraction_simplify, improper_to_mixed, fraction_to_decimal, fraction_to_percent, reciprocal | numerator, denominator |
| mixed_to_improper, mixed_reciprocal; decimal_to_fraction, decimal_to_percent | whole, numerator, denominator; decimal |
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
"""

from . import (
    arithmetic,
    comparisons,
    factors,
    fractions,
    numbers,
    order,
    ordering,
    places,
    powers,
    primes,
    reciprocals,
    repeating_events,
    scientific,
    spoken_sums,
)

WORDINGS = (
    fractions,
    numbers,
    places,
    comparisons,
    ordering,
    factors,
    primes,
    powers,
    scientific,
    reciprocals,
    spoken_sums,
    repeating_events,
    arithmetic,
)
"""The modules whose `RULES` read a text, in the order in which they are asked."""
FAMILIES = (
    order,
    arithmetic,
    fractions,
    numbers,
    places,
    comparisons,
    ordering,
    factors,
    primes,
    powers,
    scientific,
    reciprocals,
)
"""The modules with `KINDS`."""
