"""Two changes by a percent are put together into one."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "two_percent_changes",
    lambda problem: (
        f"percent_in_all = {problem['first_sign']}first_percent {problem['second_sign']} second_percent"
        "  # Put both percents together.\n"
        "change = Fraction(original, 100) * percent_in_all  # Find that percent of the value.\n"
        "answer = original + change  # Make the change."
    ),
)

ENTRY = Misconception(
    id="percent_changes_added",
    name="Adding up percents of different values",
    grades=(7, 9),
    source="Parker & Leinhardt 1995, Percent: a privileged proportion, Review of Educational "
    "Research 65(4) (additive percents); King et al. 2024, Eedi: Mining Misconceptions in "
    "Mathematics, Kaggle",
    explanation="You may have put both percents together, although each belongs to another value.",
    wrong=wrong,
    questions=(
        "Of which value is the first percent taken, and of which the second?",
        "What is the value after the first change alone?",
        "A price of a hundred goes up by half and then down by half. Is it back where it was?",
        "When the second change is made, how large is the value that it is made to?",
    ),
    examples=(
        ("The value 200 is increased by 10% and then decreased by 20%. What is the final value?", "180"),
        ("The value 400 is increased by 50% and then decreased by 50%. What is the final value?", "400"),
    ),
    diagnostic=twins(
        wrong,
        "The value 200 is increased by 10% and then decreased by 20%. What is the final value?",
        "The value 400 is increased by 50% and then increased by 20%. What is the final value?",
    ),
)
