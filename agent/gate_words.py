"""The words by which a reply is judged: English, and apart from the code that judges."""

import re

QUOTED = re.compile(r'"([^"]*)"')
WORD = re.compile(r"[a-z]+")
FILLERS = frozenset(
    "what which when where with that this your have does would could them then there from".split()
)
# The first five letters of words that make a line warmer and say nothing about the problem.
WARM_WORDS = frozenset(
    word[:5]
    for word in (
        "thanks thank sharing share tell start calmly calm begin beginning words worry worries take another look again "
        "think thinking together help could maybe please show kindly small piece first closer little about really want "
        "like know like need good question okay sure step steps problem back once more each very just bring explain "
        "describe walk through idea mind part moment time pause here something going right before after yourself own "
        "able find found where these those wonder curious hear understand happy glad love next were come came"
    ).split()
)
REFUSAL = re.compile(
    r"\b(?:sorry|apologi[sz]e|i can(?:no|')t (?:help|assist|do)|not enough information|enough (?:information|context)|"
    r"(?:more|provide|additional|further) (?:details?|context|information)|as requested)\b",
    re.IGNORECASE,
)
ABOUT_ITSELF = re.compile(
    r"\bI\b(?! wonder)|^\W*(?i:sure|certainly|of course|absolutely|okay|ok|alright|yes|no(?! worries))\b|"
    r"(?i:\blet me\b|\bkind words\b|\btricky\b|\bgive you that\b|\bwelcome\b|\b(?:good|great) question\b)"
)
SCOLDING = re.compile(
    r"\b(?:stupid|dumb|lazy|careless|silly|obvious(?:ly)?|you should(?:'ve| have)? know|shame|bad (?:job|work)|come on|"
    r"easy|simply|just do|pay attention|how many times)\b",
    re.IGNORECASE,
)
PROMPT_TEXT = re.compile(
    r"\b(?:line|words|student|tutor|rules?|grade|system|assistant|user)\s*:|<\||"
    r"\b(?:say|repeat|rewrite|given|spoken) (?:the |this )?line\b|as an ai\b|rephras|\bspoken words\b|language model",
    re.IGNORECASE,
)
ACTIONS = re.compile(
    r"\bi(?:'ve| have|'ll| will)? ?(?:just )?(?:checked|calculated|computed|worked out|solved|drew|drawn|attached|sent|"
    r"looked up|emailed|told your|saved|noted|draw|show you|send)\b",
    re.IGNORECASE,
)
OPERATIONS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\badd(?:s|ed|ing|ition)?\b|\bplus\b|\bsum\b|\btotal\b|\baltogether\b|\bcombin\w+|\+",
        r"\bsubtract\w*|\bminus\b|\btake away\b|\bdifference\b|\bless than\b|\bleft over\b|\bremain\w*"
        r"|(?<=\d) ?[-−–] ?(?=\d)",
        r"\bmultipl\w+|\btimes\b(?! (?:more|again))|\bproduct\b|\bdoubl\w+|\btripl\w+|[×*]",
        r"\bdivid\w+|\bdivision\b|\bquotient\b|\bsplit\w*|\bshar(?:e|ed|ing) (?:equally|between|among)|\bhalv\w+|÷",
        r"\bdenominators?\b|\bcommon denominator\b",
        r"\bnumerators?\b",
        r"\bpercent\w*|%",
        r"\bsquared?\b|\bsquar(?:es|ing)\b|\bpower\b|\bexponent\w*|\bcubed?\b",
        r"\bsimplif\w+|\breduc(?:e|es|ed|ing)\b",
        r"\bround(?:s|ed|ing)?\b(?! (?:of|and))|\bestimat\w+",
        r"\bequations?\b|\bformulas?\b|\bvariables?\b",
        r"\bareas?\b|\bperimeters?\b|\bvolumes?\b|\blength\b|\bwidth\b|\bheight\b|\bradius\b",
        r"\baverages?\b|\bmeans? of\b|\bmedians?\b|\bratios?\b|\brates?\b|\bspeed\b",
        r"\bbrackets?\b|\bparenthes[ie]s\b|\border of operations\b",
        r"\bnegatives?\b|\bpositives?\b|\bsigns?\b",
        r"\bequivalent\b|\bcommon multiple\b|\blcm\b|\bgcd\b|\bfactors?\b|\bfactori\w+",
        r"\bhalf\b|\bthirds?\b|\bquarters?\b|\btwice\b",
    )
)
JUDGEMENTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:you(?:'re| are)|that(?:'s| is)|it(?:'s| is)|answer is|looks?) (?:\w+ ){0,2}?"
        r"(?:right|correct|true|spot on)\b"
        r"|\byes\b|\bcorrect(?:ly)?\b|\bexactly\b|\bperfect\b|\bwell done\b|\bwell worked\b|\bright answer\b|\bbravo\b"
        r"|\b(?:good|great|nice|excellent|awesome|fantastic|amazing) (?:job|work|thinking|answer|try|start|effort)\b",
        r"\bincorrect\b|\bwrong\b|\bmistakes?\b|\berrors?\b|\bnot (?:quite )?(?:right|correct|true)\b|"
        r"\bisn't (?:right|correct)\b|"
        r"\bunfortunately\b|\bactually\b|\bnot quite\b",
    )
)
AROUND = frozenset(
    "thanks thank you for sharing share shared your good that take have another look at let's again now so can "
    "could tell tells stands means us we are i'll that's do in there still back far this it me together yourself own "
    "words to get and please first just bit moment".split()
)
"""Words that may come new into a line when it is worded: they make it warmer and say nothing."""
SHOWN = "showing steps work"
"""The same, where the student has shown how they worked."""
ASKED = "asking"
"""The same, where they asked something."""
COMFORTING = "no worries worry it's that's okay fine all right don't calmly step by start with"
"""The same, where they have said that they are lost, or want the answer."""
