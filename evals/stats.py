"""Intervals at 95 %: exact binomial for shares, seeded bootstrap for everything else.

Pure functions over lists of (value, weight) pairs; no third-party arithmetic.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Method = Literal["exact binomial", "bootstrap", "cluster bootstrap"]
Trial = tuple[float, float]  # value, weight
RESAMPLES = 1000
_TAIL = 0.025


@dataclass(frozen=True)
class Estimate:
    """A mean with its 95 % interval and the method that gave the interval."""

    value: float
    low: float
    high: float
    method: Method


def binomial_interval(successes: int, trials: int) -> tuple[float, float]:
    """The exact two-sided 95 % interval for a share (Clopper and Pearson, Biometrika 26, 1934).

    Args:
        successes: how many of the trials succeeded.
        trials: at least 1.

    Raises:
        ValueError: there are no trials, or successes lie outside them.
    """
    if trials < 1 or not 0 <= successes <= trials:
        raise ValueError(f"{successes} successes of {trials} trials")
    # The chance of at most k successes at p is the chance of at least n - k failures at 1 - p.
    return _lower_bound(successes, trials), 1.0 - _lower_bound(trials - successes, trials)


def mean(trials: Sequence[Trial]) -> float | None:
    """The weighted mean; None when the weights add up to nothing."""
    total = math.fsum(weight for _, weight in trials)
    return math.fsum(value * weight for value, weight in trials) / total if total > 0 else None


def harmonic(first: float, second: float) -> float:
    """The harmonic mean of two shares, 0 when both are 0.

    Of pooled precision and recall it is the micro F1; of the two accuracies on right and on wrong solutions it is
    the harmonic F1 of step-finding benchmarks.
    """
    return 2 * first * second / (first + second) if first + second > 0 else 0.0


def estimate(clusters: Sequence[Sequence[Trial]], seed: int) -> Estimate | None:
    """The weighted mean over all trials with its interval; None when no trial carries weight.

    Each inner sequence holds the trials that share a cluster. Independent yes-or-no trials get the exact binomial
    interval. Anything else is bootstrapped by cluster. When every trial came out the same way a bootstrap would
    claim certainty, so a share of 0 or 1 gets the exact interval for as many trials as there are clusters, which is
    wide enough whatever the trials of one cluster have in common.
    """
    asked = [[trial for trial in cluster if trial[1] > 0] for cluster in clusters]
    asked = [cluster for cluster in asked if cluster]
    trials = [trial for cluster in asked for trial in cluster]
    value = mean(trials)
    if value is None:
        return None
    single = all(len(cluster) == 1 for cluster in asked)
    yes_no = all(v in (0.0, 1.0) for v, _ in trials)
    if yes_no and single and all(weight == 1.0 for _, weight in trials):
        low, high = binomial_interval(round(value * len(trials)), len(trials))
        return Estimate(value, low, high, "exact binomial")
    if yes_no and value in (0.0, 1.0):
        low, high = binomial_interval(round(value) * len(asked), len(asked))
        return Estimate(value, low, high, "exact binomial")
    sums = [_sums(cluster) for cluster in asked]
    low, high = _bootstrap(sums, lambda total: total[0] / total[1], seed)
    return Estimate(value, low, high, "bootstrap" if single else "cluster bootstrap")


def estimate_harmonic(
    first: Sequence[Sequence[Trial]], second: Sequence[Sequence[Trial]], seed: int
) -> Estimate | None:
    """The harmonic mean of two weighted means over the same clusters, bootstrapped together.

    None when either mean has no trial. Two perfect or two empty parts leave a bootstrap nothing to vary: the
    interval is then the harmonic mean of the parts' own bounds.
    """
    parts = estimate(first, seed), estimate(second, seed)
    if parts[0] is None or parts[1] is None:
        return None
    value = harmonic(parts[0].value, parts[1].value)
    if all(part.value in (0.0, 1.0) for part in parts if part):
        low, high = harmonic(parts[0].low, parts[1].low), harmonic(parts[0].high, parts[1].high)
        return Estimate(value, low, high, "exact binomial")
    sums = [_sums(a) + _sums(b) for a, b in zip(first, second, strict=True)]

    def statistic(total: Sequence[float]) -> float:
        if total[1] <= 0 or total[3] <= 0:
            return math.nan  # this resample drew no trial of one part: it says nothing
        return harmonic(total[0] / total[1], total[2] / total[3])

    low, high = _bootstrap(sums, statistic, seed)
    return Estimate(
        value, low, high, "cluster bootstrap" if _shared(first) or _shared(second) else "bootstrap"
    )


def _shared(clusters: Sequence[Sequence[Trial]]) -> bool:
    return any(sum(weight > 0 for _, weight in cluster) > 1 for cluster in clusters)


def _sums(cluster: Sequence[Trial]) -> tuple[float, ...]:
    return sum(value * weight for value, weight in cluster), sum(weight for _, weight in cluster)


def _bootstrap(
    sums: Sequence[tuple[float, ...]], statistic: Callable[[Sequence[float]], float], seed: int
) -> tuple[float, float]:
    """The percentile interval of a statistic of column sums, clusters drawn with replacement (Efron, 1979)."""
    draw = random.Random(seed)
    columns = list(zip(*sums, strict=True))
    size = len(sums)
    values: list[float] = []
    for _ in range(RESAMPLES):
        chosen = draw.choices(range(size), k=size)
        values.append(statistic([math.fsum(map(column.__getitem__, chosen)) for column in columns]))
    values = sorted(value for value in values if not math.isnan(value))
    if not values:
        return 0.0, 1.0
    last = len(values) - 1
    return values[math.floor(_TAIL * last)], values[math.ceil((1 - _TAIL) * last)]


def _lower_bound(successes: int, trials: int) -> float:
    """The p at which this many successes or more have a chance of 2.5 %; 0 for none."""
    if successes == 0:
        return 0.0
    low, high = 0.0, successes / trials  # at the share itself the chance is a half or more
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _upper_tail(successes, trials, middle) < _TAIL else (low, middle)
    return (low + high) / 2


def _upper_tail(successes: int, trials: int, p: float) -> float:
    """P(X >= successes) for X binomial and 0 < p <= successes/trials, so that the first term is the largest."""
    if p == 1.0:
        return 1.0
    term = math.exp(
        math.lgamma(trials + 1)
        - math.lgamma(successes + 1)
        - math.lgamma(trials - successes + 1)
        + successes * math.log(p)
        + (trials - successes) * math.log1p(-p)
    )
    total, odds = 0.0, p / (1 - p)
    for k in range(successes, trials + 1):
        total += term
        term *= (trials - k) / (k + 1) * odds
        if term <= total * 1e-17:
            break
    return total
