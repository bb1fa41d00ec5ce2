"""The angle beside it is given for the one opposite."""

from . import Misconception
from ._tools import mistake, twins

wrong = mistake(
    "vertically_opposite_angle",
    "answer = 180 - angle  # Go on to a straight line.",
    shows=lambda problem: problem["angle"] != 90,
)

ENTRY = Misconception(
    id="angle_opposite_as_neighbour",
    name="Giving the neighbouring angle for the opposite one",
    grades=(5, 8),
    source="Fuys, Geddes & Tischler 1988, The van Hiele Model of Thinking in Geometry among Adolescents, JRME "
    "Monograph 3",
    explanation="You may have found the angle next to the one that is given.",
    wrong=wrong,
    questions=(
        "Which of the angles where the lines cross does the problem ask for?",
        "Draw the crossing lines and mark the angle you know. Where does the angle you found belong?",
        "Open and close a pair of scissors. Which angles grow together, and which shrink then?",
        "Find the neighbour of the angle that is asked for. What do the two of them make together?",
    ),
    examples=(
        ("Two straight lines cross. One angle is 50°. What is the vertically opposite angle?", "130"),
        ("Two straight lines cross. One angle is 112°. What is the vertically opposite angle?", "68"),
    ),
    diagnostic=twins(
        wrong,
        "Two straight lines cross. One angle is 54°. What is the vertically opposite angle?",
        "Two straight lines cross. One angle is 112°. What is the vertically opposite angle?",
    ),
)
