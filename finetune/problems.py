"""Problems to learn from, with programs: twins of our own base problems of every kind, and stories with drawn numbers.

`draw(seed, index)` gives the same problem for the same arguments. Each has two programs that were written apart from
one another: the one that is taught (a plan and named steps), and a second one that must come to the same value.
Nothing is run here. The stories are short and of one paragraph; there are no pictures, tables or proofs.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from ..agent.state import Program
from ..agent.symbolic import KINDS, Problem, phrase, read_problem, solution, twin
from .gsm8k import annotated_program, gold_program, read_gsm8k
from .stories import NAMES, STORIES, THINGS, Story

STORY_SHARE = 0.5
"""How often a drawn problem is a story; the others are spread evenly over the kinds."""
_GSM8K_SHARE = 0.5

BASES = (
    *("What is 46 + 38?", "What is 275 + 148?", "What is 93 - 57?", "What is 604 - 278?", "What is 34 × 6?"),
    *("What is 27 × 15?", "What is 96 ÷ 8?", "What is 252 ÷ 12?", "What is -9 + 5?", "What is 6 - 14?"),
    *(
        "What is 5 - (-8)?",
        "What is -7 × 6?",
        "What is -9 × (-4)?",
        "What is -48 ÷ 6?",
        "What is -45 ÷ (-9)?",
    ),
    *("What is 0.6 + 0.27?", "What is 4.35 + 2.8?", "What is 7.4 - 2.65?", "What is 0.4 × 0.7?"),
    *("What is 2.6 × 0.3?", "What is 5.4 ÷ 0.9?", "What is 8.4 ÷ 6?", "What is 3 + 4 × 5?"),
    *("What is 18 - 2 × 6?", "What is (7 + 5) × 3 - 4?", "What is 2 × (9 - 4)^2?", "What is 24 ÷ 4 + 3 × 2?"),
    *("What is 3 to the power of 4?", "What is the square root of 64?", "Simplify √72.", "Simplify √45."),
    *("What is the remainder when 58 is divided by 7?", "What is 2/5 + 1/3?", "What is 3/8 + 1/6?"),
    *("What is 3/4 - 2/5?", "What is 7/8 - 1/6?", "What is 3/5 × 2/7?", "What is 5/6 × 3/10?"),
    *("What is 2/3 ÷ 3/4?", "What is 5/8 ÷ 1/4?", "What is 2 1/3 + 1 1/2?", "What is 3 3/4 + 2 5/6?"),
    *("What is 4 1/4 - 2 1/2?", "What is 5 1/6 - 1 3/4?", "What is 1 1/3 × 2 1/4?", "What is 3 1/2 ÷ 1 3/4?"),
    *("What is 3/5 of 35?", "What is 2/7 of 42?", "Simplify 12/18.", "Simplify 15/40."),
    *("Write 3 2/7 as an improper fraction.", "Write 19/4 as a mixed number.", "Write 5/8 as a decimal."),
    *("Write 9/20 as a percent.", "What is the reciprocal of 4/9?", "Write 0.35 as a fraction."),
    *(
        "Round 4738 to the nearest hundred.",
        "Round 6.37 to the nearest tenth.",
        "Round 582 to the nearest ten.",
    ),
    *("What is the value of the digit 6 in 3628?", "What is the value of the digit 4 in 7.42?"),
    *("Which is larger, 3/5 or 4/7?", "Which is smaller, 5/8 or 2/3?", "Which is larger, 0.37 or 0.4?"),
    *("Which is smaller, 2.08 or 2.1?", "Which is larger, -7 or -3?", "Which is smaller, 2/5 or 0.45?"),
    *("What is the greatest common factor of 18 and 30?", "What is the least common multiple of 6 and 9?"),
    *("Round 0.04762 to 2 significant figures.", "Round 38462 to 3 significant figures."),
    *("Truncate 8.379 to 1 decimal place.", "Estimate 48 × 21 by rounding each number to the nearest ten."),
    *("What is the place value of 7 in 3728?", "Which digit is in the hundredths place in 6.284?"),
    *(
        "Put these numbers in ascending order: 0.5, 0.45, 0.54, 0.405",
        "Put these numbers in descending order: 1/2, 2/5, 3/4, 3/10",
        "Put these numbers in ascending order: 5, -8, -1, 3",
        "Which of these numbers is the smallest: -2, -5, 1, -1?",
        "Which number is halfway between 3.4 and 3.8?",
    ),
    *(
        "List all the factors of 28.",
        "How many factors does 48 have?",
        "Find the common factors of 18 and 30.",
    ),
    *("List the first 5 multiples of 7.", "List the first 3 common multiples of 4 and 6."),
    *("Is 273 divisible by 7?", "Is 432 divisible by 9?", "What is the largest multiple of 8 less than 60?"),
    *("What is the smallest multiple of 7 greater than 100?", "Write 84 as a product of its prime factors."),
    *("Is 57 a prime number?", "Is 83 prime, composite or neither?"),
    *("List all the prime numbers between 20 and 40.", "How many prime numbers are there between 10 and 30?"),
    *("What is the smallest prime number greater than 32?", "What is the largest prime number less than 50?"),
    *("Which of these numbers is prime: 33, 39, 43 and 51?", "Write 72000 in scientific notation."),
    *("Write 5.4 × 10^3 as an ordinary number.", "Write 3^4 × 3^2 as a single power."),
    *("Work out (3 × 10^4) × (2 × 10^3) in scientific notation.", "Simplify √12 + √27."),
    *("Between which two consecutive whole numbers does √30 lie?",),
    *("What is 35% of 80?", "What is 12% of 150?", "What is 30% off $70?", "Increase 120 by 15%."),
    *("Decrease 80 by 35%.", "What is the percent increase from 50 to 65?"),
    *(
        "What is the percent decrease from 120 to 90?",
        "What percent of 60 is 21?",
        "27 is 45% of what number?",
    ),
    *("Write 65% as a decimal.", "Write 48% as a fraction.", "Write 0.34 as a percent."),
    *("Simplify the ratio 24:36.", "Simplify the ratio 45:60.", "Divide 70 in the ratio 3:4."),
    *("Divide 96 in the ratio 5:3.", "Solve the proportion 5/6 = x/18.", "Solve the proportion 4/7 = 12/x."),
    *("If 4 mugs cost $18, how much do 6 mugs cost?", "If 5 tickets cost $40, how much do 8 tickets cost?"),
    *("A car travels 180 miles in 4 hours. What is its average speed?",),
    *("If a car drives at 55 miles per hour for 3 hours, how far does it go?",),
    *(
        "Solve the equation 4x + 7 = 31.",
        "Solve the equation 5x - 8 = 2x + 13.",
        "Solve the equation 3(x + 2) = 27.",
    ),
    *(
        "Solve the inequality 3x - 4 < 11.",
        "Solve the inequality x + 6 > 15.",
        "Solve the equation x^2 - 7x + 12 = 0.",
    ),
    *("Solve the equation x^2 = 81.", "Solve the system of equations x + y = 9 and x - y = 3."),
    *(
        "Solve the system of equations 3x + y = 11 and x - y = 1.",
        "Simplify 7x - 2x + 4.",
        "Simplify 5a + 3b - 2a + 6b.",
    ),
    *("Expand 4(x + 7).", "Expand (x + 3)(x + 5).", "Factor x^2 + 8x + 15.", "Factor 8x + 12."),
    *(
        "Evaluate 4x - 5 when x = 6.",
        "Evaluate 3a + 2b when a = 4 and b = 5.",
        "If f(x) = 3x - 4, find f(7).",
    ),
    *("What is the slope of the line y = 5x - 3?", "What is the y-intercept of the line y = 4x + 7?"),
    *("Find the slope of the line through (2, 3) and (5, 12).", "What is the mean of 6, 9, 14 and 11?"),
    *("What is the median of 8, 3, 12, 5 and 10?", "What is the mode of 3, 5, 5, 8 and 9?"),
    *("What is the range of 14, 6, 23 and 9?", "What is the next number in the sequence 4, 9, 14, 19?"),
    *("What is the next number in the sequence 5, 10, 20, 40?",),
    *("A bag contains 4 red and 6 blue marbles. What is the probability of drawing a red marble?",),
    *("What is the probability of rolling a 3 on a fair six-sided die?",),
    *("A fair coin is tossed 3 times. What is the probability of getting 3 heads?",),
    *("What is the area of a rectangle with length 9 cm and width 6 cm?",),
    *("What is the perimeter of a rectangle with length 14 m and width 8 m?",),
    *("A rectangle has an area of 63 square cm and a length of 9 cm. What is its width?",),
    *("What is the area of a square with side 8 cm?", "What is the perimeter of a square with side 7 m?"),
    *("A square has a perimeter of 44 cm. How long is each side?",),
    *("What is the area of a triangle with base 12 cm and height 7 cm?",),
    *("What is the perimeter of a triangle with sides 6 cm, 7 cm and 9 cm?",),
    *("What is the area of a parallelogram with base 11 cm and height 5 cm?",),
    *("What is the area of a trapezoid with bases 5 cm and 9 cm and height 6 cm?",),
    *(
        "What is the area of a circle with radius 6 cm?",
        "What is the circumference of a circle with radius 8 m?",
    ),
    *("What is the area of a circle with radius 20? Use 3.14 for pi.",),
    *("What is the circumference of a circle with radius 15? Use 3.14 for pi.",),
    *(
        "What is the area of a circle with diameter 12 cm?",
        "What is the circumference of a circle with diameter 9?",
    ),
    *("What is the area of a circle with diameter 20? Use 3.14 for pi.",),
    *("What is the circumference of a circle with diameter 30? Use 3.14 for pi.",),
    *("What is the volume of a rectangular prism with length 5 cm, width 4 cm and height 3 cm?",),
    *("What is the surface area of a rectangular prism with length 4, width 3 and height 6?",),
    *("What is the volume of a cube with side 4 cm?", "What is the surface area of a cube with side 6 cm?"),
    *("What is the volume of a cylinder with radius 4 cm and height 9 cm?",),
    *(
        "What is the volume of a cone with radius 6 and height 5?",
        "What is the volume of a sphere with radius 6?",
    ),
    *("Two angles of a triangle are 45° and 70°. What is the third angle?",),
    *("What is the complement of a 25° angle?", "What is the supplement of a 75° angle?"),
    *("What is the sum of the interior angles of a polygon with 8 sides?",),
    *("A right triangle has legs 6 and 8. What is the hypotenuse?",),
    *("A right triangle has a hypotenuse of 13 and one leg of 5. Find the other leg.",),
    *("Solve the inequality -3 < 2x + 1 ≤ 9.", "List the integers that satisfy -3 < n ≤ 2."),
    *("What is the smallest integer x such that 4x > 21?", "Is x = 4 a solution of 3x - 5 = 7?"),
    *("Solve the equation |x - 3| = 5.", "Solve the inequality |x| < 6."),
    *("What is the discriminant of 2x^2 + 3x - 1?", "How many real solutions does x^2 - 2x + 6 = 0 have?"),
    *(
        "What is the vertex of the parabola y = x^2 - 6x + 11?",
        "What is the axis of symmetry of y = x^2 - 8x + 3?",
    ),
    *("Write x^2 + 8x + 5 in completed square form.", "What is the sum of the roots of x^2 - 7x + 10 = 0?"),
    *("What is the product of the roots of x^2 - 7x + 10 = 0?",),
    *("What is the positive solution of x^2 + 2x - 15 = 0?",),
    *("The sum of three consecutive integers is 48. Find the integers.",),
    *("The sum of two numbers is 34 and their difference is 8. Find the two numbers.",),
    *("The product of two consecutive positive integers is 132. What is the smaller integer?",),
    *(
        "Write an expression for 4 less than twice a number n.",
        "What is the coefficient of x in 3x^2 - 8x + 1?",
    ),
    *("f(x) = x + 2 and g(x) = 3x. Find f(g(4)).", "If h(t) = 2t + 1, find h(3) + h(5)."),
    *("Make x the subject of y = 3x + 2.", "Where does the line y = 3x - 12 cross the x-axis?"),
    *("Convert 4 kilometers to meters.", "Convert 250 centimeters to meters.", "Convert 3 hours to minutes."),
    *(
        "The ratio of cats to dogs is 3:4. There are 12 cats. How many dogs are there?",
        "The ratio of red beads to blue beads is 5:2. There are 35 beads altogether. How many blue beads are there?",
        "Ana and Leo share 40 stickers in the ratio 3:5. How many stickers does Leo get?",
        "The ratio of apples to pears is 5:3. There are 6 more apples than pears. How many pears are there?",
        "The ratio of apples to pears is 5:3. There are 20 apples. How many fruits are there altogether?",
        "Two numbers are in the ratio 2:7. Their sum is 36. What is their difference?",
        "There are 9 pens and 6 pencils. What is the ratio of pens to pencils in simplest form?",
        "What is the ratio of 40 minutes to 2 hours in simplest form?",
        "Simplify the ratio 0.6 : 1.5.",
    ),
    *(
        "What fraction of 36 is 20?",
        "4 rulers cost $5.20. How much does one cost?",
        "Find the unit rate: 300 words in 5 minutes.",
        "A recipe for 4 people uses 200 grams of rice. How much rice is needed for 10 people?",
        "A machine makes 60 toys in 5 minutes. How many toys does it make in 12 minutes?",
        "y is directly proportional to x. When x = 3, y = 12. Find y when x = 5.",
        "y is inversely proportional to x. When x = 4, y = 9. Find y when x = 6.",
        "It takes 4 men 9 hours to dig a ditch. How many hours would it take 6 men?",
        "On a map, 1 cm represents 4 km. Two towns are 6.5 cm apart on the map. What is the real distance in km?",
    ),
    *(
        "What is the cost of 6 pens at $1.25 each?",
        "Something costs $6.35. You pay with $10. How much change do you get?",
        "You buy 4 cakes at $1.50 each. You pay with $10. How much change do you get?",
        "The temperature was -5 degrees. It rose by 9 degrees. What is the temperature now?",
        "The temperature rose from -4 degrees to 7 degrees. By how many degrees did it rise?",
        "How many cents are 3 quarters and 2 dimes?",
        "After an increase of 10% a value is 66. What was the original value?",
        "After a decrease of 20% a value is 48. What was the original value?",
        "What is the simple interest on $400 at 5% per year for 2 years?",
    ),
    *(
        "You invest $500 at 3% simple interest per year for 2 years. What is the total amount?",
        "How many minutes is it from 8:50 am to 9:35 am?",
        "How long is it from 9:40 am to 11:15 am?",
        "What time is it 2 hours 40 minutes after 9:50 am?",
        "How many minutes are in 3 hours and 40 minutes?",
        "How many seconds are in 4 minutes and 20 seconds?",
        "Add 2 hours 45 minutes and 1 hour 30 minutes.",
        "Convert 72 km/h to m/s.",
        "Convert 15 m/s to km/h.",
    ),
    *("Find the nth term of the sequence 5, 8, 11, 14, ...",),
    *("Find the nth term of the sequence 3, 8, 15, 24, ...",),
    *("What is the next number in the sequence 1, 4, 9, 16, 25?",),
    *("What is the next number in the sequence 2, 3, 5, 8, 13?",),
    *("Find the missing number in the sequence 4, 9, __, 19.",),
    *("What is the sum of the first 10 terms of the arithmetic sequence 3, 7, 11, ...?",),
    *("What is the sum of the first 6 terms of the geometric sequence 3, 6, 12, ...?",),
    *(
        "A bag contains 4 red, 3 blue and 5 green marbles. What is the probability of drawing a red or blue marble?",
    ),
    *(
        "A box contains 20 pens, 7 of which are blue. One is chosen at random. What is the "
        "probability that it is not blue?",
    ),
    *("A number from 1 to 12 is picked at random. What is the probability of picking a prime number?",),
    *("A card is drawn from a standard deck. What is the probability that it is a king?",),
    *("A letter is chosen at random from the word PENCIL. What is the probability that it is a vowel?",),
    *("A fair coin is tossed 3 times. What is the probability of getting exactly 2 heads?",),
    *("Two fair dice are rolled. What is the probability that the sum is 7?",),
    *(
        "A bag contains 4 red and 6 blue marbles. Two are drawn at random without replacement. "
        "What is the probability that both are red?",
    ),
    *("The probability of an event is 0.35. What is the probability that it does not happen?",),
    *("A and B are independent events. P(A) = 0.4 and P(B) = 0.5. Find P(A and B).",),
    *("A and B are mutually exclusive events. P(A) = 0.25 and P(B) = 0.4. Find P(A or B).",),
    *("The probability of winning a game is 1/5. How many wins would you expect in 60 games?",),
    *("You have 3 shirts and 4 hats. How many different combinations of one of each are possible?",),
    *("How many possible outcomes are there when 2 coins and 1 die are thrown?",),
    *("In how many ways can 4 different books be arranged on a shelf?",),
    *("The mean of 5 numbers is 8. What is their total?",),
    *("The mean of 4, 7 and x is 6. Find x.",),
    *("The mean of 5 numbers is 8. Another number, 14, is added. What is the new mean?",),
    *("The smallest value of a set of numbers is 7 and the range is 15. What is the largest value?",),
    *("The largest value of a set of numbers is 30 and the range is 12. What is the smallest value?",),
    *("3 angles lie on a straight line. 2 of them are 50° and 65°. What is the other?",),
    *("3 angles meet around a point. 2 of them are 120° and 135°. What is the other?",),
    *("Three angles of a quadrilateral are 80°, 95° and 110°. What is the fourth angle?",),
    *("Each base angle of an isosceles triangle is 65°. Find the angle at the top.",),
    *("The angle at the top of an isosceles triangle is 40°. Find the size of each base angle.",),
    *("Two straight lines cross. One angle is 48°. What is the vertically opposite angle?",),
    *("Two interior angles of a triangle are 50° and 60°. Find the exterior angle at the third corner.",),
    *("What is the size of each interior angle of a regular polygon with 8 sides?",),
    *("What is the size of each exterior angle of a regular polygon with 6 sides?",),
    *("Each exterior angle of a regular polygon is 24°. How many sides does it have?",),
    *("Each interior angle of a regular polygon is 150°. How many sides does it have?",),
    *("What is the distance between the points (1, 2) and (4, 6)?",),
    *("What is the midpoint of (1, 3) and (5, 9)?",),
    *("A square has an area of 49 square cm. How long is each side?",),
    *("A square has an area of 49 square cm. What is its perimeter?",),
    *("A square has a perimeter of 36 cm. What is its area?",),
    *("A cube has a volume of 27 cubic cm. How long is each edge?",),
    *("A rectangle has a perimeter of 30 cm and a length of 9 cm. What is its width?",),
    *("A triangle has an area of 24 square cm and a base of 8 cm. What is its height?",),
    *("A parallelogram has an area of 45 square cm and a base of 9 cm. What is its height?",),
    *("A cuboid has a volume of 60 cubic cm, a length of 5 cm and a width of 4 cm. What is its height?",),
    *("What is the perimeter of a regular hexagon with side 4 cm?",),
    *("Solve 2^x = 64.", "Solve x^3 = 27.", "Solve x^3 = -64.", "What is the reciprocal of 3 2/5?"),
    *("A price of $80 is increased by 10% and then decreased by 20%. What is the final price?",),
    *("30% of the 240 pupils in a school cycle to school. How many pupils do not cycle to school?",),
    *("You buy a pen for $2.35 and a book for $4.80. How much change do you get from $10?",),
    *(
        "Rice costs $1.40 per kilogram. How much do 2.5 kg cost?",
        "How long does it take to travel 210 miles at 60 mph?",
    ),
    *("Convert 6 feet 2 inches to inches.", "Write the equation of the line with slope 3 through (2, 4)."),
    *(
        "Find the equation of the line through (1, 4) and (3, 10).",
        "What is the slope of the line 3x + 2y = 12?",
    ),
    *(
        "What is the y-intercept of the line 3x + 4y = 24?",
        "What is the x-intercept of the line 5x + 2y = 20?",
    ),
    *("Which term of the sequence 4, 9, 14, ... is 99?",),
)
"""Our own base problems, at least one of every kind; what is learnt from are their twins."""


@dataclass(frozen=True)
class Posed:
    """A problem with its programs.

    kind: the symbolic kind, or "story". text: what a student reads. program: plan and source in the form the solver
    is asked for. second: the source of another program for the same value. problem: None for a story. source: where
    the text is from.
    """

    kind: str
    text: str
    program: Program
    second: str
    problem: Problem | None = None
    source: str = "own"


class Problems:
    """Problems that follow from a seed and, where the user has the file, from the lines of GSM8K's training split."""

    def __init__(self, seed: int, gsm8k: Path | None = None) -> None:
        """Raises InputError for a file that is not GSM8K in its published form."""
        self.seed = seed
        self._lines = read_gsm8k(gsm8k) if gsm8k else []
        told = hashlib.sha256(gsm8k.read_bytes()).hexdigest() if gsm8k else None
        self.settings: dict[str, Any] = {"seed": seed, "gsm8k_sha256": told}

    def listed(self, number: int) -> Posed | None:
        """The problem at this place: GSM8K's lines first, then our own without end; None where it has no programs."""
        if number < len(self._lines):
            return self._annotated(number)
        own = draw(self.seed, number - len(self._lines))
        return own if own.second else None

    def any(self, number: int, attempt: int) -> Posed | None:
        """A problem for this place of the list, another one for each attempt; half of them GSM8K's where there are."""
        random = Random(f"{self.seed} {number} {attempt} any")
        if self._lines and random.random() < _GSM8K_SHARE:
            return self._annotated(random.randrange(len(self._lines)))
        own = draw(self.seed, random.getrandbits(40))
        return own if own.second else None

    def _annotated(self, place: int) -> Posed | None:
        question, answer = self._lines[place]
        program, gold = annotated_program(question, answer), gold_program(answer)
        if program is None or gold is None:
            return None
        return Posed("GSM8K train", question, program, gold, source=f"GSM8K train, line {place + 1}")


