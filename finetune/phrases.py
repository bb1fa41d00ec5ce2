"""The words training rows are made of beside the wordings of lines: openers, faults, what students say. Data only.

All of it is our own. English only.
"""

OPENERS: dict[str, tuple[str, ...]] = {
    "attempt": (
        "Thanks for sharing your work.", "Thank you for showing that.", "Let's look at your work together.",
        "It helps to see how you think.", "Let's take a closer look.", "Thanks for telling me how you did it.",
        "Thank you, now we have something to look at.", "Good that you wrote it down.",
        "Let's think about this together.", "Let's stay with your idea for a moment.",
    ),
    "lost": (
        "No worries.", "That's okay.", "It is fine not to know yet.", "Let's find a place to start.",
        "We can start small.", "It is good that you ask.", "You don't need to know it all yet.",
        "Not knowing is a good place to begin.", "Let's start together.", "Take your time.",
    ),
    "away": (
        "Good to hear from you.", "Let's keep that for later.", "That is for another time.",
        "Let's go on where we were.",
    ),
}  # fmt: skip
"""What may come before a line, by the mood of the turn."""

BEGINNINGS: dict[str, tuple[str, ...]] = {
    "work": (
        "Thanks for showing your steps.", "Thank you for sharing your work.", "Thanks for sharing your steps.",
        "Let's look at your work together.", "Thank you for showing your work.", "Let's look at your steps together.",
    ),
    "number": (
        "Thanks for sharing that.", "Let's take a look together.", "Let's look at that together.",
        "Let's have a look together.", "Thank you for sharing that.",
    ),
    "asked": ("Let's take a look together.", "Let's look at that together.", "Let's have a look together."),
    "confusion": (
        "No worries.", "It's all right, take your time.", "No worries, we can start together.",
        "No worries, we take it step by step.", "That's all right.",
    ),
    "answer_request": (
        "Let's get there together.", "We can do this together, step by step.", "Let's take it step by step.",
    ),
    "question": ("Thanks for asking.", "Let's look at that together.", "Thank you for asking."),
}  # fmt: skip
"""What may come before a line that has no beginning of its own, by how the student came. All of it goes into any maths
lesson, and none of it says whether the student is right."""

DO = (
    r"(?:Add|Compare|Count|Cover|Do|Draw|Imagine|Lay|Measure|Picture|Put|Read|Round|Show|Split|Take|Think|Try|Write)\b"
    r"(?!.*\?$)"
)
DO_LEADS = ("Let's", "Please", "First,")
"""What a sentence that tells the student to do something begins with, and what may come before it."""

SWAPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\bLet us\b", ("Let's",)),
    (r"\blet us\b", ("let's",)),
    (r"\bI will\b(?! not)", ("I'll",)),
    (r"\bThat is\b(?! (?:to|what))", ("That's",)),
    (r"\bthat is right\b", ("that's right",)),
    (
        r"^Look again at ",
        ("Take another look at ", "Have another look at ", "Let's look again at ", "Please look at "),
    ),
    (r"^Look at ", ("Take a look at ", "Have a look at ", "Let's look at ", "Let's take a look at ")),
    (r"^Back to ", ("Let's get back to ",)),
    (r"^Go back to ", ("Let's go back to ", "Please go back to ", "Take another look at ")),
    (r"^You wrote ", ("So you wrote ",)),
    (r"^So far ", ("So far, ", "In your work so far, ")),
    (
        r"^Our story: ",
        ("Back in our story: ", "In our story: ", "Let's get back to our story: "),
    ),
    (r"^How did you get (.*)\?$", (r"Can you tell me how you got \1?", r"How did you get \1, step by step?")),
    (
        r"^What is the problem asking you (.*)\?$",
        (
            r"In your own words, what is the problem asking you \1?",
            r"Can you tell me what the problem is asking you \1?",
        ),
    ),
    (
        r"^What does (.*) tell you (.*)\?$",
        (
            r"What does \1 tell us \2?",
            r"Can you tell me what \1 tells you \2?",
            r"In your own words, what does \1 tell you \2?",
        ),
    ),
    (
        r"^What does (.*) (mean|stand for)\b((?!.*own words).*)\?$",
        (
            r"In your own words, what does \1 \2\3?",
            r"Can you tell me what \1 \2s\3?",
        ),
    ),
    (r"^Which ([^,]*?) (would|could) you ", (r"Can you tell me which \1 you \2 ",)),
    (r"^How could you ", ("How can you ", "Can you tell me how you could ")),
    (r"^How would you ", ("Can you tell me how you would ",)),
)
"""Ways to say a piece of a sentence: a pattern, and what may stand for it."""

CONTEXTS = (
    "repairing the space station", "a pirate adventure", "the class runs a bakery", "planting a school garden",
    "a trip to the zoo", "building a tree house", "We are detectives", "the big football tournament",
    "saving the whales", "a journey through ancient Egypt", "our lemonade stand", "the robot workshop",
    "a treasure hunt on the island", "The school fair is coming up", "rescuing the lost dragon", "a day at the farm",
    "mission to Mars", "opening a pet hotel", "We cook for the whole village", "the winter sports week",
    "a train ride across the country", "the underwater city", "our class newspaper", "a birthday party for the teacher",
)  # fmt: skip
"""Stories a class may be in, as teachers give them."""

