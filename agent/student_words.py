"""The words by which a student's turn is read: English, and apart from the code that reads.

Each pattern names one thing a student may be doing; `diagnose.py` decides which one counts.
"""

import re

# A step ends with its line or sentence, and before "and", "so", "then" or a comma that begins a new calculation.
SENTENCE = re.compile(
    r"[^\s.!?;\n](?:(?!(?:,\s*|\s+)(?:(?:and|so|then)\b[^.!?;\n]*=|so\b|(?:be)?cause\b)|,\s+[^,.!?;\n]*=)[^.!?;\n]"
    r"|\.(?=\d))*"
)
JOINT = re.compile(r"(?:\W*\b(?:and|then|(?:be)?cause)\b|[\s,])+(?=\S)", re.IGNORECASE)
# A claim, and then its reason, in the first sentence: the claim is what the student stands by.
REASON = re.compile(
    r"(?:[^.!?\n;]|\.(?=\d)){1,40}?[\s,]+((?:because|since|cause|cuz|cus|coz|bcs|bcos|bc)\b)", re.IGNORECASE
)
EXPLAINED = re.compile(
    r"\b(?:because|since|cuz|cus|coz|bcs|bcos|bc)\b"
    r"|\bi (?:first |just |then )?(?:add|subtract|multipl|divid|took|take|count|doubl|halv|"
    r"round|times|minus|plus|compar|flip|cross|cancel|move|carr|borrow|convert|chang|made|turn|split|us)\w*",
    re.IGNORECASE,
)
RESULT_MARK = re.compile(
    r"=|\b(?:is|are|was|were|be|equals?|equal to|makes?|made|gives?|gave|got|get|gets|(?:it|that)'?s|leaves?|left|have|"
    r"has|so|therefore|thus|total|total(?:l)?ing|resulting in|results in|(?:to find|found|find|to determine|determined|"
    r"to conclude|concluded|to get|giving(?: us| me)?)(?: out)?(?: that)?)\b",
    re.IGNORECASE,
)
STRONG_MARK = re.compile(
    r"=|equals?|equal to|totall?ing|resulting in|results in|(?:to find|found|find|to determine|determined|to conclude|"
    r"concluded|to get|giving(?: us| me)?)(?: out)?(?: that)?",
    re.IGNORECASE,
)
UNFINISHED = re.compile(r"\d\s*[-+*x×/÷−]\s*\(?\d[^=]*$", re.IGNORECASE)
REQUEST = re.compile(
    r"\W*(?:(?:ok|okay|so|but|and|please)\W+)*"
    r"(?:tell|show|explain|why|where|when|which|should|(?:what|how)(?! about))\b",
    re.IGNORECASE,
)
ANSWER_MARK = re.compile(r"\banswer\b", re.IGNORECASE)
# What stands before it is taken back: "2/5, oh no wait 3/8".
CORRECTS = re.compile(
    r"\b(?:no,? wait|wait,? no|oh,? (?:no|wait)|i mean|actually|sorry|scratch that|wait)\b[\s,:.!]*",
    re.IGNORECASE,
)
# How sure they are is no number of the problem: "I'm 80% sure it's 88".
SURE = re.compile(r"\b\d+ ?(?:%|percent) (?:sure|certain|positive)\b", re.IGNORECASE)
CONCLUSION = re.compile(r"\b(?:answer|therefore|in total|altogether|in all)\b", re.IGNORECASE)
FIRST_PERSON_WORK = re.compile(
    r"\bi\s+(?:got|get|think|did|added|took|worked|have)\b|\bmy answer is\b|=", re.IGNORECASE
)
ANSWER_REQUEST = re.compile(
    r"\b(?:(?:just|please|can you|could you|pls)?\s*(?<!\bi )(?<!\bi'll )(?<!\bi just )"
    r"(?:tell|give|show|send|say|reveal|provide)(?:\s+\w+){0,3}?\s+"
    r"(?:(?:me|us|out)\s+)?(?:the\s+|me\s+the\s+)?(?:\w+\s+){0,3}(?:answers?|solution|result|number)"
    r"|what(?:'?s| is| are)\s+(?:the|its)\s+(?:\w+\s+){0,2}(?:answer|solution|result)"
    r"|(?:solve|do|work)\s+(?:it|this|that|the (?:problem|question|sum))(?:\s+out)?\s+for\s+me"
    r"|i\s+(?:need|want|demand)\s+(?:to know\s+)?(?:the\s+)(?:\w+\s+){0,2}(?:answer|solution|result)"
    r"|just (?:say|tell|give|show)\b(?: it| me| us)*(?=\W*$)|(?:tell|show) me(?=\W*$| or\b)|can you (?:just )?say it"
    r"|(?:say|tell)(?: me)? (?:if|whether) (?:it|that|this|i|my)\W?\w*(?: \w+)? (?:right|wrong|correct)"
    r"|just the (?:answer|number|result|solution)|the (?:answer|solution|result),? (?:please|pls|now)"
    r"|(?:share|reveal|provide|state) (?:\w+ ){0,3}(?:answers?|solution|result)"
    r"|(?:final|only|just|full|correct|right|actual|exact) (?:the )?(?:final )?(?:answers?|solution|result)"
    r"(?!(?:\s*[:=]|\s+(?:is|was|i got|will be|would be))?\s*[^\w?]?-?\d"
    r"|(?:\s*[:=]|\s+(?:is|was))\s*\(?(?:[b-z]\b|(?:no|all|yes|true|false|prime|composite|neither)\b"
    r"|(?:one|ten|hundred|thousand|million)s\b|[a-z-]+ths\b))"
    r"|(?:answers?|solution|result)\W+(?:now|only|please|pls|plz)|what\W?s the number"
    r"|(?:ignore|forget)\s+(?:all\s+)?(?:your|the|previous)\s+(?:\w+\s+)?(?:instructions?|rules?|prompt))\b",
    re.IGNORECASE,
)
CONFUSION = re.compile(
    r"\b(?:idk|i (?:do not|don'?t|dont|can'?t|cannot) (?:know|get|understand|do|see|remember|work)"
    r"|(?:i'?m|im|i am) (?:stuck|lost|confused|not sure)|no (?:idea|clue)|help|stuck|confused|hint|huh"
    r"|(?:still|really|just) (?:do not|don'?t|dont|can'?t|cant) (?:know|get|understand|see|do)"
    r"|(?:can|could|would|pls|please) (?:you |u |someone )?(?:please )?explain|explain (?:it|that|please|again)"
    r"|wtf|wth|what the (?:hell|heck|f\w*))\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|great|cool|nice|yay)\W+)?"
    r"(?:thanks?(?: you)?|thx|bye|goodbye|see you|i'?m done(?! with)|that'?s all(?! of| the| \d)|done)\b"
    r"(?!.*\b(?:answer|solution|can'?t)\b)",
    re.IGNORECASE,
)
NEW_PROBLEM = re.compile(
    r"\b(?:(?:(?<!is there )(?:new|next|another|different) (?:problem|question|one|exercise)"
    r"|other (?:problem|question|exercise))\b"
    r"(?!.*\bhint)"
    r"|can we (?:do|try) (?:something|a) (?:else|different|new))",
    re.IGNORECASE,
)
DISTRESS = re.compile(
    r"\b(?:kill(?:ing)? myself|suicid\w*|hurt(?:ing)? myself|self[- ]harm|want to die|wanna die|hate (?:myself|my life)"
    r"|(?:hits?|hurts?|beats?|scares?) me\b|i feel (?:so )?(?:worthless|hopeless|unsafe)|nobody (?:likes|loves) me)\b",
    re.IGNORECASE,
)
# A question about a number is no answer: "is it bigger than 200?", "do I have to divide by 3?".
ASKS_BACK = re.compile(
    r"\b(?:bigger|larger|greater|more|higher|smaller|less|lower|fewer|longer|shorter|over|under|above|below|between|"
    r"close to|near|around)\b[^.!?\n]*\d[^.!?\n]*\?"
    r"|\b(?:do|does|should|shall|must|need) (?:i|we)\b[^.!?\n]*\?",
    re.IGNORECASE,
)
# What to do, and with which number, but not what comes of it: "multiply by 2", "I would add 7 to both sides".
DOES = re.compile(
    r"\W*(?:(?:i|you|we|then|first|just|so|to|would|could|should|(?:have|need) to|and)\s+)*"
    r"(?:add|subtract|take|multipl|divid|times)\w*\s+(?:[a-z]+\s+){0,3}?\d+(?:[./]\d+)?%?"
    r"(?:\s*(?:and|to|from|with|by|,)\s*\d+(?:[./]\d+)?%?)?(?:\s+[a-z]+)*\W*",
    re.IGNORECASE,
)
# The same as a plan, and "I need 12ths", which is to be tried out.
PLANS = re.compile(
    DOES.pattern
    + r"|\W*(?:(?:so|then|first|ok|maybe)\W+)*i(?:'ll| will| need| have to| must| should| could| would"
    r"| want to| can)\b[^?]*(?:\d|\b(?:add|subtract|take|multipl|divid|times)\w*)[^?]*",
    re.IGNORECASE,
)
# They say what they did or what they see.
ASKED_HOW = re.compile(
    r"\bhow (?:did|do) you\b|\bfirst thing you did\b|\bstep by step\b|\bsteps led\b|\bwhat did you do\b",
    re.IGNORECASE,
)
"""The tutor asks how something was found."""
TELLS = re.compile(
    r"\W*(?:i (?:just |only |first |then )?(?!like|love|want|hate|am|have|had)[a-z]+|there(?:'s| is| are)"
    r"|because|it|they)\b",
    re.IGNORECASE,
)
# Answers that are no number, by the words the solutions have for them; see also `no_value.py`.
NO_NUMBER: dict[str, re.Pattern[str]] = {
    "all numbers": re.compile(
        r"\b(?:(?:all|any|every) (?:real )?numbers?|infinite(?:ly many)? solutions?)\b", re.IGNORECASE
    ),
}
# The answer to a comparison that is neither of the two: "they are the same".
EQUAL = re.compile(
    r"\b(?:is it|it'?s|it is|it (?:comes|came) to|(?:they|both|these|the two|all|both of them)(?:'?re| are)?|are they"
    r"|answer is|got|get|think|guess)\s+(?:(?:both|about|just|exactly|really) )?(equal|the same)\b"
    r"(?!\s+(?:as|to|way|denom|numer|bottom|top|number|piece|part|unit|length|sign|digit|question|problem|thing as)\w*)"
    r"|^\W*(?:both )?(equal|(?:the )?same|neither)(?: size| amount| value| thing)?\W*$",
    re.IGNORECASE,
)
# A row of numbers leaves the choice to the tutor, too: "40, 41, 42", "is it 1? 2? 3?".
_GUESS = r"(?:[a-z]\s*=\s*)?-?\d+(?:[./]\d+)?%?"
_OR = r"(?:(?:is it|could (?:it )?be|maybe|perhaps|or|and|no)\W+)*"
LISTED = re.compile(
    rf"\W*(?:(?:i think|i guess|it'?s|it is|either)\W+)*{_OR}{_GUESS}"
    rf"(?:(?:[\s,;?!]|\.(?!\d))+{_OR}{_GUESS}){{2,}}\W*",
    re.IGNORECASE,
)
# Three numbers in a row are work, not a choice: "factors of 12: 1 2 3 4 6 12".
ROW = re.compile(r"-?\d+(?:[./]\d+)?(?:(?:,? and |, ?| )-?\d+(?:[./]\d+)?){2,}(?![\d./]*\s*[-+*x×÷/=])")
# An equation that is said not to hold: "3 = 5 can't be".
REFUTED = re.compile(
    r"\b(?:can'?t|cannot|isn'?t|never|impossible|false|not (?:true|possible|equal))\b", re.IGNORECASE
)
WHY_NOT = re.compile(r"\bwhy (?:can'?t|cannot|not|don'?t|shouldn'?t|isn'?t|do|does|would)\b", re.IGNORECASE)
# Two answers offered at once leave the choice to the tutor: "60 or 30".
EITHER = re.compile(r"\d\s*(?:[a-z%°²³$]+\s*)?[,?!]*\s+or\s+(?:maybe |is it |it'?s )?\W*\d", re.IGNORECASE)
YES_OR_NO = re.compile(
    r"\b(?:true or false|yes or no)\b|(?:^|[.?!:]\s*)(?:is|are|does|do|can|will|has|have|did|was|were)\b"
    r"(?:[^.?!]|\.(?=[\d.?])|(?<=\.\.)\.(?![\d.?]))*\?",
    re.IGNORECASE,
)
# What was done is shown, not only what came of it.
CALCULATION = re.compile(
    r"\d\s*[-+*x×÷−^]\s*\(?\d|\d\s+/\s+\d|\d/\d+\s*(?:=|is\b)|=.*=|\b(?:plus|minus|times|divided|added|took)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[a-z]{2,}")
