"""A temperature below zero is used without its minus sign."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "temperature_after temperature_change",
    lambda problem: (
        "answer = abs(abs(end) - abs(start))  # Take the smaller number from the larger."
        if problem.kind == "temperature_change"
        else f"answer = abs(start) {'+' if problem['direction'] == 'rose' else '-'} change  # Use the numbers."
    ),
    shows=lambda problem: (
        problem["start"] * problem["end"] < 0 and abs(problem["start"]) != abs(problem["end"])
        if problem.kind == "temperature_change"
        else problem["start"] < 0
    ),
)

ENTRY = Misconception(
    id="temperature_ignores_minus",
    name="Using temperatures without their minus signs",
    grades=(5, 8),
    source="Küchemann 1981, Positive and negative numbers, in Hart (ed.), Children's Understanding "
    "of Mathematics: 11-16",
    explanation="You may have used the temperatures as if all of them were above zero.",
    wrong=wrong,
    questions=(
        "On which side of zero does each temperature in the problem lie?",
        "Draw a thermometer and put a finger on the first temperature. Which way does it move?",
        "How many degrees is it from the first temperature to zero?",
        "Does the movement pass zero, and what comes after that?",
    ),
    examples=(
        ("The temperature rose from -3 degrees to 5 degrees. By how many degrees did it rise?", "2"),
        ("The temperature was -4 degrees. It rose by 9 degrees. What is the temperature now?", "13"),
    ),
    diagnostic=twins(
        wrong,
        "The temperature rose from -3 degrees to 5 degrees. By how many degrees did it rise?",
        "The temperature was -4 degrees. It rose by 9 degrees. What is the temperature now?",
        "The temperature was -4 degrees. It fell by 3 degrees. What is the temperature now?",
    ),
)
