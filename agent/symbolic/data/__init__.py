# ruff: noqa: E501  (the rows of the table are long)
"""Statistics, sequences, probability and counting.

What is given, by kind (see `symbolic/__init__.py` for how):

| kind | given |
| --- | --- |
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
| term_position | terms, value (the answer is its place) |
"""

from . import (
    averages,
    cards,
    chance_wordings,
    chances,
    counting,
    probability,
    sequence_gaps,
    sequence_rules,
    sequence_wordings,
    sequences,
    single_draws,
    statistics,
    term_positions,
)

WORDINGS = (
    statistics,
    averages,
    sequence_wordings,
    term_positions,
    single_draws,
    chance_wordings,
    counting,
)
"""The modules whose `RULES` read a text, in the order in which they are asked."""
FAMILIES = (
    statistics,
    averages,
    sequences,
    sequence_rules,
    term_positions,
    sequence_gaps,
    probability,
    cards,
    chances,
    counting,
)
"""The modules with `KINDS`."""
