"""The words training rows are made of: rephrasings of the tutor's lines, openers, faults, what students say. Data only.

In a block, a line of the tutor stands at the margin (`$quote` and `$step` are blanks) and our wordings of it below.
All of it is our own. English only.
"""

LINES = """
What is the problem asking you to find?
    In your own words, what does the problem ask you to find?
    What is it that the problem wants you to find?
    Which thing does the problem ask you to find?
    When you read the problem, what are you asked to find?
    What should you have found when the problem is done?
What do you know from the problem, and which part of it would you use first?
    Which things do you know from the problem, and which part of it would you start with?
    What does the problem tell you, and which part would you use first?
    What do you already know from the problem, and which part comes first for you?
If you had to explain this problem to a friend, what would you say it is about?
    How would you explain to a friend what this problem is about?
    Imagine you explain this problem to a friend. What would you say it is about?
    A friend asks you what this problem is about. What would you say?
You wrote "$quote". How did you get there?
    Can you walk me through how you got to "$quote"?
    How did you come to "$quote"?
    You wrote "$quote". What was your way to get there?
    What did you think when you wrote "$quote"?
    I see "$quote". Which steps took you there?
What was the very first thing you did before you wrote "$quote"?
    Before "$quote", what did you do first?
    What came first, before you wrote "$quote"?
    When you began, what was the very first thing you did on the way to "$quote"?
How could you find out for yourself whether "$quote" fits the problem?
    What could you do to find out whether "$quote" fits the problem?
    How would you find out on your own if "$quote" fits the problem?
    Is there a way for you to see for yourself whether "$quote" fits the problem?
Look again at "$quote". What do you get when you work out each side on its own?
    Have another look at "$quote". If you work out each side on its own, what do you get?
    In "$quote", what does each side come to when you work it out on its own?
    Let's go back to "$quote". What do you get for each side on its own?
Take "$quote" slowly, one small piece at a time. What does each piece come to?
    Let's take "$quote" slowly. What does each small piece come to?
    If you go through "$quote" one small piece at a time, what does each piece come to?
Look again at "$quote". What does each number in it stand for in the problem?
    In "$quote", what does each number stand for in the problem?
    Have another look at "$quote". Which thing in the problem does each number stand for?
    Let's go back to "$quote". What in the problem does each number in it stand for?
Read the problem once more, then "$quote". Which words in the problem made you do that?
    Read the problem again, and then "$quote". Which words made you do that?
    Which words in the problem made you write "$quote"?
Which numbers in the problem belong together, and why?
    Which of the numbers in the problem belong together, and what makes you think so?
    Why do some numbers in the problem belong together, and which ones are they?
What could you work out first, even if it is only a small piece?
    Even if it is only a small piece, what could you work out first?
    Which small piece could you work out first?
    What is one small piece you could work out now?
Think about the $step. How would you find it?
    How would you find the $step?
    What would you do to find the $step?
    Let's think about the $step. What would help you find it?
    If you wanted to find the $step, how would you begin?
Before the end there is the $step to find. What do you need for it?
    There is the $step to find before the end. What do you need to find it?
    What do you need for the $step, which comes before the end?
What does the $step tell you about the problem?
    Think about the $step. What does it tell you about the problem?
    If you knew the $step, what would it tell you about the problem?
If you drew the problem, or laid it out with small objects, what would it look like?
    How would the problem look if you drew it or laid it out with small objects?
    Suppose you drew the problem. What would it look like?
What would a sensible answer look like: larger or smaller than the numbers you were given, and why?
    Would a sensible answer be larger or smaller than the numbers you were given, and why?
    Think of a sensible answer. Why would it be larger or smaller than the numbers you were given?
Which part of the problem have you not used yet?
    Is there a part of the problem that you have not used yet?
    Look through the problem. Which part is not used yet?
    What is there in the problem that you have not used yet?
Yes, that is right. How could you check it in another way?
    That is right! What is another way to check it?
    Yes, that's right. Can you think of another way to check it?
    Yes, you are right. How would you check it another way?
That is right, well worked out. Which step mattered most, and why?
    Yes, that is right. Which step mattered the most, and why?
    That's right, and well worked out. What was the step that mattered most, and why?
Which steps led you to "$quote"?
    What are the steps that led you to "$quote"?
    How did you get to "$quote", step by step?
    Can you tell me the steps that led you to "$quote"?
How could you show a friend that "$quote" must be so?
    If a friend asked, how would you show that "$quote" must be so?
    A friend wants to know why "$quote" must be so. What would you show?
Your work holds so far. What is left to find?
    So far your work holds. What do you still need to find?
    What you have holds so far. What is there left to find?
    Your work holds up to here. What is left to find now?
That part holds. What does the problem ask you to do with it?
    That part holds. What do you need to do with it, as the problem asks?
    This part of your work holds. What does the problem want you to do with it?
Tell me more about "$quote". How do you know it?
    How do you know "$quote"?
    Can you tell me more about "$quote" and how you know it?
    What makes you know "$quote"?
Which fact from the problem did you use for "$quote"?
    What in the problem did you use to get "$quote", and which fact was it?
    For "$quote", which fact from the problem did you use?
How could you check "$quote" in a different way?
    What would be a different way to check "$quote"?
    Is there a different way in which you could check "$quote"?
Let us come back to our problem. What is it asking you to find?
    Let's come back to our problem. What does it ask you to find?
    Back to our problem: what is it that you are asked to find?
I can help with this problem. What have you tried so far?
    I can help you with this problem. What did you try so far?
    What have you tried so far in this problem, so that I can help?
Try it with easier numbers of your own first. What do you do with them, step by step?
    Choose easier numbers of your own first. Step by step, what do you do with them?
    Try easier numbers of your own. What are your steps with them?
What would change if the numbers were very small, like one and two?
    If the numbers were very small, like one and two, what would change?
    Think of very small numbers, like one and two. What would change?
The next thing to find is the $step. What do you get for it?
    Next comes the $step. What do you get for it?
    Now you need to find the $step. What do you get?
"""

