"""The amount is divided by each term of the ratio."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, term_in_ratio, twins


def _steps(problem: Problem) -> str | None:
    terms: tuple[int, ...] = problem["terms"]
    if problem.kind == "ratio_share":
        lines = [
            f"share_{at} = Fraction(total, {term})  # Divide by a term of the ratio.\n"
            for at, term in enumerate(terms, 1)
        ]
        shares = ' + ":" + '.join(f"str(share_{at})" for at in range(1, len(terms) + 1))
        return f"{''.join(lines)}answer = {shares}  # Write the shares."
    term = term_in_ratio(problem, problem["sought"])
    return None if term is None else f"answer = Fraction(amount, {term})  # Divide by the term."


def _shows(problem: Problem) -> bool:
    terms: tuple[int, ...] = problem["terms"]
    if problem.kind == "ratio_share":
        return len(set(terms)) > 1 and all(Fraction(problem["total"]) % term == 0 for term in terms)
    term = term_in_ratio(problem, problem["sought"])
    return term is not None and term > 1 and term**2 != sum(terms)


wrong = mistake("ratio_share ratio_part_from_total", _steps, shows=_shows)

ENTRY = Misconception(
    id="ratio_divides_by_each_term",
    name="Dividing the amount by each term of a ratio",
    grades=(5, 8),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle",
    explanation="You may have divided the whole amount by a term of the ratio.",
    wrong=wrong,
    questions=(
        "What did you divide, and into how many parts?",
        "Put all the shares together. Do they come to the amount that is shared?",
        "Who should get more going by the ratio, and who gets more in your result?",
        "Draw a box for every part in the ratio, in rows. Among how many boxes is the amount spread?",
    ),
    examples=(
        ("Divide 60 in the ratio 2:3.", "30:20"),
        ("Ann and Ben share $40 in the ratio 2:3. How much does Ann get?", "20"),
    ),
    diagnostic=twins(
        wrong,
        "Divide 60 in the ratio 2:3.",
        "Ann and Ben share $40 in the ratio 2:3. How much does Ann get?",
        "Divide 84 in the ratio 3:4.",
    ),
)
