"""What the words of school maths mean, for a student who asks: no method, and no number of any problem. Pure."""

import re

_MEANINGS: dict[str, str] = {
    "numerator|top number": "The top number of a fraction says how many pieces there are.",
    "denominator|bottom number": "The bottom number of a fraction says into how many equal pieces a whole is cut.",
    "mixed number": "A mixed number is a whole number and a fraction together.",
    "fraction": "A fraction is a part of something that is cut into equal pieces.",
    "percent|percentage": "Percent means out of every hundred.",
    "ratio": "A ratio says how much of one thing there is for so much of another.",
    "proportion": "In a proportion two amounts grow or shrink together, always by the same factor.",
    "mean|average": "The mean is what everyone would have if all of it were shared out evenly.",
    "median": "The median is the one in the middle, once all are put in order of size.",
    "mode": "The mode is what comes up most often.",
    "range": "The range is how far it is from the smallest to the largest.",
    "probability": "A probability says how many of all equally likely cases are the ones you want.",
    "area": "The area is the space inside a shape, counted in little squares.",
    "perimeter": "The perimeter is the length of the way around a shape.",
    "volume": "The volume is the room inside a solid, counted in little cubes.",
    "circumference": "The circumference is the length of the way around a circle.",
    "radius": "The radius goes from the middle of a circle to its edge.",
    "diameter": "The diameter goes all the way across a circle, through its middle.",
    "greatest common factor|gcf|gcd": "It is the largest number that goes into all of them without a rest.",
    "least common multiple|lcm": "It is the first number that is in the times tables of all of them.",
    "factor": "A factor of a number goes into it without a rest.",
    "multiple": "The multiples of a number are the numbers in its times table.",
    "prime|prime number": "A prime number has exactly two factors, itself and one.",
    "remainder": "The remainder is what is left over when a division does not come out even.",
    "quotient": "The quotient is what a division comes to.",
    "product": "The product is what a multiplication comes to.",
    "sum": "The sum is what an addition comes to.",
    "difference": "The difference is how far apart two numbers are.",
    "square root": "The square root of a number is what you multiply by itself to get that number.",
    "exponent|power": "The small raised number says how many times the number below it is a factor.",
    "equation": "An equation says that both sides have the same value.",
    "variable": "The letter stands for a number that is not known yet.",
    "slope": "The slope says how far a line goes up for each step to the right.",
    "simplify|simplest form": "To simplify is to write the same value in a shorter way.",
}
_ASKS = re.compile(
    r"\b(?:what(?:'?s| is| are| does| do)|(?:don'?t|dont|do not|never) (?:even |really )?"
    r"(?:know|get|understand|learned)|meaning of|forgot)\b[^.!?\n]*",
    re.IGNORECASE,
)
_LONGEST = 8
"""Words: a longer question asks for more than what a word means."""


def meaning_asked(text: str) -> str:
    """What the word means that the student asks about; empty when they ask about none, or about more than a word."""
    for asked in _ASKS.finditer(text):
        words = asked.group()
        words = re.sub(r"\b(do|does)\b(.*)\bmeans?\b", r"\1\2", words, flags=re.IGNORECASE)
        if re.search(r"\d", words) or len(words.split()) > _LONGEST + 2:
            continue
        for names, meaning in _MEANINGS.items():
            named = rf"(?:\b(?:an?|the|is|are|does|of|know|get|do|forgot)\s+(?:{names})s?\b(?! of\b)"
            named += rf"|\bwhat(?:'?s)?\s+(?:{names})s?(?:\s+(?:is|are|means?)\b|\W*$))"
            if re.search(named, words, re.IGNORECASE):
                return meaning
    return ""
