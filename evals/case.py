"""The words of the evaluations: a `Case` is asked, a system answers, a scorer gives a `Score`; a `Task` holds them.

Covers the values and nothing else: reading files is `rows.py`, running is `run.py`, intervals are `stats.py`.

Three things a score can say about a case, and they are never mixed up:

    Score(0.75)                 scored
    Score(None, "why")          asked but not scored (a crash, no gold answer): counted, never averaged
    NOT_ASKED                   the score does not ask about this case (recall, of a case that is no leak)

Precision and recall are then plain means: of the label over the flagged cases, of the flag over the labelled ones.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

# A JSON value: null, a truth value, a number, a text, a list or an object of such. What systems answer and cases
# hold must survive being written to a file and read back, so that a run can be resumed and a report made again.
Json = Any


@dataclass(frozen=True)
class Case:
    """One thing to ask.

    `id` is unique within a task. `target` is the gold answer, or None where there is none. `metadata["cluster"]`
    names what cases have in common (the same problem, say); intervals then resample clusters, not cases.
    """

    id: str
    input: Json
    target: Json = None
    metadata: Mapping[str, Json] = field(default_factory=dict[str, Json])

    @property
    def cluster(self) -> str:
        """What this case shares with others; its own id when nothing is said."""
        return str(self.metadata.get("cluster", self.id))


@dataclass(frozen=True)
class Score:
    """One judgement: a number (0 or 1 for yes and no), or None with the reason why there is none.

    `weight` says how many equal trials the number stands for (three of four quantities found is 0.75 at weight 4).
    """

    value: float | None
    reason: str = ""
    weight: float = 1.0


NOT_ASKED = Score(0.0, "not asked", weight=0.0)

System = Callable[[Case], Json]
Scorer = Callable[[Case, Json], Score]


def yes_or_no(holds: bool, reason: str = "") -> Score:
    """A score of 1 when `holds`, else 0."""
    return Score(1.0 if holds else 0.0, reason)


@dataclass(frozen=True)
class Task:
    """Cases, the systems that answer them, and the scorers that judge the answers.

    `systems` are what is measured, the first one being the subject; `baselines` are the trivial answers every
    figure must beat. `gold` answers as a perfect system would. Each pair in `harmonic` names two scores whose
    harmonic mean is reported as well (F1 from precision and recall). `model` names what the systems really ask;
    None when they ask none.
    """

    name: str
    cases: tuple[Case, ...]
    systems: Mapping[str, System]
    baselines: Mapping[str, System]
    scorers: Mapping[str, Scorer]
    gold: System
    harmonic: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    notes: tuple[str, ...] = ()
    model: str | None = None
    close: Callable[[], None] = lambda: None
