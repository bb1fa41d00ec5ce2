"""Answers in a written form: order, products of primes, powers and scientific notation, in lessons and in replies."""

import time
from collections.abc import Callable

import pytest

from askback.agent import Tutor
from askback.agent.answers import same_answer
from askback.agent.leak import find_leaks
from askback.agent.symbolic import read_problem

OpenTutor = Callable[..., Tutor]
ORDER = "Put in order, smallest first: 2/3, 0.6, 65%."
RISING = "Arrange in ascending order: -3, 4, 0, -7, 2"
FALLING = "Write these in descending order: 3.2, 3.02, 3.22, 3.12"
PRIMES = "Write 84 as a product of prime factors."
TWOS = "Write 32 as a product of prime factors."
SCIENCE = "Write 45,000 in scientific notation."
POWER = "Write 2^3 × 2^4 as a single power of 2."
FACTORS = "List all the factors of 18."
PRIME = "Is 51 a prime number?"
SORT = "Is 51 prime or composite?"
SIGN = "Compare 0.7 and 0.65 using <, > or =."
PLACE = "What is the place value of 5 in 3.052?"
RIGHT = [
    (ORDER, "0.6, 65%, 2/3"),
    (ORDER, "0.6 < 65% < 2/3"),
    (ORDER, "I think 0.6 then 65% then 2/3"),
    (RISING, "-7 -3 0 2 4"),
    (RISING, "-7,-3,0,2,4"),
    (RISING, "it is -7, -3, 0, 2 and 4"),
    (FALLING, "3.22 > 3.2 > 3.12 > 3.02"),
    (PRIMES, "2^2*3*7"),
    (PRIMES, "84 = 2 x 2 x 3 x 7"),
    (PRIMES, "2, 2, 3, 7"),
    (TWOS, "2^5"),
    (TWOS, "2 x 2 x 2 x 2 x 2"),
    (SCIENCE, "4.5 x 10^4"),
    (SCIENCE, "4.5 × 10⁴"),
    (SCIENCE, "45000 = 4.5*10^4"),
    (POWER, "2^7"),
    (POWER, "2⁷"),
    (POWER, "it's 2 to the power of 7"),
    (FACTORS, "18, 9, 6, 3, 2, 1"),
    (PRIME, "No it is not"),
    (PRIME, "it's not prime"),
    (PRIME, "My final answer is no"),
    (SORT, "composite"),
    (SORT, "My final answer is composite"),
    (SIGN, "0.7 > 0.65"),
    (PLACE, "hundredths"),
    (PLACE, "the hundredths place"),
    (PLACE, "my final answer is hundredths"),
    (PLACE, "the 5 is in the hundredths place"),
    (PLACE, "0.05"),
]
WRONG = [
    (ORDER, "2/3, 65%, 0.6"),
    (ORDER, "0.6, 2/3, 65%"),
    (ORDER, "2/3 > 65% > 0.6"),
    (RISING, "-3, -7, 0, 2, 4"),
    (RISING, "-7, -3, 0, 2"),
    (FALLING, "3.02 < 3.12 < 3.2 < 3.22"),
    (PRIMES, "84"),
    (PRIMES, "4 x 21"),
    (PRIMES, "2, 3, 7"),
    (TWOS, "32"),
    (SCIENCE, "45 x 10^3"),
    (SCIENCE, "45000"),
    (POWER, "128"),
    (POWER, "2^12"),
    (FACTORS, "1, 2, 3, 6, 9"),
    (PRIME, "it's prime"),
    (SORT, "prime"),
    (SIGN, "0.7 < 0.65"),
    (PLACE, "tenths"),
    (PLACE, "5"),
]


@pytest.mark.parametrize(("problem", "said"), RIGHT)
def test_a_right_answer_counts_in_each_way_of_writing_it(
    open_tutor: OpenTutor, problem: str, said: str
) -> None:
    assert open_tutor().lesson(problem).say(said).diagnosis.verdict == "correct"


