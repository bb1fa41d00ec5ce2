"""A polygon is taken to have as many triangles' worth of angles as it has sides."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "interior_angle_sum regular_interior_angle",
    lambda problem: (
        "answer = 180 * sides  # Take the angles of a triangle for each side."
        if problem.kind == "interior_angle_sum"
        else "total = 180 * sides  # Take the angles of a triangle for each side.\n"
        "answer = Fraction(total, sides)  # Share it out."
    ),
)

ENTRY = Misconception(
    id="angle_triangle_for_each_side",
    name="Counting a triangle for each side of a polygon",
    grades=(6, 9),
    source="Fuys, Geddes & Tischler 1988, The van Hiele Model of Thinking in Geometry among Adolescents, JRME "
    "Monograph 3",
    explanation="You may have counted a triangle for each side.",
    wrong=wrong,
    questions=(
        "Which triangles did you think of, and where do their corners lie?",
        "Try your way on a triangle and on a square. Does it give what you know about their angles?",
        "Draw your triangles into the shape. Are all of their angles also angles of the shape?",
        "Draw lines from one corner of the shape to all the other corners. How many triangles can you see?",
    ),
    examples=(
        ("What is the sum of the interior angles of a polygon with 6 sides?", "1080"),
        ("What is the size of each interior angle of a regular polygon with 8 sides?", "180"),
    ),
    diagnostic=twins(
        wrong,
        "What is the sum of the interior angles of a polygon with 6 sides?",
        "What is the size of each interior angle of a regular polygon with 8 sides?",
    ),
)