WORD_OR_NUMBER = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
COMMON = frozenset(
    "the of and to in is it that for on are as with his they at be this have from or one had by not but what all "
    "were we when your can said there use an each which she do how their if will up other about out many then them "
    "these so some her would make like him into time has look two more go see no way could my than been who its now "
    "did get come may just you me am was i'm me".split()
)
MATHS_WORDS = frozenset(
    "add added adding plus minus subtract subtracted times multiply multiplied divide divided fraction fractions "
    "denominator numerator decimal decimals percent percentage equation equations number numbers sum difference "
    "product quotient ratio area perimeter volume angle square root power exponent equal equals half quarter third "
    "double triple digit digits carry borrow negative positive even odd prime factor factors multiple multiples "
    "average mean median mode range solve simplify bracket brackets parentheses tops bottoms top bottom remainder "
    "ones tens hundreds thousands tenths hundredths halves thirds quarters fourths fifths sixths sevenths eighths "
    "ninths tenth elevenths twelfths fifteenths twentieths common lowest "
    "highest place value column left right middle order first last cancel flip flipped upside under over line point "
    "bidmas bodmas pemdas bedmas together apart share group groups each row rows pattern rule formula side sides "
    "bigger smaller larger less more greater higher lower longer shorter "
    "maths math step steps method rule answer work wrong mistake".split()
)
LESSON_WORDS = frozenset(
    "what which when where why how tell show give help please pls want need know think thinking understand mean means "
    "wrong right correct sure okay yeah nope well then next start stop again more hard easy again really this that "
    "there here they them these those just like make look does have with from about still stuck lost later first "
    "explain allowed possible because cant dont doesnt didnt isnt wasnt thats whats theres both same different "
    "second else anything change changed check checked true false halved halve "
    "teacher tutor homework class test exam trying tried guess guessing sorry thanks thank you're your yours".split()
)
FORMS = {
    "decimal": re.compile(
        r"\b(?:as|to|into) a decimal\b|\b(?:what|which) decimal (?:is|equals)\b", re.IGNORECASE
    ),
    "fraction": re.compile(
        r"\b(?:as|to|into) an? (?:\w+ )?fraction\b|\b(?:what|which) fraction (?:is|equals)\b", re.IGNORECASE
    ),
    "improper": re.compile(r"\b(?:as|to|into) an? (?:improper|top[- ]heavy) fraction\b", re.IGNORECASE),
    "mixed": re.compile(r"\b(?:as|to|into) an? mixed (?:number|fraction|numeral)\b", re.IGNORECASE),
}
"""Problems that ask for a number in a certain form."""
SIMPLEST = re.compile(r"\b(?:simplest|lowest) (?:form|terms)\b|^\W*(?:simplify|reduce)\b", re.IGNORECASE)
"""A problem that asks for a fraction in lowest terms."""
