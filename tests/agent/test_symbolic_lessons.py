"""Lessons on sequences, chances, averages and points: the right answer in the ways pupils write it, and wrong ones."""

from collections.abc import Callable

import pytest

from askback.agent import Tutor
from askback.agent.leak import find_leaks
from askback.agent.student_words import YES_OR_NO

OpenTutor = Callable[..., Tutor]
NTH = "Find the nth term of 5, 8, 11, 14, ..."
MIDPOINT, DRAW = (
    "Find the midpoint of (2, 3) and (7, 11).",
    "A bag contains 4 red and 6 black balls. Find P(red).",
)
SHARE, SHARED = "Divide £60 in the ratio 2:3.", "Divide 60 in the ratio 1:2:3."
SURDS, SQUARE = "Solve x^2 + 4x - 1 = 0.", "Solve x^2 = 25."
NEVER = "Solve x^2 + 4 = 0 over the real numbers."
MISSING = "The mean of 4, 7 and x is 6. Find x."
SAID = [
    *[(NTH, said, True) for said in ("3n+2", "2+3n", "3*n + 2", "it is 3n + 2")],
    *[(NTH, said, False) for said in ("3n-2", "2n+3", "5n")],
    *[(MIDPOINT, said, True) for said in ("(4.5, 7)", "(9/2, 7)", "the midpoint is (4.5, 7)")],
    *[(MIDPOINT, said, False) for said in ("(7, 4.5)", "(9, 14)", "(4, 7)")],
    *[(DRAW, said, True) for said in ("2/5", "0.4", "4/10")],
    *[(DRAW, said, False) for said in ("3/5", "2/3")],
    *[(NTH, said, True) for said in ("T(n) = 3n+2", "an = 3n+2", "nth term is 3n + 2")],
    *[(MIDPOINT, said, True) for said in ("4.5, 7", "x = 4.5, y = 7", "(4.5,7)", "(4 1/2, 7)")],
    *[(MIDPOINT, said, False) for said in ("7, 4.5", "x = 7, y = 4.5", "4.5", "4.5, 8")],
    *[(SHARE, said, True) for said in ("24 and 36", "£24, £36", "24:36", "£24 : £36")],
    *[(SHARE, said, False) for said in ("2:3", "4:6", "it's 2:3", "36 and 24", "36:24", "24")],
    *[(SHARED, said, True) for said in ("10, 20, 30", "10:20:30", "10, 20 and 30")],
    *[(SHARED, said, False) for said in ("1:2:3", "30, 20, 10")],
    *[(SURDS, said, True) for said in ("-2 ± √5", "-2+√5 or -2-√5", "x = -2+√5, x = -2-√5", "0.24 or -4.24")],
    *[(SURDS, said, False) for said in ("2 ± √5", "-2+√5", "-2+√5 or 2-√5")],
    *[(SQUARE, said, True) for said in ("5 or -5", "I think it's 5 or -5", "±5")],
    *[(SQUARE, said, False) for said in ("5 or 6", "5 or -5?", "5")],
    *[(NEVER, said, True) for said in ("no solution", "none", "∅", "no real roots", "{}")],
    *[(NEVER, said, False) for said in ("x = 2", "none?", "i have no solution yet", "2 or -2")],
    ("How many real solutions does x^2 + 4 = 0 have?", "no real solutions", True),
    ("Solve the equation 3x + 6 = 18.", "none", False),
    ("Solve the equation 3x + 6 = 18.", "4 or 5", False),
    ("What is the mode of 3, 5, 8 and 9?", "none", True),
    ("Is 51 prime or composite?", "not prime", True),
    ("Is 51 prime or composite?", "not composite", False),
    *[(MISSING, said, True) for said in ("7", "x = 7", "6*3=18, 18-11=7")],
    *[(MISSING, said, False) for said in ("6", "8")],
]


@pytest.mark.parametrize(("problem", "said", "right"), SAID)
def test_the_right_answer_is_known_and_a_wrong_one_is_not_taken_for_it(
    open_tutor: OpenTutor, problem: str, said: str, right: bool
) -> None:
    verdict = open_tutor().lesson(problem).say(said).diagnosis.verdict
    assert (verdict == "correct") == right


