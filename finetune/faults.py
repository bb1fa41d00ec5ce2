"""Near misses: a good reply with one fault that the gate catches. They are the rejected half of preference pairs."""

from dataclasses import dataclass
from random import Random

from ..agent.check import Scene, judge
from ..agent.leak import find_leaks
from ..agent.misconceptions import catalogue
from ..agent.quantities import find_quantities, same_quantity
from .phrases import FAULTS

_TRIES = 4


@dataclass(frozen=True)
class Missed:
    """A refused reply, which fault it has, and the gate's reason."""

    text: str
    fault: str
    reason: str


def near_miss(reply: str, scene: Scene, random: Random) -> Missed | None:
    """The reply with a fault; None where the gate would pass it, or where it gives the answer away."""
    confirmed = scene.move.goal == "confirm"
    # Confirmed work cannot be affirmed wrongly, and only it can be denied wrongly.
    fitting = [fault for fault in FAULTS if fault != ("affirmed error" if confirmed else "false denial")]
    for _ in range(_TRIES):
        fault = random.choice(fitting)
        text = _with_fault(reply, _words(fault, scene, random), fault, random)
        failed = [item.reason for item in judge(text, scene) if not item.passed]
        leaks = scene.truth.answer and find_leaks(text, scene.truth.answer, scene.problem, scene.said)
        if failed and (confirmed or not leaks):
            return Missed(text, fault, failed[0])
    return None


def _with_fault(reply: str, words: str, fault: str, random: Random) -> str:
    if fault == "two questions":
        return f"{reply} {words}" if random.random() < 0.5 else f"{words} {reply}"
    return f"{words} {reply}"


def _words(fault: str, scene: Scene, random: Random) -> str:
    if fault == "false premise":
        others = [entry for entry in catalogue().values() if entry.explanation not in scene.line
                  and entry.id != scene.diagnosis.misconception]  # fmt: skip
        said = random.choice(others).explanation
        # Told as a fact, as an untuned model does; the catalogue says it with care.
        return said if random.random() < 0.5 else said.replace("You may have ", "You have ", 1)
    return random.choice(FAULTS[fault]).format(number=_new_number(scene, random))


def _new_number(scene: Scene, random: Random) -> int:
    """A number nobody has said."""
    known = find_quantities(scene.ground)
    free = [n for n in range(2, 100) if not any(
        same_quantity(quantity, other) for quantity in find_quantities(str(n)) for other in known)]  # fmt: skip
    return random.choice(free)
