"""Only some terms of the equation are divided."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "linear_equation",
    """
    right_divided = Fraction(right_constant, left_coefficient)  # Divide the letter's term and the right side.
    answer = right_divided - left_constant  # Subtract the number beside the letter, which was not divided.
    """,
    shows=lambda problem: (
        problem["right_coefficient"] == 0
        and problem["left_constant"] != 0
        and problem["left_coefficient"] not in (0, 1)
        and "(" not in problem["left"]
    ),
)

ENTRY = Misconception(
    id="equation_divides_some_terms",
    name="Dividing only some terms",
    grades=(7, 9),
    source="Kieran 1992, The learning and teaching of school algebra, in Grouws (ed.), Handbook of Research "
    "on Mathematics Teaching and Learning",
    explanation="You may have divided only some terms of the equation.",
    wrong=wrong,
    questions=(
        "When both sides are divided, what happens to each term?",
        "Think of a balance. If each pan is to keep a fair share, may something on it be left whole?",
        "What could you remove from both sides first, so that only the term with the letter is left there?",
        "Put your result in for the letter in the equation of the problem. Do both sides come out the same?",
    ),
    examples=(("Solve 2x + 6 = 10.", "-1"), ("Solve 4x + 5 = 33.", "13/4")),
    diagnostic=twins(wrong, "Solve 2x + 6 = 10.", "Solve 4x - 8 = 20."),
)
