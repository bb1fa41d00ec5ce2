"""The last step of a sequence is taken again although the steps grow."""

from ..symbolic import Problem
from ..symbolic.problem import number_code
from . import Misconception
from ._tools import mistake, twins


def _steps(problem: Problem) -> str:
    before, last = (number_code(term) for term in problem["terms"][-2:])
    return f"""
    last_step = {last} - {before}  # Find the last step.
    answer = {last} + last_step  # Add it again.
    """


wrong = mistake("growing_sequence", _steps)

ENTRY = Misconception(
    id="sequence_keeps_last_step",
    name="Taking the last step once more",
    grades=(5, 9),
    source="Hargreaves, Threlfall, Frobisher & Shorrocks-Taylor 1999, Children's strategies with linear and "
    "quadratic sequences, in Orton (ed.), Pattern in the Teaching and Learning of Mathematics, Cassell",
    explanation="You may have taken a step as long as the last one.",
    wrong=wrong,
    questions=(
        "How do you get from each term to the next?",
        "Write every step under the list, your own new one too. What do you notice?",
        "What happens to the steps from left to right?",
        "Look at the row of steps as a list of its own. How does that list go on?",
    ),
    examples=(
        ("What is the next number in the sequence 1, 3, 6, 10, 15?", "20"),
        ("What is the next number in the sequence 2, 5, 10, 17, 26?", "35"),
    ),
    diagnostic=twins(
        wrong,
        "What is the next number in the sequence 1, 3, 6, 10, 15?",
        "What is the next number in the sequence 2, 5, 10, 17, 26?",
    ),
)
