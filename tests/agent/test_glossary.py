"""A student who asks what a word means is told what it means, and no more."""

import pytest

from askback.agent.glossary import meaning_asked


@pytest.mark.parametrize(
    ("text", "first_words"),
    [
        ("what is a denominator?", "The bottom number"),
        ("i dont even know what a mean is", "The mean is"),
        ("whats the median", "The median is"),
        ("oh whats perimeter", "The perimeter is"),
        ("what does mean mean", "The mean is"),
        ("i forgot what perimeter is", "The perimeter is"),
        ("what does percent mean", "Percent means"),
        ("what is a prime number?", "A prime number"),
    ],
)
def test_a_word_asked_about_is_explained(text: str, first_words: str) -> None:
    assert meaning_asked(text).startswith(first_words)


@pytest.mark.parametrize(
    "text",
    [
        "what is 1/3 of 12?",
        "what is the mean of 3, 4 and 5?",
        "what is the area of this triangle?",
        "what do you mean?",
        "what does of mean",
        "I added the numerators",
        "what is the answer",
        "idk",
    ],
)
def test_what_asks_for_more_than_a_word_is_not(text: str) -> None:
    assert meaning_asked(text) == ""