RESTATED = [
    ("Write 17/5 as a mixed number.", ["17/5", "3.4", "34/10"], ["3 2/5", "3 and 2/5"]),
    ("What is 1 1/2 + 2 2/3? Give your answer as a mixed number.", ["25/6"], ["4 1/6"]),
    ("Write 3 2/5 as an improper fraction.", ["3 2/5", "3.4"], ["17/5"]),
    ("Simplify √72.", ["√72", "2√18", "3√8", "√36√2", "8.49"], ["6√2", "√72 = 6√2"]),
    ("Simplify √8 + √18.", ["√8 + √18", "2√2 + 3√2", "√50"], ["5√2"]),
    ("Find the square root of 144.", ["√144"], ["12", "√144 = 12"]),
    ("Write 0.45 as a percent.", ["0.45", "45/100"], ["45%", "45"]),
    ("Write 45% as a fraction.", ["45%", "0.45"], ["9/20"]),
    ("Convert 3 km to m.", ["3 km"], ["3000 m", "3000"]),
    ("Write 45,000 in standard form.", ["45000", "45,000", "45 × 10^3"], ["4.5 × 10^4"]),
    ("Simplify 3x + 2x.", ["3x + 2x"], ["5x"]),
    ("Expand (x + 3)(x + 5).", ["(x + 3)(x + 5)", "(x + 3) × (x + 5)"], ["x^2 + 8x + 15"]),
    ("Write 84 as a product of primes.", ["84", "2 × 42"], ["2 × 2 × 3 × 7"]),
    ("Round 4,728 to the nearest hundred.", ["4728", "4,728"], ["4700"]),
    ("Simplify the ratio 0.6 : 1.5.", ["0.6 : 1.5", "6:15"], ["2:5"]),
    ("Use the distributive property to expand 5(2a + 3).", ["5(2a + 3)"], ["10a + 15"]),
    ("Multiply x + 3 by x - 2.", ["(x + 3)(x - 2)"], ["x^2 + x - 6"]),
    ("Factor x^2 + 5x + 6.", ["x^2 + 5x + 6"], ["(x + 2)(x + 3)", "My final answer is (x + 3)(x + 2)"]),
    ("Simplify x^3 · x^4.", ["x^3 · x^4", "x^3x^4"], ["x^7"]),
    (r"Simplify \frac{18}{24}", [r"\frac{18}{24}", "9/12"], ["3/4", r"\frac{3}{4}"]),
    ("What is 9 squared?", ["9 squared", "9^2"], ["81"]),
    ("What fraction is 0.75?", ["0.75"], ["3/4"]),
    ("Find the distance between (1, 2) and (6, 7).", ["7"], ["√50", "5√2", "7.07"]),
    ("Add 2 hours 45 minutes and 1 hour 30 minutes.", ["2 hours 45 minutes"], ["255 minutes", "4 h 15 min"]),
]


@pytest.mark.parametrize(
    ("problem", "said", "right"),
    [
        (problem, said, right)
        for problem, wrong, good in RESTATED
        for right, ways in ((False, wrong), (True, good))
        for said in ways
    ],
)
def test_the_problem_said_again_is_no_answer(
    open_tutor: OpenTutor, problem: str, said: str, right: bool
) -> None:
    assert (open_tutor().lesson(problem).say(said).diagnosis.verdict == "correct") == right


ORDER, ORDERED = "Put 3, -5, 0, 2.5 in order from smallest to largest.", "-5, 0, 2.5, 3"
PRIMES = "Write 84 as a product of primes."


@pytest.mark.parametrize(
    ("problem", "answer", "reply", "said", "leaks"),
    [
        *[
            (ORDER, ORDERED, reply, "", True)
            for reply in (
                "First -5, then 0, then 2.5 and then 3.",
                "-5 is less than 0, 0 is less than 2.5, and 2.5 is less than 3.",
                "From the largest down: 3, 2.5, 0, -5.",
            )
        ],
        *[
            (ORDER, ORDERED, reply, "", False)
            for reply in ("You have 3, -5, 0, 2.5 to put in order.", "Which of 3, -5, 0 and 2.5 is smallest?")
        ],
        ("Order 3, 1, 2 from least to greatest.", "1, 2, 3", "Of 3, 1, 2, is 3 the smallest?", "", False),
        ("Order 1, 2, 3 from least to greatest.", "1, 2, 3", "You have 1, 2, 3 here.", "", False),
        (ORDER, ORDERED, "You wrote -5, 0, 2.5, 3. How did you know?", ORDERED, False),
        (ORDER, ORDERED, "So it is -5, 0, 2.5, 3.", ORDERED, True),
        (PRIMES, "2^2 × 3 × 7", "The primes are 2, 2, 3 and 7.", "", True),
        (PRIMES, "2^2 × 3 × 7", "You wrote 2 × 2 × 3 × 7. How did you check?", "2 × 2 × 3 × 7", False),
        (PRIMES, "2^2 × 3 × 7", "You wrote 2 × 42. Can 42 be split?", "2 × 42", False),
        (NEVER, "{}", "So there are no real roots.", "", True),
        (NEVER, "{}", "What is the square of a real number like?", "", False),
        (MIDPOINT, "(9/2, 7)", "So x = 4.5 and y = 7.", "", True),
        (MIDPOINT, "(9/2, 7)", "You said (4.5, 7). How did you find it?", "(4.5, 7)", False),
    ],
)
def test_a_row_a_product_or_a_point_leaks_where_it_is_told_and_not_where_it_is_repeated(
    problem: str, answer: str, reply: str, said: str, leaks: bool
) -> None:
    assert bool(find_leaks(reply, answer, problem=problem, said=[said] if said else [])) == leaks