@pytest.mark.parametrize(("problem", "said"), WRONG)
def test_a_wrong_answer_or_another_form_does_not_count(
    open_tutor: OpenTutor, problem: str, said: str
) -> None:
    assert open_tutor().lesson(problem).say(said).diagnosis.verdict != "correct"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("-3 < 0 < 4", "-3, 0, 4"),
        ("$1.50, $2, $3", "1.50, 2, 3"),
        ("1/2 3/4 1", "1/2, 3/4, 1"),
        ("2 × 2 × 3", "2^2 × 3"),
        ("(2^3)(5)", "2^3 × 5"),
        ("4.50 x 10^{4}", "4.5 × 10^4"),
        ("4.5e4", "4.5 × 10^4"),
        (">", "0.7 > 0.65"),
        ("thousands", "7 thousands"),
        ("7000", "7 thousands"),
        ("12:24:48", "12, 24, 48"),
    ],
)
def test_a_written_form_is_the_same_answer(said: str, answer: str) -> None:
    assert same_answer(said, answer)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("0, -3, 4", "-3, 0, 4"),
        ("4 < 0 < -3", "4, 0, -3"),
        ("12", "2^2 × 3"),
        ("4 × 3", "2^2 × 3"),
        ("45 x 10^3", "4.5 × 10^4"),
        ("128", "2^7"),
        ("<", "0.7 > 0.65"),
        (">", "0.6 > 0.65"),
        ("hundreds", "7 thousands"),
        ("apples", "5 apples"),
    ],
)
def test_another_form_or_order_is_another_answer(said: str, answer: str) -> None:
    assert not same_answer(said, answer)


@pytest.mark.parametrize(
    ("reply", "answer", "problem"),
    [
        ("So the order is 0.6, 65%, 2/3.", "0.6, 65%, 2/3", ORDER),
        ("Do you see that 0.6 < 65% < 2/3?", "0.6, 65%, 2/3", ORDER),
        ("You get 84 = 2 × 2 × 3 × 7.", "2^2 × 3 × 7", PRIMES),
        ("That is 2^2 x 3 x 7.", "2^2 × 3 × 7", PRIMES),
        ("Is it 4.5 × 10^4?", "4.5 × 10^4", SCIENCE),
        ("Could it be 2⁷?", "2^7", POWER),
        ("The 5 is in the hundredths place.", "5 hundredths", PLACE),
        ("It is composite.", "composite", "What kind of number is 51?"),
    ],
)
def test_a_reply_that_writes_the_answer_out_leaks(reply: str, answer: str, problem: str) -> None:
    assert find_leaks(reply, answer, problem=problem)


@pytest.mark.parametrize(
    ("reply", "answer", "problem"),
    [
        ("How could you write 2/3, 0.6 and 65% alike?", "0.6, 65%, 2/3", ORDER),
        ("Which of the numbers comes first, and why?", "0.6, 65%, 2/3", ORDER),
        ("Which prime could you try to divide 84 by?", "2^2 × 3 × 7", PRIMES),
        ("How many places does the point of 45,000 move?", "4.5 × 10^4", SCIENCE),
        ("What happens to the exponents in 2^3 × 2^4?", "2^7", POWER),
        ("What are the places behind the point called?", "5 hundredths", PLACE),
    ],
)
def test_a_reply_that_only_asks_does_not_leak(reply: str, answer: str, problem: str) -> None:
    assert not find_leaks(reply, answer, problem=problem)


@pytest.mark.parametrize(
    "piece",
    [
        "put in order ",
        "1, ",
        "smallest to ",
        "which is the largest of ",
        "write 2^2 x ",
        "√2 + ",
        "in order, ",
        "1 < ",
        "_",
    ],
)
def test_junk_is_read_at_once(piece: str) -> None:
    read_problem("What is 1 + 1?")
    read_problem("Which?")
    start = time.perf_counter()
    read_problem((f"Put these numbers in order: {piece * 300}")[:300])
    same_answer((piece * 300)[:300], "1, 2, 3")
    same_answer((piece * 300)[:300], "2^2 × 3")
    assert time.perf_counter() - start < 0.5
