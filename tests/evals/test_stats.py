from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askback.evals.stats import binomial_interval, estimate, estimate_harmonic, harmonic, mean

# successes, trials, low, high: Clopper-Pearson tables at 95 %.
KNOWN = [
    (0, 10, 0.0, 0.3085),
    (10, 10, 0.6915, 1.0),
    (5, 10, 0.1871, 0.8129),
    (1, 20, 0.0013, 0.2487),
    (0, 300, 0.0, 0.01222),
    (50, 100, 0.3983, 0.6017),
]


@pytest.mark.parametrize(("successes", "trials", "low", "high"), KNOWN)
def test_binomial_interval_agrees_with_published_tables(
    successes: int, trials: int, low: float, high: float
) -> None:
    assert binomial_interval(successes, trials) == pytest.approx((low, high), abs=6e-5)


def exact_upper_tail(successes: int, trials: int, p: float) -> Fraction:
    share = Fraction(p)
    return sum(
        (comb(trials, k) * share**k * (1 - share) ** (trials - k) for k in range(successes, trials + 1)),
        Fraction(0),
    )


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_each_bound_leaves_two_and_a_half_percent_in_exact_arithmetic(drawn: tuple[int, int]) -> None:
    successes, trials = drawn
    low, high = binomial_interval(successes, trials)
    if successes:
        assert float(exact_upper_tail(successes, trials, low)) == pytest.approx(0.025, rel=1e-9)
    if successes < trials:
        assert 1 - float(exact_upper_tail(successes + 1, trials, high)) == pytest.approx(0.025, rel=1e-9)


def test_binomial_interval_holds_for_a_million_trials() -> None:
    low, high = binomial_interval(500_000, 1_000_000)
    # The normal approximation is good to four digits here: 1.95996 * sqrt(0.25 / 1e6).
    assert (low, high) == pytest.approx((0.49902, 0.50098), abs=2e-6)


@pytest.mark.parametrize(("successes", "trials"), [(0, 0), (-1, 5), (6, 5)])
def test_binomial_interval_refuses_impossible_counts(successes: int, trials: int) -> None:
    with pytest.raises(ValueError, match="trials"):
        binomial_interval(successes, trials)


def test_independent_yes_or_no_trials_get_the_exact_interval() -> None:
    found = estimate([[(1.0, 1.0)]] * 3 + [[(0.0, 1.0)]], seed=1)
    assert found is not None
    assert found.method == "exact binomial"
    assert (found.low, found.high) == binomial_interval(3, 4)


def test_trials_that_share_a_cluster_are_resampled_together() -> None:
    one_by_one = estimate([[(float(i % 2), 1.0)] for i in range(80)], seed=1)
    in_blocks = estimate([[(float(i % 2), 1.0)] * 10 for i in range(8)], seed=1)
    assert one_by_one is not None
    assert in_blocks is not None
    assert in_blocks.method == "cluster bootstrap"
    assert in_blocks.high - in_blocks.low > 1.5 * (one_by_one.high - one_by_one.low)


def test_a_perfect_share_of_clustered_trials_still_has_a_lower_bound() -> None:
    found = estimate([[(1.0, 1.0)] * 8] * 20, seed=1)
    assert found is not None
    assert (found.low, found.high) == binomial_interval(20, 20)


def test_weights_count_as_that_many_trials() -> None:
    assert mean([(0.75, 4.0), (0.0, 1.0)]) == pytest.approx(0.6)


def test_trials_without_weight_are_left_out() -> None:
    with_them = estimate([[(1.0, 1.0)], [(0.0, 0.0)], [(0.0, 1.0)]], seed=1)
    without = estimate([[(1.0, 1.0)], [(0.0, 1.0)]], seed=1)
    assert with_them == without


def test_nothing_asked_gives_no_estimate() -> None:
    assert estimate([[(1.0, 0.0)], []], seed=1) is None


def test_the_same_seed_gives_the_same_interval_and_another_seed_another() -> None:
    clusters = [[(i / 7, 1.0)] for i in range(23)]
    assert estimate(clusters, seed=5) == estimate(clusters, seed=5)
    assert estimate(clusters, seed=5) != estimate(clusters, seed=6)


def test_bootstrap_interval_is_close_to_the_normal_one_for_many_values() -> None:
    values = [(i % 100) / 100 for i in range(2000)]
    found = estimate([[(value, 1.0)] for value in values], seed=3)
    assert found is not None
    assert found.method == "bootstrap"
    half = 1.96 * 0.28866 / 2000**0.5
    assert (found.low, found.high) == pytest.approx((found.value - half, found.value + half), abs=0.003)


def test_harmonic_of_pooled_precision_and_recall_is_micro_f1() -> None:
    true_positives, false_positives, false_negatives = 23, 24, 2
    pooled = harmonic(23 / (23 + 24), 23 / (23 + 2))
    counts = 2 * true_positives / (2 * true_positives + false_positives + false_negatives)
    assert pooled == pytest.approx(counts)


def test_harmonic_of_two_zeros_is_zero() -> None:
    assert harmonic(0.0, 0.0) == 0.0


def test_harmonic_interval_contains_the_value_and_lies_within_0_and_1() -> None:
    precision = [[(float(i % 3 > 0), 1.0)] if i % 2 else [] for i in range(60)]
    recall = [[(float(i % 4 > 0), 1.0)] if i % 5 else [] for i in range(60)]
    found = estimate_harmonic(precision, recall, seed=2)
    assert found is not None
    assert 0 < found.low < found.value < found.high < 1


def test_harmonic_of_perfect_parts_takes_its_lower_bound_from_theirs() -> None:
    found = estimate_harmonic([[(1.0, 1.0)]] * 10, [[(1.0, 1.0)]] * 10, seed=2)
    assert found is not None
    assert found.low == pytest.approx(binomial_interval(10, 10)[0])


def test_harmonic_without_trials_on_one_side_is_no_estimate() -> None:
    assert estimate_harmonic([[(1.0, 1.0)], []], [[], []], seed=1) is None