@pytest.mark.parametrize(
    ("problem", "verdict"),
    [
        ("Is 50 a term of the sequence 3, 7, 11, 15, ...?", True),
        ("Does 4, 7, 10, ... hold 3.5?", True),
        ("Find the nth term of 3, 7, 11, ... Is it hard?", True),
        ("What is the next term of 3, 7, 11, ...?", False),
    ],
)
def test_a_question_of_yes_or_no_may_hold_a_sequence_that_goes_on(problem: str, verdict: bool) -> None:
    assert bool(YES_OR_NO.search(problem)) == verdict


@pytest.mark.parametrize(
    ("problem", "answer", "reply"),
    [
        (NTH, "3*n + 2", "So it is 3n + 2."),
        (MIDPOINT, "(9/2, 7)", "The midpoint is (4.5, 7)."),
        (DRAW, "2/5", "The chance is 0.4."),
    ],
)
def test_a_reply_that_states_the_answer_leaks(problem: str, answer: str, reply: str) -> None:
    assert find_leaks(reply, answer, problem=problem)


NAMED = [
    ("Divide £60 in the ratio 2:3.", ["30 and 20", "30:20"], "ratio_divides_by_each_term"),
    ("Divide £60 in the ratio 2:3.", ["36:24"], "ratio_order_turned"),
    ("List all the factors of 12.", ["2, 3, 4, 6", "3, 4, 2 and 6"], "factor_leaves_out_ends"),
    (
        "Put these numbers in ascending order: 0.8, 0.35, 0.412",
        ["0.8, 0.35, 0.412"],
        "decimal_compare_longer",
    ),
    ("Is 51 a prime number?", ["yes", "Yes, it is prime."], "prime_odd_is_prime"),
    ("Write 45,000 in scientific notation.", ["4.5 x 10^3", "4.5 × 10³"], "scientific_counts_zeros"),
    ("Write 2^3 × 2^4 as a single power.", ["4^7", "4⁷"], "power_multiplies_bases"),
    ("Write 84 as a product of its prime factors.", ["84 = 2 x 3 x 7"], "prime_factor_counted_once"),
    ("What is the place value of 7 in 34.75?", ["7 tens", "tens"], "place_tens_and_tenths"),
    ("How long is it from 9:50 am to 11:05 am?", ["1 hour 55 minutes", "1:55"], "time_borrows_hundred"),
    ("What is 3/4 of 48?", ["12", "I got 12"], "fraction_of_takes_one_part"),
]
ON_THE_WAY = [
    ("What is 3/4 of 48?", "48 / 4 = 12"),
    ("What is the simple interest on $500 at 4% per year for 3 years?", "4% of 500 = 20"),
    ("Which number is halfway between 20 and 30?", "30 - 20 = 10"),
    ("Divide £60 in the ratio 2:3.", "60 / 5 = 12"),
]


@pytest.mark.parametrize(("problem", "told", "id"), NAMED)
def test_a_mistake_is_named_however_its_answer_is_written(
    open_tutor: OpenTutor, problem: str, told: list[str], id: str
) -> None:
    tutor = open_tutor()
    assert [tutor.lesson(problem).say(said).diagnosis.misconception for said in told] == [id] * len(told)


@pytest.mark.parametrize(("problem", "said"), ON_THE_WAY)
def test_a_line_on_the_way_is_no_mistake(open_tutor: OpenTutor, problem: str, said: str) -> None:
    assert open_tutor().lesson(problem).say(said).diagnosis.verdict in ("partial", "unknown")
