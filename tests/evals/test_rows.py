from pathlib import Path

import pytest

from askback.agent.errors import InputError
from askback.evals.rows import Form, inline, load


class Pair(Form):
    name: str
    sizes: list[int]


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "rows.jsonl"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_rows_are_read_with_the_line_each_came_from(tmp_path: Path) -> None:
    data = load(written(tmp_path, '{"name": "a", "sizes": [1]}\n\n{"name": "b", "sizes": [], "more": 1}\n'))
    assert [(line, row.name) for line, row in data.read(Pair)] == [(1, "a"), (3, "b")]


def test_a_line_separator_inside_a_text_does_not_break_the_line(tmp_path: Path) -> None:
    data = load(written(tmp_path, '{"name": "a\u2028b", "sizes": []}\n'))
    assert data.read(Pair)[0][1].name == "a\u2028b"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{"sizes": []}', "rows.jsonl: line 2: field 'name': field required"),
        ('{"name": 7, "sizes": []}', "rows.jsonl: line 2: field 'name': input should be a valid string"),
        (
            '{"name": "b", "sizes": [1, "x"]}',
            "rows.jsonl: line 2: field 'sizes.1': input should be a valid integer",
        ),
    ],
)
def test_a_row_of_the_wrong_form_names_line_and_field(tmp_path: Path, row: str, message: str) -> None:
    data = load(written(tmp_path, '{"name": "a", "sizes": [1]}\n' + row))
    with pytest.raises(InputError) as caught:
        data.read(Pair)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "rows.jsonl: line 1: not JSON"),
        ('{"a": 1}\n[1]', "rows.jsonl: line 2: not a JSON object but list"),
        ('{"a": 1}\nnull', "rows.jsonl: line 2: not a JSON object but NoneType"),
        ("[" * 200_000, "rows.jsonl: line 1: not JSON"),
        (b'{"a": 1}\n{"a": "\xff"}', "rows.jsonl: line 2: not UTF-8 text"),
        ("", "rows.jsonl: no rows"),
        ("\n \n", "rows.jsonl: no rows"),
    ],
)
def test_a_file_that_is_not_json_lines_is_one_clear_line(
    tmp_path: Path, content: str | bytes, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        load(written(tmp_path, content))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"cannot read '.*nothing.jsonl': No such file"):
        load(tmp_path / "nothing.jsonl")


def test_a_folder_in_place_of_a_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        load(tmp_path)


def test_the_digest_follows_the_bytes(tmp_path: Path) -> None:
    first = load(written(tmp_path, '{"a": 1}')).digest
    assert load(written(tmp_path, '{"a": 1}')).digest == first
    assert load(written(tmp_path, '{"a": 2}')).digest != first


def test_rows_given_in_code_are_read_by_the_same_forms() -> None:
    assert inline("ours", [{"name": "a", "sizes": [2]}]).read(Pair) == [(1, Pair(name="a", sizes=[2]))]
