"""The minus sign in front is set aside, the rest is worked out, and the sign is put back in front."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "integer_addition integer_subtraction",
    lambda problem: (
        f"""
    rest = abs(first) {"+" if problem.kind == "integer_addition" else "-"} second  # Work it out without the first sign.
    answer = -rest  # Put the minus sign back in front.
    """
    ),
    shows=lambda problem: problem["first"] < 0 < problem["second"],
)

ENTRY = Misconception(
    id="integer_detaches_minus",
    name="Setting the first minus sign aside",
    grades=(6, 9),
    source="Linchevski & Livneh 1999, Structure sense: the relationship between algebraic and numerical "
    "contexts, Educational Studies in Mathematics 40(2)",
    explanation="You may have set the first minus sign aside, worked out the rest, and put the sign back at "
    "the end.",
    wrong=wrong,
    questions=(
        "Which numbers does the minus sign in front belong to: only the first or the whole calculation?",
        "On a number line, where do you start, and which way does the next step take you?",
        "With this step, do you come closer to where the negative numbers end, or move away?",
        "Think of the temperature on a frosty day. Does it get warmer or colder with this step?",
        'Does "$quote" fit the direction in which you moved?',
    ),
    examples=(("What is -9 + 5?", "-14"), ("What is -7 - 4?", "-3")),
    diagnostic=twins(wrong, "What is -9 + 5?", "What is -7 - 4?", "What is -41 + 17?"),
)
