"""Angles are taken from a full turn where half a turn belongs, or the other way round."""

from fractions import Fraction

from ..symbolic import Problem
from . import Misconception
from ._tools import mistake, twins

_WHOLES = {
    "triangle_angle": 360,
    "isosceles_top_angle": 360,
    "isosceles_base_angle": 360,
    "angles_on_line": 360,
    "angles_around_point": 180,
    "quadrilateral_angle": 180,
}


def _steps(problem: Problem) -> str | None:
    whole = _WHOLES[problem.kind]
    if problem.kind == "triangle_angle":
        known = "known = first + second  # Add the angles that are known.\n"
    elif problem.kind == "isosceles_top_angle":
        known = "known = 2 * base_angle  # The two base angles are equal.\n"
    elif problem.kind == "isosceles_base_angle":
        return (
            f"both = {whole} - top_angle  # Take the top angle away.\nanswer = Fraction(both, 2)  # Halve it."
        )
    else:
        if sum(Fraction(angle) for angle in problem["angles"]) >= whole:
            return None
        known = "known = sum(angles)  # Add the angles that are known.\n"
    return f"{known}answer = {whole} - known  # Take that from the whole."


wrong = mistake(" ".join(_WHOLES), _steps)

ENTRY = Misconception(
    id="angle_whole_mixed_up",
    name="Taking angles from the wrong whole",
    grades=(5, 9),
    source="Fuys, Geddes & Tischler 1988, The van Hiele Model of Thinking in Geometry among Adolescents, JRME "
    "Monograph 3",
    explanation="You may have mixed up a full turn and half a turn.",
    wrong=wrong,
    questions=(
        "From which number did you take the angles you know, and where does that number come from?",
        "Sketch the figure and write every angle in it, your own one too. Does each fit what you see?",
        "Cut the angles out of paper and lay them side by side with their corners together. What do they make?",
        "Is that a full turn or half a turn, and do your numbers add up to it?",
    ),
    examples=(
        ("Two angles of a triangle are 50° and 60°. What is the third angle?", "250"),
        ("The angle at the top of an isosceles triangle is 40°. Find the size of each base angle.", "160"),
        ("3 angles lie on a straight line. 2 of them are 50° and 60°. What is the other?", "250"),
        ("Three angles of a quadrilateral are 50°, 40° and 60°. What is the fourth angle?", "30"),
    ),
    diagnostic=twins(
        wrong,
        "Two angles of a triangle are 50° and 60°. What is the third angle?",
        "The angle at the top of an isosceles triangle is 40°. Find the size of each base angle.",
        "Each base angle of an isosceles triangle is 35°. Find the angle at the top.",
        "3 angles lie on a straight line. 2 of them are 50° and 60°. What is the other?",
        "3 angles meet around a point. 2 of them are 72° and 55°. What is the other?",
        "Three angles of a quadrilateral are 52°, 43° and 61°. What is the fourth angle?",
    ),
)
