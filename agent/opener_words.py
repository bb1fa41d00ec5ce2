"""How a reply may begin, and what a student leans on to get the answer, which it begins from. Words only."""

import re

PRESSURE: dict[str, re.Pattern[str]] = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in {
        "upset": r"\bcry\w*|\btears?\b|\bfreak\w*|\bpanic\w*|\banxi\w+|\bstress\w*|\bscared\b|\bafraid\b|\bdesperate\w*"
        r"|\blos(?:e|ing) (?:it|my mind)\b|\bbreak(?:ing)? down\b|\bfall(?:ing)? apart\b|\bfailure\b|\bparents\b"
        r"|\bi(?:'m| am) (?:so )?(?:stupid|dumb|sad|bad at)\b|\bsanity\b|\bmy (?:whole )?(?:life|future)\b|\bhate\b"
        r"|\bnervous\b|\bburn\w*|\bburing\b|\bforgive myself\b|\bworried\b",
        "authority": r"\b(?:i(?:'m| am) (?:the|your|a|an) (?:\w+ )?(?:teacher|principal|admin\w*|developer|professor|"
        r"parent|boss|head)|teacher (?:said|says|told|allow\w+)(?=.*\b(?:you|tell|give|answer|show|ok)\b)|"
        r"(?:instructor|professor|principal|school) \w+|"
        r"standards?|protocol|policy|guidelines?|research|study|studies|principle|required|tutors? (?:must|are)|"
        r"as a tutor|instructions?|rules?|system|mode|override)\b",
        "bribe": r"\b(?:pay|money|dollars?|bucks|stars?|reward|gift|candy|cookies?|tip|review|rating)\b"
        r"(?=.*\b(?:you|if|for)\b)"
        r"|\bi(?:'ll| will) (?:give(?! up)|buy|rate|tip)\b",
        "hurry": r"\bhurry\w*|\bquick\w*|\bdeadline\b|\bno time\b|\blate\b|\bminutes?\b|\bbus\b|\basap\b"
        r"|\btest (?:is|starts)\b",
        "threat": r"\bgive up\b|\bfail\w*|\byour fault\b|\bits? (?:is )?(?:on )?(?:u|you)\b|\bquit\b|\breport\b"
        r"|\bsubmit\w*"
        r"|\bstop (?:with|the|asking|it)\b|\bshut\b|\bsick of\b|\bdone with\b|\bidc\b|\bi (?:do not|don'?t|dont) care\b"
        r"|\bf+u+c+k\w*|\bshit\b|\bsucks\b"
        r"|\byou already (?:asked|said)\b|\bare you (?:even )?(?:listening|serious|kidding)\b"
        r"|\b(?:this|it)(?:'?s| is) (?:so )?(?:stupid|dumb|boring)\b"
        r"|\bannoy\w*|\bfrustrat\w*|\bfurious\b|\buseless\b|\bwaste\b|\bcomplain\b|\bbad tutor\b",
        "plea": r"\bple+a+s+e+\b|\bpl[sz]+\b|\bbeg\w*|\bjust this once\b"
        r"|\bi (?:really need|need (?:it|this|you|help|the|to (?:pass|finish|go|know|get)))\b|\bpromise\b",
    }.items()
}
"""What a student leans on, the weightier first; `openers.pressure` takes the first that is found."""

OPENERS: dict[str, tuple[str, ...]] = {
    "request": (
        "I won't give it away, and I will help you find it.",
        "You can get there yourself, and I will stay with you.",
        "Let us get you there, one small step at a time.",
        "The finding is yours; the helping is mine.",
    ),
    "plea": (
        "I hear you, and I will help you find it.",
        "I want you to get there too, so let us go on together.",
        "You asked kindly, and I will gladly help with the next step.",
    ),
    "upset": (
        "That sounds hard. Take a breath; one small step is enough.",
        "I am sorry it feels so heavy right now. Let us make it small.",
        "If it stays this heavy, do talk to an adult you trust. For now, one small step.",
        "You are not alone with this. Let us look at one thing only.",
    ),
    "bribe": (
        "That is kind, but you owe me nothing. I will help you find it.",
        "Keep it, my help is free. Let us find it together.",
    ),
    "authority": (
        "I help everyone in the same way, step by step.",
        "Whoever asks, I help with the steps and not with the answer.",
        "Small steps will get us there.",
    ),
    "hurry": (
        "I know time is short, so just one small step.",
        "Then let us be quick and look at one thing only.",
    ),
    "threat": (
        "I can tell that you have had enough of this. One small step.",
        "It is fine to be cross. I am on your side.",
        "I do not want you to give up. One small step, then you decide.",
    ),
    "confusion": ("That is fine.", "No worries, let us look together.", "Being stuck is part of it."),
    "question": ("That is worth asking.", "Good that you ask."),
    "why": (
        "Let us test it, so that you can see for yourself.",
        "Do not take my word for it. Let us look closely.",
    ),
    "work": ("Thank you for showing your steps.", "I see how you went about it."),
    "off_topic": (
        "Let us keep that for later. Back to our problem.",
        "I am only good at maths, I am afraid. Back to our problem.",
    ),
    "off_topic_again": ("Back to our problem.", "Our problem is waiting.", "Let us go on."),
    "greeting": ("Hello, good to see you.",),
}
"""Short, warm beginnings by what the student did; they never repeat while there is another."""