@cache
def bases() -> dict[str, tuple[Problem, ...]]:
    """The base problems by kind. Raises ValueError for a text that is not understood."""
    found: dict[str, list[Problem]] = {name: [] for name in KINDS}
    for text in BASES:
        problem = read_problem(text)
        if problem is None:
            raise ValueError(f"not a problem of a known kind: {text!r}")
        found[problem.kind].append(problem)
    return {kind: tuple(problems) for kind, problems in found.items() if problems}


def draw(seed: int, index: int) -> Posed:
    """The problem at this place of the endless list that belongs to the seed."""
    random = Random(f"{seed} {index}")
    if random.random() < STORY_SHARE:
        return _story(random.choice(STORIES), random)
    kind = random.choice(list(bases()))
    return exercise(twin(random.choice(bases()[kind]), random.getrandbits(32)))


def exercise(problem: Problem) -> Posed:
    """A problem of a known kind in its clean wording; the second program is made from the wording alone."""
    program = solution(problem)
    text = phrase(problem)
    read_back = read_problem(text)
    # A wording that is not read back has no second program, and such a row is dropped as unproved.
    second = solution(read_back).source if read_back else ""
    return Posed(problem.kind, text, as_function(program), second, problem)


def as_function(program: Program) -> Program:
    """A program that assigns `answer`, in the form the solver's prompt asks for: a function that returns it."""
    lines = [line for line in program.source.splitlines() if line.strip()]
    imports = [line for line in lines if re.match(r"(from|import) ", line)]
    body = [f"    {line}" for line in lines if line not in imports]
    source = "\n".join([*imports, *([""] if imports else []), "def solution():", *body, "    return answer"])
    return program.model_copy(update={"source": source + "\n"})


def _story(story: Story, random: Random) -> Posed:
    numbers = story.numbers(random)
    name, friend = random.sample(NAMES, 2)
    fill = {"name": name, "friend": friend, "things": random.choice(THINGS)}
    steps = [[part.strip() for part in re.split(r" = | # ", line)] for line in _lines(story.steps, fill)]
    given = [f"    {key} = {value}" for key, value in numbers.items()]
    code = [f"    {variable} = {value}" for variable, value, _ in steps]
    imports = ["from fractions import Fraction", ""] if "Fraction" in story.steps else []
    source = "\n".join([*imports, "def solution():", *given, *code, f"    return {steps[-1][0]}"])
    second = "\n".join(
        ["from fractions import Fraction", *(line.strip() for line in given), f"answer = {story.check}"]
    )
    return Posed(
        "story",
        story.text.format(**fill, **numbers),
        Program(
            plan=tuple(said[:1].upper() + said[1:] for *_, said in steps),
            source=source + "\n",
            origin="symbolic",
        ),
        second + "\n",
    )


def _lines(text: str, fill: dict[str, str]) -> list[str]:
    return [line.format(**fill) for line in text.strip().splitlines()]
