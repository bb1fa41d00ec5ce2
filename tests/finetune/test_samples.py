"""Programs from a model's own samples: right ones are kept, wrong ones dropped, and a stopped run goes on."""

from pathlib import Path

from askback.agent.models import ScriptedModel
from askback.finetune.problems import Problems
from askback.finetune.programs import check
from askback.finetune.rows import build, read_rows
from askback.finetune.samples import Samples
from askback.sandbox import Sandbox

LINE = (
    '{"question": "Mo has 4 bags of 12 nuts and eats 6. How many are left?", "answer": "4*12=<<4*12=48>>48 nuts\\n'
    '48-6=<<48-6=42>>42 left\\n#### 42"}\n'
)
RIGHT = "```python\ndef solution():\n    nuts = 4 * 12\n    left = nuts - 6\n    return left\n```"
WRONG = "```python\ndef solution():\n    left = 12 - 6\n    return left\n```"


def test_only_programs_that_end_right_are_kept(tmp_path: Path, sandbox: Sandbox) -> None:
    gsm8k = tmp_path / "train.jsonl"
    gsm8k.write_text(LINE, encoding="utf-8")
    replies = iter([WRONG, RIGHT, WRONG, WRONG])
    model = ScriptedModel(lambda messages: next(replies, "no idea"))
    out = tmp_path / "rows.jsonl"
    at = build(Samples(Problems(0, gsm8k), sandbox, model, "scripted"), 1, out)
    rows = list(read_rows(out))
    assert [row.reply for row in rows] == [RIGHT]
    assert check(rows, sandbox) == [""]
    assert rows[0].provenance["source"] == "GSM8K train, line 1"
    assert set(at.dropped) <= {"the sample does not give the answer"}
