"""A small classroom app with askback inside: one lesson in a plain call, two at once with asyncio.

Run it from this folder: python app.py
"""

import asyncio

from agent import ClassroomModel
from askback.agent import Tutor


def one_lesson(tutor: Tutor) -> None:
    """The plain way: one call, one checked reply."""
    lesson = tutor.lesson("What is 1/3 + 1/4?", student="ana", grade=5)
    reply = lesson.say("I got 2/7, I added the tops and the bottoms")
    print("ana:", reply.text)


async def two_lessons(tutor: Tutor) -> None:
    """Two students at once; each reply comes when it is ready."""
    ben = tutor.lesson("Solve 3x + 6 = 18", student="ben", grade=7)
    eva = tutor.lesson("What is 25% of 80?", student="eva", grade=6)
    replies = await asyncio.gather(ben.asay("x = 8"), eva.asay("25"))
    for name, reply in zip(("ben", "eva"), replies, strict=True):
        print(f"{name}:", reply.text)


def main() -> None:
    """Run both with the app's own model."""
    with Tutor(model=ClassroomModel()) as tutor:
        one_lesson(tutor)
        asyncio.run(two_lessons(tutor))


if __name__ == "__main__":
    main()
