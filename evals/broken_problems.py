"""Problems that cannot be worked out: is any of them ever called verified?

Forty problems of our own with a number missing, a contradiction, no question, two questions, or no maths in them. A
model answers most of them anyway; what counts is that the truth does not.

    python -m askback.evals.broken_problems [--model default]
"""

import argparse
import sys
from collections import Counter

from rich.console import Console
from rich.table import Table

from askback.agent import InputError, Tutor

MISSING = (
    "A shop sells pens for $2 each. Ana buys some pens and pays with a $20 note. How much change does she get?",
    "Several boys share 12 sweets equally. How many sweets does each girl get?",
    "A train goes 60 miles an hour. How far is it to the coast?",
    "Tom has 5 marbles more than Lee. How many marbles has Tom?",
    "A box of eggs costs 3 dollars. How much does an egg cost?",
    "Mia reads 12 pages a day. When does she finish her book?",
    "A tank is half full. How many litres are in it?",
    "The cinema has 14 rows. How many seats does it have?",
    "A class collects 45 bottles on Monday and a few cans on Tuesday. How much money does it get for them?",
    "Paul ran 8 laps of the park. How many metres did he run?",
    "A coat was reduced by 20%. What does it cost now?",
)
CONTRADICTORY = (
    "A bag holds 10 balls: 7 red ones and 6 blue ones, and the rest is green. How many green balls are there?",
    "Eva is 9. She is twice as old as Jan, who is 6. How old will Jan be in 2 years?",
    "A rope of 5 m is cut into pieces of 3 m and 4 m. How long is the rest?",
    "Of 20 children 15 are girls and 8 are boys. How many are boys?",
    "A 30 cm ribbon is 12 cm longer than one of 25 cm. How long are the two together?",
    "A team played 6 games, won 4 and lost 5. How many games were drawn?",
    "A pizza has 8 slices. Ben eats 5 and Ali eats 6 of them. How many slices are left?",
    "Half of the 24 pupils walk, 10 take the bus and 9 cycle. How many come by car?",
)
NOTHING_ASKED = (
    "There are 12 eggs in the box and 3 of them are brown.",
    "A car drives 60 km in an hour and 120 km in two.",
    "Lena has 4 cats and 2 dogs.",
    "The price went from $20 to $25 last week.",
    "In 2019 the club had 140 members, 35 more than in the year before.",
    "My grandmother bakes 3 cakes every Sunday for 9 guests.",
)
TWO_QUESTIONS = (
    "Ana has 3 pens and buys 4. How many has she? How many more than Ben, who has 5?",
    "A hall has 20 rows of 15 seats. How many seats are there, and how many are free if 120 are taken?",
    "A book has 240 pages. What is a third of it? What is a quarter of it?",
    "(a) What is 7 + 8? (b) What is 7 x 8?",
    "A farmer has 12 cows and 30 hens. How many animals has he? How many legs do they have?",
    "Tickets cost $6 and $9. What do 4 cheap ones cost? And what do 2 dear ones cost?",
    "Sam saves $5 a week. a) How much has he after 8 weeks? b) When can he buy a bike for $100?",
)
NO_MATHS = (
    "How many stars are in the sky?",
    "Who was the first person on the moon?",
    "Why is the sky blue?",
    "What is the capital of France?",
    "How do I get to the station?",
    "Please write a poem about spring.",
    "asdf jkl qwer",
    "Who won the 100 metres in 1936, and where was it?",
)
KINDS = {
    "a number is missing": MISSING,
    "contradictory": CONTRADICTORY,
    "nothing is asked": NOTHING_ASKED,
    "two questions": TWO_QUESTIONS,
    "no maths": NO_MATHS,
}


def main() -> None:
    """Work every problem out and print what became of it; exit code 1 where one is called verified."""
    parser = argparse.ArgumentParser(
        description="Problems that cannot be worked out: is one called verified?"
    )
    parser.add_argument("--model", default="default", help='the solver, or "none"')
    model = parser.parse_args().model
    table = Table(title=f"Broken problems, solver {model}", title_justify="left")
    for column in ("kind", "problems", "verified", "likely", "unknown", "refused"):
        table.add_column(column, justify="left" if column == "kind" else "right")
    verified: list[str] = []
    with Tutor(model=None if model == "none" else model) as tutor:
        for kind, problems in KINDS.items():
            counts: Counter[str] = Counter()
            for problem in problems:
                try:
                    status = tutor.solve(problem).status
                except InputError:
                    status = "refused"
                counts[status] += 1
                if status == "verified":
                    verified.append(problem)
            cells = [str(counts[name]) for name in ("verified", "likely", "unknown", "refused")]
            table.add_row(kind, str(len(problems)), *cells)
    Console().print(table)
    for problem in verified:
        print(f"verified: {problem}", file=sys.stderr)
    raise SystemExit(1 if verified else 0)


if __name__ == "__main__":
    main()
