"""Letters side by side: "15mn" and "pq" are products, "15 cm", "3rd" and "is" are not. Read by `parser.py`.

Two or three small letters are a product where something beside them says so: a numeral in front ("3ab"), a power
("ab^2"), in prose a sign that joins terms ("ab + 3"). Words, units and names of functions are none, unless every letter
is known to stand for a number: "v = u + at" with a value for t. Capitals side by side name a line or a triangle.
"""

import re

# Units, names of functions and what else stands right behind a numeral: "5cm", "2nd", "3sf", "sin".
_MARKS = frozenset(
    "am bc ce cl cm cms cos cot csc cu cup dag day deg dg dl dm dp dx dy eur ft gal gb gbp gcd gcf gm gms ha hcf hr "
    "hrs hz in ins inr kb kg kgs km kmh kms kn kph kr kw lb lbs lcm lg lhs ln log max mb mg mi min mj ml mm mod mph "
    "mw nd nm nth ohm oz pa pcs pct per pi pm ppm pt pts px qt qts rad rd rem rhs rpm rs sec sf sin sq st tan tb th "
    "ths nds rds ton tsp usd vol wk wks yd yds yr yrs".split()
)
_WORDS = frozenset(
    "ad ah an as at aw be by co do eg eh er ex go ha he hi hm ho id ie if is it la lo ma me mr ms my no of oh ok on "
    "op or ow ox pa re sh so to uh um up us vs we ya ye yo act add ago aid aim air all and any ape are arm art ask ate "
    "bad bag bar bat bed bee big bit box boy bus but buy can cap car cat cow cry cut dad did die dig dog dot dry due "
    "ear eat egg end eye fan far fat few fit fix fly for fox fun gap gas get got gum gun guy had has hat hen her hey "
    "him his hit hmm hot how ice idk its jam jar job key kid leg let lid lie lot low mad man map may men met mix mom "
    "mum net new nor not now nut odd off oil old one our out own pan pay pea pen pet pie pig pin pop pot put ran raw "
    "red rid row rub run sad sat saw say sea see set she sir sit six sky son sum sun tax tea ten the tie tip too top "
    "toy try two use van via was way web who why win won yes yet you zoo".split()
)
_ROWS = ("abc", "def", "lmn", "mnp", "pqr", "qrs", "rst", "stu", "uvw", "xyz")
"""Three letters that are taken for a product on their own: those that algebra takes in a row."""
_APPLIED = re.compile(r"[fgh]{2,3}\s?\(")
_POWER = re.compile(r"\s?(?:\^|\*\*|[²³⁴⁵⁶⁷⁸⁹])")
_JOINS = re.compile(r"\s?(?:[+*×·=^]|\*\*)|\s?[-−]\s?(?:\d|[b-hj-z](?![^\W\d_]))")
_JOINED = re.compile(r"[+*×·=]\s?$|(?:\d|(?<![^\W\d_])[b-hj-z]|[²³])\s?[-−]\s?$")


def is_product(text: str, start: int, end: int, *, prose: bool, known: frozenset[str]) -> bool:
    """Whether the two or three letters of a text between two places are multiplied. `known`: letters with a value."""
    word = text[start:end]
    if known.issuperset(word):
        return True
    if not word.islower() or word in _MARKS or _APPLIED.match(text, start):
        return False
    before = text[max(0, start - 6) : start]
    if word in _WORDS:
        return False
    if before[-1:].isnumeric() or _POWER.match(text, end):
        return True
    if len(word) == 3 and word not in _ROWS:
        return False
    return not prose or bool(_JOINED.search(before) or _JOINS.match(text, end))