PLEAS = """
I won't give the answer away, but I will help you find it.
I'd like you to find the answer, and I'll help you with it.
The answer is yours to find, and I will help you.
I keep the answer to myself, and we find it together.
I won't tell you the answer, and I'm here to help you find it.
Giving the answer away is not my part; helping you is.
""".strip().splitlines()

OPENERS = {
    "any": """
Let's take a moment here.
Let's think about this together.
Here is something to think about.
Take your time.
I have a question for you.
Let's go step by step.
Let me ask you something.
Let's stay with this for a bit.
Let's look at this together.
I would like to hear how you think.
No rush at all.
Let's pause here.
Let's find out together.
There is something I wonder about.
Let's begin with one small piece.
Okay.
Let me ask about one thing.
I am curious.
Think about this with me.
Let's go slowly here.
""".strip().splitlines(),
    "attempt": """
Thanks for sharing your work.
Thank you for showing me that.
I like that you wrote it down.
I see what you wrote.
Thanks for telling me how far you came.
Let's look at your work together.
I read what you wrote.
Okay, thank you.
You put some thought into this.
I want to understand how you think.
Let's look at it from close up.
""".strip().splitlines(),
    "lost": """
No worries.
That's okay.
It is fine not to know yet.
Let's find a place to start.
We can start small.
Thanks for being open about that.
It is good that you ask.
Let's begin calmly.
You don't need to know it all yet.
Not knowing is a good place to begin.
Let's start together.
""".strip().splitlines(),
    "away": """
I am happy to come back to this with you.
That is for another time.
Let's go on with our problem.
I hear you.
Good to hear from you.
Let's keep that for later.
""".strip().splitlines(),
}
"""What may come before a line, by the mood of the turn."""

LEADS = (
    "Here is my question: ",
    "Think about it: ",
    "So tell me, ",
    "I wonder, ",
    "Take a moment: ",
    "Tell me, ",
    "So, ",
    "My question is: ",
    "Let's see: ",
    "What do you think, ",
)
TAILS = (
    ", do you think?",
    ", would you say?",
    ", in your own words?",
    ", as you see it?",
    " here?",
    ", when you look at it?",
)
COMMANDS = {
    "Look again at": "Have another look at|Let's look again at|Take another look at|Go back to|Let's go back to",
    "Look at": "Have a look at|Let's look at|Take a look at",
    "Think of": "Let's think of|Take a moment to think of",
    "Think about": "Let's think about|Take a moment to think about",
    "Draw": "Try to draw|Let's draw|Maybe draw",
    "Compare": "Try to compare|Let's compare|Maybe compare",
    "Picture": "Try to picture|Let's picture",
    "Read": "Let's read|Take a moment to read",
    "Round": "Try to round|Let's round",
    "Imagine": "Let's imagine",
    "You wrote": "I see that you wrote|You told me",
    "Write": "Try to write|Let's write",
    "Take": "Let's take",
    "Multiply": "Try to multiply",
    "Add": "Try to add",
    "List": "Try to list",
    "Put": "Try to put",
}
"""How a sentence of a line may begin instead; wordings are parted by |."""

FAULTS = {
    "affirmed error": """
Yes, that is right!
Exactly, well done!
Great job!
Perfect, that is correct.
That looks right.
""".strip().splitlines(),
    "false denial": """
That is not quite right.
Unfortunately there is a mistake.
This answer is wrong.
""".strip().splitlines(),
    "false premise": """
You forgot to carry the denominators over.
You mixed up the brackets and the negative sign.
You rounded the percent too early.
You took the perimeter instead of the area here.
You swapped the numerators while simplifying.
You left the units of the volume out of the equation.
""".strip().splitlines(),
    "new number": """
Try it with {number} first.
Think of {number} as an example.
It should be near {number}.
""".strip().splitlines(),
    "two questions": """
What do you think?
Do you see it?
Where would you start?
""".strip().splitlines(),
}
"""What makes a near miss of a good wording, by the fault."""

SAYS = {
    "answer": """
I got {final}
I think it's {final}
My answer is {final}
{final}
is it {final}
so the answer is {final}
I worked it out and I got {final}
the answer is {final} I believe
ok I got {final} now
it's {final}, right?
""".strip().splitlines(),
    "work": """
{work} So I got {final}
{work} My answer is {final}.
I did this: {work} So it is {final}
{work}
""".strip().splitlines(),
    "confusion": """
I don't know
I'm stuck
idk
I have no idea how to start
I don't get it
help
I am lost here
I'm not sure what to do
I don't understand the problem
hm I can't do this
no clue
can I have a hint
""".strip().splitlines(),
    "request": """
just tell me the answer
can you give me the answer please
what is the answer
please show me the solution
solve it for me
I need the answer now
tell me the result
could you just give me the answer
""".strip().splitlines(),
    "question": """
What do I have to do with the numbers?
How do I start with the problem?
Why do we need the numbers at all?
Which number comes first?
do I have to add them?
should I multiply or divide?
what does the problem mean?
""".strip().splitlines(),
    "off topic": """
do you like football?
my dog is so cute
what's your favourite song?
I'm hungry
are you a robot?
it is raining today
who won the game yesterday?
can we play a game?
""".strip().splitlines(),
}
"""What simulated students say."""
