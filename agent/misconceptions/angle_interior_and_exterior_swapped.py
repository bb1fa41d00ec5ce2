"""The exterior angle is given for the interior one, or the other way round."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "regular_interior_angle regular_exterior_angle triangle_exterior_angle",
    lambda problem: (
        "answer = 180 - (first + second)  # Take both from the angles of a triangle."
        if problem.kind == "triangle_exterior_angle"
        else "answer = Fraction(360, sides)  # Share a full turn out."
        if problem.kind == "regular_interior_angle"
        else "total = 180 * (sides - 2)  # Find what the angles make together.\n"
        "answer = Fraction(total, sides)  # Share it out."
    ),
    shows=lambda problem: (
        problem["first"] + problem["second"] != 90
        if problem.kind == "triangle_exterior_angle"
        else problem["sides"] != 4
    ),
)

ENTRY = Misconception(
    id="angle_interior_and_exterior_swapped",
    name="Mixing up interior and exterior angles",
    grades=(6, 9),
    source="Fuys, Geddes & Tischler 1988, The van Hiele Model of Thinking in Geometry among Adolescents, JRME "
    "Monograph 3",
    explanation="You may have found the angle on the other side of the line.",
    wrong=wrong,
    questions=(
        "Which angle does the problem ask for: one inside the shape or one beside it?",
        "Sketch the shape and draw one of its sides on beyond the corner. Which angles do you see at that corner?",
        "Write your number into the sketch where it belongs. In which place does an angle of that size fit?",
        "Is the angle that is asked for wider or narrower than a square corner in your sketch?",
    ),
    examples=(
        ("What is the size of each interior angle of a regular polygon with 6 sides?", "60"),
        ("What is the size of each exterior angle of a regular polygon with 8 sides?", "135"),
        (
            "Two interior angles of a triangle are 50° and 60°. Find the exterior angle at the third corner.",
            "70",
        ),
    ),
    diagnostic=twins(
        wrong,
        "What is the size of each interior angle of a regular polygon with 6 sides?",
        "What is the size of each exterior angle of a regular polygon with 8 sides?",
        "Two interior angles of a triangle are 50° and 60°. Find the exterior angle at the third corner.",
    ),
)
