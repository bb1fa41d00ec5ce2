"""Other wordings of the tutor's lines, put together from our own phrases.

`reword` says a line in other words: an opener, then the line by a rephrasing of its own where the phrases know it, or
by rules of grammar. It is not always good English and never checked here: the gate and the filters decide what is kept.
"""

import re
from functools import cache
from random import Random

from .phrases import COMMANDS, LEADS, LINES, OPENERS, PLEAS, TAILS

_PLEA = "I will not give the answer away, and I will help you find it."


def reword(line: str, mood: str, random: Random) -> str:
    """One wording of the tutor's line. mood: a key of `OPENERS`, whose openers fit beside those for any line."""
    if line.startswith(_PLEA + " "):
        plea = random.choice([_PLEA, *PLEAS])
        return f"{plea} {_said(line.removeprefix(_PLEA + ' '), random)}"
    said = _said(line, random)
    opener = random.choice(["", *OPENERS[mood], *OPENERS["any"]])
    return f"{opener} {said}".strip()


def _said(line: str, random: Random) -> str:
    for pattern, wordings in _known_lines():
        match = pattern.fullmatch(line)
        if match and random.random() < 0.7:
            said = random.choice(wordings)
            for name, value in match.groupdict().items():
                said = said.replace(f"${name}", value)
            return said
    return _by_rule(line, random)


@cache
def _known_lines() -> list[tuple[re.Pattern[str], list[str]]]:
    found: list[tuple[re.Pattern[str], list[str]]] = []
    for text in LINES.strip().splitlines():
        if text.startswith(" "):
            found[-1][1].append(text.strip())
            continue
        pattern = re.escape(text).replace(r"\$quote", '(?P<quote>[^"]*)').replace(r"\$step", "(?P<step>.+?)")
        found.append((re.compile(pattern), []))
    return found


def _by_rule(line: str, random: Random) -> str:
    *before, question = _sentences(line)
    before = [_command(sentence, random) for sentence in before]
    condition = re.fullmatch(r"If ([^,?]+), (?!or\b|and\b)(.+)\?", question)
    if condition and random.random() < 0.6:
        clause, rest = condition.groups()
        if random.random() < 0.5:
            before.append(f"{random.choice(('Suppose', 'Imagine that', 'Say that'))} {clause}.")
            question = _capital(rest) + "?"
        else:
            question = f"{_capital(rest)} if {clause}?"
    elif random.random() < 0.8:
        question = _asked(question, random)
    return " ".join([*before, question])


def _asked(question: str, random: Random) -> str:
    body = question.removesuffix("?")
    forms = [random.choice(LEADS) + _small(question)]
    if re.match(r"(What|Which|Why|How|Where)\b", body) and '"' not in body[-2:]:
        forms.append(body + random.choice(TAILS))
    indirect = re.match(r"(What|Which [\w ]+?|How|Where|Why) (would|could|can|should) you (.+)", body)
    if indirect:
        asks, verb, rest = indirect.groups()
        ask = random.choice(
            ("Can you tell me", "Could you tell me", "Do you know", "Can you say", "Could you explain")
        )
        forms.append(f"{ask} {asks.lower()} you {verb} {rest}?")
    return random.choice(forms)


def _command(sentence: str, random: Random) -> str:
    for start, others in COMMANDS.items():
        if sentence.startswith(start + " ") and random.random() < 0.7:
            return random.choice(others.split("|")) + sentence.removeprefix(start)
    return sentence


def _sentences(line: str) -> list[str]:
    """Sentences, not cut inside quotation marks."""
    return [part.strip() for part in re.findall(r'(?:"[^"]*"|[^".?!]|\.(?=\d))+[.?!]*', line) if part.strip()]


def _small(text: str) -> str:
    return text if re.match(r"I\b|[A-Z]{2}|\"", text) else text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
