"""The exponent of ten is the number of zeros."""

from decimal import Decimal

from ..symbolic import Problem
from ..symbolic.number.scientific import magnitude
from . import Misconception
from ._tools import decimal_digits, mantissa_text, mistake, twins


def _steps(problem: Problem) -> str | None:
    if problem.kind == "scientific_to_number":
        return _in_full(problem["mantissa"], problem["exponent"])
    text = str(problem["number"])
    whole, part = decimal_digits(text)
    zeros = len(whole) - len(whole.rstrip("0")) if whole != "0" else len(part) - len(part.lstrip("0"))
    right = magnitude(problem["number"])
    if (whole != "0" and part) or zeros == abs(right):
        return None
    mantissa = mantissa_text(problem["number"])
    sign = "-" if whole == "0" else ""
    return f"""
    zeros = {zeros}  # Count the zeros.
    answer = "{mantissa} × 10^{sign}" + str(zeros)  # Write that many as the power of ten.
    """


def _in_full(mantissa: int | Decimal, exponent: int) -> str | None:
    if exponent < 0:
        return (
            "zeros = -exponent  # See how many zeros there are to be.\n"
            "answer = mantissa * Fraction(1, 10 ** (zeros + 1))  # Write them between the point and the digits."
            if 1 <= mantissa < 10
            else None
        )
    digits = str(mantissa).replace(".", "")
    return (
        f"answer = {digits} * 10**exponent  # Write that many zeros behind." if "." in str(mantissa) else None
    )


wrong = mistake("scientific_notation scientific_to_number", _steps)

ENTRY = Misconception(
    id="scientific_counts_zeros",
    name="Taking the exponent of ten for a count of zeros",
    grades=(7, 9),
    source="King et al. 2024, Eedi: Mining Misconceptions in Mathematics, Kaggle (standard form: the "
    "power of ten counts zeros)",
    explanation="You may have let the power of ten count zeros.",
    wrong=wrong,
    questions=(
        "What does the exponent of ten count in your work?",
        "How often do you multiply or divide by ten to get from the one number to the other?",
        "Is the number in the problem in the tens, the thousands, the millions or far below a "
        "whole, and is yours as large?",
        "Work your result out step by step, with a factor of ten at a time. Do you get back to "
        "the number in the problem?",
    ),
    examples=(
        ("Write 45000 in scientific notation.", "4.5 × 10^3"),
        ("Write 3.2 × 10^4 as an ordinary number.", "320000"),
    ),
    diagnostic=twins(
        wrong,
        "Write 45000 in scientific notation.",
        "Write 0.0037 in scientific notation.",
        "Write 3.2 × 10^4 as an ordinary number.",
        "Write 6.1 × 10^-3 as an ordinary number.",
    ),
)
