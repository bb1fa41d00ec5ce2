"""The radius of a solid is doubled for its square or tripled for its cube."""

from . import Misconception
from ._tools import mistake, twins

_STEPS = {
    "cylinder_volume": "radius_squared = 2 * radius  # Square the radius.\n"
    "answer = pi * radius_squared * height  # Multiply by pi and the height.",
    "cone_volume": "radius_squared = 2 * radius  # Square the radius.\n"
    "answer = pi * radius_squared * height / 3  # Multiply by pi and the height and take a third.",
    "sphere_volume": "radius_cubed = 3 * radius  # Cube the radius.\n"
    "answer = 4 * pi * radius_cubed / 3  # Multiply by pi and four thirds.",
}
wrong = mistake(
    " ".join(_STEPS),
    lambda problem: _STEPS[problem.kind],
    shows=lambda problem: problem.kind == "sphere_volume" or problem["radius"] != 2,
)

ENTRY = Misconception(
    id="solid_power_as_product",
    name="Doubling the radius for its square or tripling it for its cube",
    grades=(7, 9),
    source="Pitta-Pantazi, Christou & Zachariades 2007, Secondary school students' levels of understanding "
    "in computing exponents, Journal of Mathematical Behavior 26(4)",
    explanation="You may have multiplied the radius by the small raised number.",
    wrong=wrong,
    questions=(
        "Which formula did you use, and what have you put in for each letter?",
        "What does the small raised number next to the radius tell you to do?",
        "Write the power of the radius out as a product. What stands in it, and how often?",
        "Draw a square whose side is the radius. How do you find its area, and how does that compare with "
        "your number?",
    ),
    examples=(
        ("What is the volume of a cylinder with radius 3 cm and height 10 cm?", "60*pi"),
        ("What is the volume of a cone with radius 6 cm and height 5 cm?", "20*pi"),
        ("What is the volume of a sphere with radius 6 cm?", "24*pi"),
    ),
    diagnostic=twins(
        wrong,
        "What is the volume of a cylinder with radius 3 cm and height 10 cm?",
        "What is the volume of a cone with radius 6 cm and height 5 cm?",
        "What is the volume of a sphere with radius 6 cm?",
    ),
)
