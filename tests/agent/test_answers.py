"""Answers are compared as a teacher would."""

import pytest

from askback.agent.answers import same_answer

NONE = [
    *["no solution", "no solutions", "No real solutions", "there is no solution", "There are no real roots."],
    *["none", "∅", "{}", "the empty set", "there are none"],
]
SAME = [
    ("12 dollars", "12"),
    ("$12", "12.00"),
    ("1/2", "0.5"),
    ("50%", "1/2"),
    ("25%", "25"),
    ("x = 4", "4"),
    ("x = 4 or x = -2", "{-2, 4}"),
    ("3 hours", "180 minutes"),
    ("33.33", "100/3"),
    ("0.667", "2/3"),
    ("1 3/4", "7/4"),
    ("5 dozen", "5"),
    ("5 dozen", "60"),
    ("36pi", "36*pi"),
    ("113.1", "36*pi"),
    ("113.04", "36*pi"),
    ("6.32", "2*sqrt(10)"),
    ("7 and -7", "{-7, 7}"),
    ("i think -7, 7", "{-7, 7}"),
    ("15xy", "15*x*y"),
    ("y^18", "y**18"),
    ("$16.67", "50/3"),
    ("16.67 dollars", "50/3"),
    ("5.33 hours", "16/3"),
    ("7.07 cm", "5*sqrt(2)"),
    ("66.67%", "200/3"),
    ("66.67%", "2/3"),
    ("3:47", "3:47 pm"),
    ("3.47", "3:47 pm"),
    ("15:47", "3:47 pm"),
    ("quarter past 3", "3:15 pm"),
    ("1 h 35 min", "95 minutes"),
    ("1h 35m", "95 minutes"),
    ("1:35", "95 minutes"),
    ("95", "95 minutes"),
    ("15mn", "15*m*n"),
    ("15nm", "15*m*n"),
    ("mn", "m*n"),
    ("1 ± √2", "{1 - sqrt(2), 1 + sqrt(2)}"),
    ("x = (3 ± √5)/2", "{3/2 - sqrt(5)/2, sqrt(5)/2 + 3/2}"),
    ("x = 2.414, x = -0.414", "{1 - sqrt(2), 1 + sqrt(2)}"),
    ("x > -3 and x < 3", "-3 < x < 3"),
    ("-2 ± √5", "{-2 + sqrt(5), -sqrt(5) - 2}"),
    ("-2 plus or minus √5", "{-2 + sqrt(5), -sqrt(5) - 2}"),
    ("-2+√5 or -2-√5", "{-2 + sqrt(5), -sqrt(5) - 2}"),
    ("x = -√5-2, x = √5-2", "{-2 + sqrt(5), -sqrt(5) - 2}"),
    ("x = 0.236 or x = -4.236", "{-2 + sqrt(5), -sqrt(5) - 2}"),
    ("-1/2 ± √5/2", "{-1/2 + sqrt(5)/2, -sqrt(5)/2 - 1/2}"),
    *[(said, answer) for said in NONE for answer in ("{}", "no solution")],
    *[(said, "no mode") for said in ("there is no mode", "none", "∅", "It has no mode.")],
    *[
        (said, "(9/2, 7)")
        for said in ("4.5, 7", "x = 4.5, y = 7", "(4.5,7)", "y = 7 and x = 4.5", "(4 1/2; 7)")
    ],
    *[(said, "3*n + 2") for said in ("T(n) = 3n+2", "an = 3n+2", "a_n = 3n + 2", "nth term is 3n + 2")],
    ("x < 3, x >= -3", "-3 <= x < 3"),
]
DIFFERENT = [
    ("12", "21"),
    ("1/2", "2"),
    ("33.3", "33.33"),
    ("33.34", "100/3"),
    ("0.66", "2/3"),
    ("25", "25.4"),
    ("-3", "3"),
    ("112.9", "36*pi"),
    ("7 and 6", "{-7, 7}"),
    ("7 and 7", "{-7, 7}"),
    ("7, -7 and 1", "{-7, 7}"),
    ("2.9", "2*x"),
    ("$16.68", "50/3"),
    ("0.38", "3/8"),
    ("66.6%", "200/3"),
    ("33%", "1/3"),
    ("5.33 hours", "16/3 minutes"),
    ("3:47 am", "3:47 pm"),
    ("3:48", "3:47 pm"),
    ("15:47", "3:47 am"),
    ("1.35", "95 minutes"),
    ("135 minutes", "95 minutes"),
    ("1:36", "95 minutes"),
    ("15m", "15*m*n"),
    ("m + n", "m*n"),
    ("2 ± √5", "{-2 + sqrt(5), -sqrt(5) - 2}"),
    ("-2 + √5", "{-2 + sqrt(5), -sqrt(5) - 2}"),
    ("no mode", "no solution"),
    ("none", "0"),
    ("no", "no solution"),
    ("I have no solution yet", "no solution"),
    ("7, 4.5", "(9/2, 7)"),
    ("x = 7, y = 4.5", "(9/2, 7)"),
    ("4.5, 7, 1", "(9/2, 7)"),
    ("T(n) = 3n-2", "3*n + 2"),
    ("1 ± √3", "{1 - sqrt(2), 1 + sqrt(2)}"),
    ("x = 2.414", "{1 - sqrt(2), 1 + sqrt(2)}"),
    ("x > -3 or x < 3", "-3 < x < 3"),
    ("x >= -3 and x < 3", "-3 < x < 3"),
    ("x < 3", "-3 < x < 3"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_same(first: str, second: str) -> None:
    assert same_answer(first, second)
    assert same_answer(second, first)


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_different(first: str, second: str) -> None:
    assert not same_answer(first, second)
    assert not same_answer(second, first)
