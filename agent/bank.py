"""The words of the bank: what each move says, and what is said when nothing else may be. Words only.

A line is a template (`placeholders.py` fills it in): it can be said when all its `$names` have something to stand for.

| name | stands for |
| --- | --- |
| quote, result | a line of the student's own, and the number it comes to |
| focus | what the problem asks, in its own words: "1/3 + 1/4", "How many pencils are left?" |
| own | the answer that came of their work; what a question of the catalogue asks about |
| given, givens | one of the things the problem gives, and all of them: "24 pencils" |
| two | two of them, first what the student has not used: '"three batches" and "$5"' |
| thing | one of them that can be drawn: "24 pencils", not "$60" |
| step | the next step of the plan, in words without values |
| twin | another problem, worked through |
| before | an earlier line of the student's that did not hold |
| mended | such a line, which does come out with the number they say now |
| things | what the problem gives, where each has a name: "24 pencils" and "3 boxes" |
| chain | a line of theirs in which an equals sign only announces what comes next |
| row | numbers that they listed |
| question | of several questions the one that is open, or the next |
| found | a line of the student's from before that holds |

Of the lines under a key those come first that stand first; lines that say something of this problem stand before those
that fit any. None of them tells, judges or scolds.
"""

BANK: dict[str, tuple[str, ...]] = {
    # --- the student has given a number or a line of work -----------------------------------------------------------
    "thinking/attempt": (
        'You wrote "$quote" for "$focus". How did you get there?',
        'You wrote "$quote". What was the very first thing you did?',
        'You wrote "$quote". How did you find it, step by step?',
    ),
    "point/slip": (
        'Look again at "$quote". What do you get when you work out each side on its own?',
        'Take "$quote" slowly, one small piece at a time. What does each piece come to?',
        'How could you check "$quote" in a different way?',
    ),
    "point/again": (
        'Do "$quote" once more, slowly. What do you get?',
        'Try "$quote" once more, one small piece at a time. What do you get?',
    ),
    "line/words": (
        'You wrote "$quote". How do you know that?',
        'You wrote "$quote". Which part of the problem tells you so?',
    ),
    "line/story": (
        'Look again at "$quote". What does each number in it stand for in the problem?',
        'Go back to "$quote". Which words in the problem made you do that?',
        'You wrote "$quote". What is "$result" in the story?',
        'Which question about the story does "$quote" answer?',
    ),
    "line/problem": (
        'Look again at "$quote". What does each number in it stand for in the problem?',
        'Go back to "$quote". Which words in the problem made you do that?',
    ),
    "line/calculation": (
        'Look again at "$quote". Which part of "$focus" is that?',
        'How does "$quote" bring you nearer to "$focus"?',
    ),
    "line/equation": (
        'Look at "$focus" and then at "$quote". What was done on the way from one to the other?',
        'How does "$quote" follow from "$focus"?',
    ),
    "point/line": (
        'You wrote "$quote". What does "$result" tell you about the problem?',
        'In "$quote", why do these numbers go together?',
    ),
    "point/story": (
        'Put "$quote" into the story of the problem. Does everything fit?',
        'Which of $givens did you use for "$quote"?',
    ),
    "point/calculation": (
        'Is "$quote" a sensible size for "$focus", and how can you tell?',
        'Which part of "$focus" did you do first to get "$quote"?',
    ),
    "point/equation": (
        'Put "$quote" back into "$focus". Do both sides come out the same?',
        'How could you test whether "$quote" fits "$focus"?',
    ),
    "point/other": (
        'Read "$focus" once more. How does "$quote" answer it?',
        'What did you do to come from "$focus" to "$quote"?',
    ),
    "point/number": (
        'How could you test whether "$quote" fits every part of the problem?',
        'Which words or numbers in the problem lead to "$quote"?',
    ),
    # --- there is no work to look at yet ----------------------------------------------------------------------------
    "start/story": (
        'The problem asks: "$focus" What do you know already that could help with it?',
        'What does "$given" tell you in this problem?',
        'To find out "$focus", what would you need to know first?',
        "The problem tells of $things. What happens with them, in your own words?",
    ),
    "start/calculation": (
        'Look at "$focus". What does it ask you to do, in your own words?',
        'What does "$given" in "$focus" mean, in your own words or in a picture?',
        'About how large should "$focus" be, and how can you tell?',
        'Which part of "$focus" would you do first, and why?',
    ),
    "start/equation": (
        'Look at "$focus". What is done to the letter in it, one thing after another?',
        'What would make a number fit "$focus"?',
        'Try a small number for the letter in "$focus". What do you notice about the two sides?',
        'What would you undo first in "$focus", and how?',
    ),
    "start/other": (
        'What would be the first small thing to do for "$focus"?',
        'What does "$given" stand for in the problem?',
        'Think of a problem like "$focus" that you can do. How does it begin?',
        'What do you need to know for "$focus"?',
    ),
    "start/begun": (
        'You have "$found" already. What could you do with it next?',
        'So far you have "$found". What is still missing for "$focus"?',
    ),
    "start/any": (
        "What is the problem asking you to find?",
        "What do you know from the problem, and which part of it would you use first?",
        "If you had to explain this problem to a friend, what would you say it is about?",
        "Which part of the problem is clear to you, and which is not?",
    ),
    # --- the idea, a worked example, the step -----------------------------------------------------------------------
    "idea/step": (
        'For "$focus", a step that may help is this: $step. How would you do that?',
        'Look at "$focus" and try this next: $step. What do you get?',
        "One thing to do is this: $step. Which of $givens would you use for it?",
    ),
    "idea/used": ("Did you use $two in your steps, and what for?",),
    "idea/size": ('For "$focus", which number would clearly be too small, and which too large?',),
    "idea/any": (
        "If you drew the problem, or laid it out with small objects, what would it look like?",
        'Draw the problem. Where does "$thing" belong in your drawing?',
    ),
    "example/twin": (
        "Here is another problem, worked through. $twin What is the matching first step in yours?",
        'Compare with this other problem. $twin Which of these steps is different from your "$quote"?',
        "Here is a problem like yours with other numbers. $twin How would the same plan go for yours?",
    ),
    "example/own": ("Here is another problem with its result. $twin What does your own way give for it?",),
    "example/result": (
        "Look at this other problem and its result. $twin How do you think they got there?",
        "Here is a problem like yours with its result. $twin How could they have found it?",
    ),
    "example/story": (
        'Suppose "$given" were only one or two. What would you do then?',
        "Draw what happens, one picture for each part. What is in your first picture?",
        'Guess a number for "$focus" and test it in the story. What does the test tell you?',
    ),
    "example/calculation": (
        'Make "$focus" easier: put small numbers in. What do you do with them, step by step?',
        'Show "$focus" with a drawing or on a number line. Where do you begin?',
    ),
    "example/equation": (
        'Guess a number for the letter in "$focus" and test it. What does the test tell you?',
        'Think of "$focus" as a balance. What lies on each side?',
    ),
    "example/other": ('Make "$focus" easier: put small numbers in. What do you do with them, step by step?',),
    "example/any": ("Try it with easier numbers of your own first. What do you do with them, step by step?",),
    "tell/step": (
        "The next step is this: $step. What do you get?",
        "Now do this: $step. What comes out?",
        "Here is what comes next: $step. What is your result?",
    ),
    # --- right answers ----------------------------------------------------------------------------------------------
    "confirm/changed": (
        'Yes, that is right. Before, you had "$before". What made you change it?',
        'Yes, that is right. How would you help a friend who gets "$before"?',
    ),
    "confirm/work": (
        'Yes, that is right. You got there with "$quote". How could you check it in another way?',
        'Yes, that is right. You got there with "$quote". Why does that work?',
    ),
    "confirm/chain": (
        'Yes, the number is right. Is each side of the equals signs in "$chain" worth the same?',
        'Yes, the number is right. In "$chain", what does each equals sign say about its two sides?',
    ),
    "confirm/bare": (
        "Yes, that is right. How could you check it in another way?",
        "Yes, that is right. How would you explain it to a friend?",
    ),
    "confirm/unit": (
        'Yes, the number is right. Read "$focus" once more: which unit belongs after it, and why?',
        "Yes, the number is right. Which unit belongs after it, and why?",
    ),
    "next_question": (
        'Yes, that is right. The next question is: "$question" How would you begin?',
        'Yes, that is right. Now to the next question: "$question" What would you do first?',
        "Yes, that is right. Now to the next question. How would you begin?",
    ),
    "in_turn": (
        'One question after the other. The one we are at is: "$question" What have you found for it?',
        'Let us finish this question first: "$question" What would you do for it?',
        "One question after the other. What have you found for the one we are at?",
    ),
    "justify": (
        'Where does "$quote" come from, step by step?',
        'Which steps led you to "$quote"?',
    ),
    "justify/any": ("Which steps led you there?",),
    # That a line comes out is not said: it is heard as "right", and its place in the problem may be wrong.
    "holds/tested": (
        'You have put it to the test with "$quote". What does that tell you?',
        'You tested it with "$quote". What do you learn from that?',
    ),
    "holds": (
        'I can follow "$quote". What does "$result" tell you about the problem?',
        'I can follow "$quote". What would you do with "$result" next, and why?',
    ),
    "holds/story": ('I can follow "$quote". Which words in the problem led you to it?',),
    "holds/problem": ('I can follow "$quote". Which words in the problem led you to it?',),
    "holds/calculation": ('I can follow "$quote". Which part of "$focus" is that?',),
    "holds/equation": ('I can follow "$quote". How does it follow from "$focus"?',),
    "holds/mended": (
        'You had "$mended", and with "$quote" that line comes out. How does your work go on from there?',
        'With "$quote" your line "$mended" comes out. What changes in your work after it?',
    ),
    # --- the student asks something ---------------------------------------------------------------------------------
    "asked/meaning": (
        "What would that be in this problem?",
        "Where do you see that in the problem?",
        "How does that help you with the problem?",
    ),
    "asked/either": (
        "You have more than one idea. What would each of them mean in the problem?",
        "You have more than one idea. How could you test which of them fits the problem?",
        "What speaks for the first of your ideas, and what for another?",
    ),
    "asked/row": (
        'You wrote down "$row". What do you see in these numbers?',
        'You have "$row". How will you use these numbers?',
    ),
    "asked/plan": (
        "Try it. What do you get, and what does it tell you about the problem?",
        "Try that. What comes out, and does it bring you closer?",
        "What would you get if you did that, and what would you do with it?",
    ),
    "asked/why": (
        "Take numbers so small that the result is clear, and do it that way. What do you notice?",
        "What would happen if you did it that way with a problem you can draw?",
    ),
    "asked/size": (
        "You can find that out with rounded numbers. What do you get when you round them first?",
        "How could you find that out without working out everything?",
        "What would you have to know to be sure of that?",
    ),
    "asked/may": (
        "Try it out. What would you get, and does it fit the problem?",
        "What makes you think of that?",
        "What would change if you did it, and what if you did not?",
    ),
    # --- what the student has is right as far as it goes ------------------------------------------------------------
    "go_on": (
        'You have "$quote". What is left to do?',
        'You have "$quote". What will you do with it next?',
    ),
    "go_on/calculation": ('You have "$quote". What does "$focus" still need?',),
    "go_on/unworked": (
        'You have "$quote". What do you get when you work it out?',
        'You have "$quote". What does it come to?',
    ),
    "go_on/any": (
        "You are on the way. What comes next is this: $step. How would you do it?",
        "You are on the way. What is left to find?",
    ),
    # --- beside the problem, and the end ----------------------------------------------------------------------------
    "one_at_a_time": (
        "Let us finish this problem first, or leave it on purpose. What would you like to do?",
        "One problem at a time works best. Would you like to go on with this one, or stop here?",
    ),
    "close/solved": (
        "You solved this one yourself. Well done, and see you next time.",
        "This problem is done, and the work was yours. Another one can begin whenever you like.",
    ),
    "close/checked": (
        "Going over it once more is a good habit. The problem is done, and the work was yours.",
        "It is good that you think about it even after the end. You solved this one yourself. Well done.",
    ),
    "close/right": ("Yes, what you had is right, and this problem is done. Well done.",),
    "close/asked": (
        "This problem is solved, and what you had stands. What you ask is worth taking to your teacher or a friend.",
        "What you had stands, and the problem is done. Keep that thought for your teacher or a friend.",
    ),
    "close/changed": ("What you had before is what fits. Put the two side by side and see where they part.",),
    "close/open": (
        "Thank you for working on this with me. Come back to it whenever you like.",
        "Thank you for today. The problem will wait for you.",
    ),
    "comfort": (
        "I am sorry you feel this way; that matters more than any problem. Please talk to an adult you trust, "
        "today if you can. Would you like to stop here for now?",
        "Thank you for telling me. You deserve help from a person: please go to an adult you trust, now if you can. "
        "Is there someone near you?",
        "The maths can wait, you cannot. Please tell an adult you trust how you feel. Who could that be?",
    ),
    "set_aside": (
        'Let us set this aside for now. You worked out "$found", and that holds. Next time, look at this: $step. '
        "Your teacher can help with that part.",
        'Let us set this aside for now. You worked out "$found", and that holds. Next time, begin with "$focus" '
        "and ask your teacher about the part after that.",
        'Let us set this aside for now. You tried "$quote". Next time, look at this: $step. '
        "Your teacher can help with that part.",
        'Let us set this aside for now. You tried "$quote". Next time, look at that line together with your teacher.',
        "Let us set this aside for now. You stayed with it for a long time. Next time, look at this: $step. "
        "Your teacher can help with that part.",
        'Let us set this aside for now. You stayed with it for a long time. Next time, read "$focus" with your '
        "teacher and ask what the first step could be.",
        "Let us set this aside for now. You stayed with it for a long time. Ask your teacher about the part that "
        "feels unclear.",
    ),
    "hand_over": (
        'This one is for you and your teacher now. Show them "$quote"; it tells them what you have tried.',
        "This one is for you and your teacher now. Show them what you have tried; it will help.",
        "The next step is a talk with your teacher. You gave this a real try, and that counts.",
    ),
}
"""What is said, by goal; the goal "help" goes by rung and by what there is to point at."""

SAFE_QUESTIONS = (
    "Try it with easier numbers of your own first. What do you do with them, step by step?",
    "Which step are you least sure of, and why?",
    "If you had to teach this to a friend, where would you begin?",
    "What would you like to try next?",
    "What have you tried so far?",
    "Which word in the problem would you ask about first?",
    "What would a good first step look like?",
    "What could you draw to see it better?",
)
"""The last resort when no line of the bank passes the gate: they say nothing about the problem."""

SAFE_CLOSING = (
    "Let us set this aside for now.",
    "Thank you for working on this with me.",
    "See you next time.",
)
"""The last resort at the end of a lesson."""
