"""What a problem asks and gives, in its own words."""

import pytest

from askback.agent.plain_words import hard_words, longest_sentence, syllables
from askback.agent.problem_words import problem_words
from askback.agent.step_names import name_in_words


@pytest.mark.parametrize(
    ("problem", "shape", "focus", "givens"),
    [
        ("What is 1/3 + 1/4?", "calculation", "1/3 + 1/4", ("1/3", "1/4")),
        (r"What is $0.4 \times 0.3$?", "calculation", r"0.4 \times 0.3", ("0.4", "0.3")),
        ("Solve 3x + 6 = 27.", "equation", "3x + 6 = 27", ()),
        ("Simplify 12/18.", "other", "Simplify 12/18", ("12/18",)),
        ("Which is larger, 0.35 or 0.4?", "other", "Which is larger, 0.35 or 0.4?", ("0.35", "0.4")),
        (
            "Maya packs 6 boxes with 24 pencils each. How many pencils has she?",
            "story",
            "How many pencils has she?",
            ("6 boxes", "24 pencils"),
        ),
        (
            "A coat costs $60. It is 35% off. What is the price?",
            "story",
            "What is the price?",
            ("$60", "35%"),
        ),
    ],
)
def test_a_problem_is_taken_apart(problem: str, shape: str, focus: str, givens: tuple[str, ...]) -> None:
    words = problem_words(problem)
    assert (words.shape, words.focus, words.givens) == (shape, focus, givens)


def test_a_question_too_long_to_repeat_is_left_out() -> None:
    assert problem_words("How many " + "very " * 20 + "long words are there in 2 lines?").focus == ""


@pytest.mark.parametrize(
    ("word", "count"),
    [("step", 1), ("pieces", 2), ("table", 2), ("number", 2), ("added", 2), ("denominator", 5)],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_long_word_is_hard_for_the_young_and_known_when_it_was_said() -> None:
    assert hard_words("a common denominator", 3) == ["denominator"]
    assert hard_words("a common denominator", 7) == []
    assert hard_words("a common denominator", 3, "find the denominator") == []


def test_quotations_do_not_make_a_sentence_long() -> None:
    assert longest_sentence('Look at "one two three four five six". What now?') == 3


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("total_cost", "the total cost"),
        ("zoe_current_age", "Zoe's current age"),
        ("zoes_age", "Zoe's age"),
        ("video_games", "the video games"),
        ("games_dogs", ""),  # never said side by side
        ("total_from", ""),
        ("vlogers", ""),
        ("dogs", ""),  # nothing to be found
        ("s_dogs_left", ""),
        ("dogs_who_have_8", ""),  # a value
    ],
)
def test_a_step_is_named_as_one_says_it_or_not_at_all(name: str, said: str) -> None:
    problem = "Max is 5 years old and Zoe is 7. Each dog likes video games."
    assert name_in_words(name, problem) == said


def test_a_title_ends_no_sentence() -> None:
    assert (
        problem_words("Ann drinks tea. How much did Dr. Hill drink?").focus == "How much did Dr. Hill drink?"
    )
