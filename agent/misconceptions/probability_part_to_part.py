"""What is wanted is compared with the rest instead of with everything."""

from ..symbolic import Problem
from ..symbolic.data.cards import cards, letters_that_fit
from ..symbolic.data.events import outcomes
from . import Misconception
from ._tools import mistake, twins


def _counts(problem: Problem) -> tuple[int, int]:
    """How many are wanted, and how many there are."""
    match problem.kind:
        case "probability_die":
            return problem["favourable"], problem["total"]
        case "probability_number":
            return len(outcomes(problem["event"], problem["total"]) or ()), problem["total"]
        case "probability_card":
            return cards(problem["event"]) or 0, 52
        case "probability_letter":
            return letters_that_fit(problem) or 0, len(problem["word"])
        case "probability_part":
            count, total = problem["part"], problem["whole"]
        case _:
            of = dict(zip(problem["colours"].split(), problem["counts"], strict=True))
            wanted = [problem[name] for name in ("colour", "second_colour") if name in problem]
            count, total = sum(of[name] for name in wanted), sum(problem["counts"])
    return total - count if problem.wanted == "probability of another" else count, total


def _steps(problem: Problem) -> str | None:
    favourable, total = _counts(problem)
    if total == favourable:
        return None
    return f"""
    wanted = {favourable}  # Count what is wanted.
    others = {total - favourable}  # Count what is not.
    answer = Fraction(wanted, others)  # Compare both.
    """


wrong = mistake(
    "probability_draw probability_die probability_number probability_card probability_letter probability_part "
    "probability_either",
    _steps,
)

ENTRY = Misconception(
    id="probability_part_to_part",
    name="Comparing with the rest instead of the whole",
    grades=(5, 9),
    source="Fischbein & Gazit 1984, Does the teaching of probability improve probabilistic intuitions?, "
    "Educational Studies in Mathematics 15(1)",
    explanation="You may have compared what is wanted with the rest instead of with everything.",
    wrong=wrong,
    questions=(
        "What does the bottom number of your fraction count?",
        "When you reach in without looking, among how many things does your hand choose?",
        "Are the ones you want also among the things that could come up?",
        "What would your way give if nearly all of them were wanted, and can a chance be like that?",
    ),
    examples=(
        ("A bag contains 3 red and 5 blue marbles. What is the probability of drawing a red marble?", "3/5"),
        ("What is the probability of rolling a number greater than 4 on a fair six-sided die?", "1/2"),
        ("A card is drawn from a standard deck. What is the probability that it is a heart?", "1/3"),
        (
            "A box contains 20 pens, 8 of which are blue. One is chosen at random. What is the probability that "
            "it is blue?",
            "2/3",
        ),
    ),
    diagnostic=twins(
        wrong,
        "A bag contains 3 red and 5 blue marbles. What is the probability of drawing a red marble?",
        "What is the probability of rolling a number greater than 4 on a fair six-sided die?",
        "A bag contains 4 green, 7 white and 6 black marbles. What is the probability of drawing a white "
        "marble?",
        "A card is drawn from a standard deck. What is the probability that it is a heart?",
        "A box contains 20 pens, 8 of which are blue. One is chosen at random. What is the probability that it is "
        "blue?",
        "A bag contains 3 red, 5 blue and 2 green marbles. What is the probability of drawing a red or blue "
        "marble?",
        "A number from 1 to 12 is picked at random. What is the probability of picking an even number?",
        "A letter is chosen at random from the word PENCIL. What is the probability that it is a vowel?",
    ),
)
