# ruff: noqa: E501  (the rows of the table are long)
"""What grows or is shared in proportion: percents, ratios, rates, prices, units and times.

What is given, by kind (see `symbolic/__init__.py` for how):

| kind | given |
| --- | --- |
| percent_of; percent_off | percent, whole; percent, price (the answer is the new price); 25% is 25 |
| percent_increase, percent_decrease | original, percent (the answer is the new value) |
| percent_change_increase, percent_change_decrease | original, new (the answer is the percent) |
| what_percent; percent_whole | part, whole; part, percent |
| percent_to_decimal, percent_to_fraction | percent |
| ratio_simplify; ratio_share | terms; total, terms (answers like "2:3") |
| proportion | first, second, third, fourth (first/second = third/fourth), unknown (the name of the one sought), letter |
| scaled_price; speed; distance | first_count, first_price, second_count, item; distance, time, their units; speed, time, units |
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
| two_percent_changes; percent_rest | original, first_percent, first_sign (+ or -), second_percent, second_sign; percent, whole, thing, deed |
| change_from_two; price_by_amount | first, second, paid; price, unit, amount, thing |
| travel_time; two_unit_length | distance, speed, distance_unit, time_unit; large, small, factor (how many small ones make a large one), large_unit, small_unit |
| kilometers_per_hour_to_meters_per_second and back | speed |
"""

from . import (
    everyday,
    interest,
    mixed_units,
    percent_chains,
    percent_changes,
    percent_groups,
    percent_prices,
    percents,
    proportional,
    rates,
    ratio_part_wordings,
    ratio_parts,
    ratio_terms,
    ratios,
    shopping,
    time_wordings,
    times,
    travel,
    units,
)

WORDINGS = (
    percents,
    ratios,
    units,
    ratio_part_wordings,
    ratio_terms,
    rates,
    proportional,
    everyday,
    time_wordings,
    percent_prices,
    percent_changes,
    percent_groups,
    interest,
    percent_chains,
    shopping,
    travel,
    mixed_units,
)
"""The modules whose `RULES` read a text, in the order in which they are asked."""
FAMILIES = (
    percents,
    ratios,
    units,
    ratio_parts,
    ratio_terms,
    rates,
    proportional,
    everyday,
    times,
    percent_changes,
    interest,
    percent_chains,
    shopping,
    travel,
    mixed_units,
)
"""The modules with `KINDS`."""