FAULTS: dict[str, tuple[str, ...]] = {
    "affirmed error": (
        "Yes, that is right!", "Exactly, well done!", "Great job, that is it!", "Perfect, you are nearly done.",
        "That looks right to me.", "Your answer is correct.", "You did that correctly.", "Good thinking, that is true.",
    ),
    "false denial": (
        "That is not quite right.", "Unfortunately there is a mistake in it.", "This answer is wrong.",
        "Not quite, look again.", "There is an error in your last step.",
    ),
    "false premise": (),
    "new number": (
        "Try it with {number} first.", "Think of {number} as an example.", "It should be near {number}.",
        "Imagine there were {number} of them.", "Suppose the result is {number}.", "Start with {number} and go on.",
    ),
    "two questions": (
        "What do you think?", "Do you see it?", "Where would you start?", "Does that make sense?",
        "Can you try that?", "What do you notice?",
    ),
    "operation told": (
        "You only have to multiply here.", "Just divide both of them.", "Find a common denominator first.",
        "Subtract the smaller one.", "Add them up and simplify.", "Take the square root at the end.",
    ),
}  # fmt: skip
"""What makes a near miss of a good wording, by the fault. A false premise is the explanation of another mistake."""

SAYS: dict[str, tuple[str, ...]] = {
    "answer": (
        "I got {final}", "I think it's {final}", "My answer is {final}", "{final}", "is it {final}",
        "so the answer is {final}", "I worked it out and I got {final}", "the answer is {final} I believe",
        "ok I got {final} now", "it's {final}, right?", "{final}?", "it must be {final}",
        "I did it in my head, {final}", "i think {final} but im not sure",
    ),
    "work": (
        "{work} So I got {final}", "{work} My answer is {final}.", "I did this: {work} So it is {final}", "{work}",
        "first I did {work} and then I had {final}", "{work} That makes {final}.",
    ),
    "confusion": (
        "I don't know", "I'm stuck", "idk", "I have no idea how to start", "I don't get it", "help", "I am lost here",
        "I'm not sure what to do", "I don't understand the problem", "hm I can't do this", "no clue",
        "can I have a hint", "this is confusing", "I forgot how this works", "we did not have this in class",
        "I don't know what to do with the numbers",
    ),
    "request": (
        "just tell me the answer", "can you give me the answer please", "what is the answer",
        "please show me the solution", "solve it for me", "I need the answer now", "tell me the result",
        "could you just give me the answer", "please, I only need the answer this once", "my bus comes in a minute, "
        "just tell me the answer",
    ),
    "question": (
        "What do I have to do with the numbers?", "How do I start with the problem?",
        "Why do we need the numbers at all?", "Which number comes first?", "do I have to add them?",
        "should I multiply or divide?", "what does the problem mean?", "is there a trick to it?",
        "does the order matter?",
    ),
    "off topic": (
        "do you like football?", "my dog is so cute", "what's your favourite song?", "I'm hungry", "are you a robot?",
        "it is raining today", "who won the game yesterday?", "can we play a game?", "I am so tired of school",
    ),
}  # fmt: skip
"""What simulated students say."""

ASKS: dict[str, tuple[str, ...]] = {
    "what": (
        'What does "{step}" mean?',
        "What do you mean by that: {step}?",
        "what is that supposed to be, {step}?",
    ),
    "how": ("How do I do that: {step}?", "How can I {step} here?", "and how does one {step}?"),
    "why": ("Why do I have to {step}?", "Why can't I leave out that part: {step}?", "but why {step} at all?"),
}
"""Confusion about a step, told in the words of the plan without its value."""

BRIDGES: dict[str, tuple[str, ...]] = {
    "easier": (
        "Yes, that is right. Here is one like it with friendlier numbers, to make it stick. {problem}",
        "That is right. Now a small one of the same kind, all on your own. {problem}",
        "Yes, you are right. To feel sure of it, try a lighter one. {problem}",
    ),
    "same": (
        "Yes, that is right. Here is another one of the same kind. {problem}",
        "That is right. Do you want to see whether your idea works again? Try this one. {problem}",
        "Yes, you are right. Same idea, other numbers. {problem}",
    ),
    "harder": (
        "Yes, that is right. You are ready for a harder one. {problem}",
        "That is right. The next one asks for a little more care. {problem}",
        "Yes, you are right. Let us make it a bit harder. {problem}",
    ),
    "follow_up": (
        "Yes, that is right. Now a question that goes one step further. {problem}",
        "That is right. What you know now helps with this one too. {problem}",
        "Yes, you are right. And how would you use that here? {problem}",
    ),
}
"""A right answer is confirmed and the next problem set, by its level."""

THANKS = (
    "thanks, bye",
    "thank you, bye!",
    "that's all for today, thanks",
    "bye, that was good",
    "ok I'm done, thank you",
)
"""How a student ends a lesson."""
