"""`corrections.yaml` is read whole or told what is wrong, and where."""

from pathlib import Path

import pytest

from third_reader.reading.base import NotClaimsError, read_base
from third_reader.reading.corrections import read_corrections

GOOD = """\
- page: /cases/gao/
  date: 2026-11-20
  was: Twelve
    months.
  now: Ten months.
  claim: ten-months
  why: Misread.
- page: /method/
  date: 2026-11-22
  was: Five rules.
  why: None of them held.
  withdrawn: true
"""


def read(folder: Path, text: str):
    file = folder / "corrections.yaml"
    file.write_text(text, encoding="utf-8")
    found, faults = read_corrections((file, "corrections.yaml"))
    return found, [str(one) for one in faults]


def test_entries_come_newest_first_on_one_line_each(tmp_path: Path) -> None:
    found, faults = read(tmp_path, GOOD)
    assert faults == []
    assert [one.page for one in found] == ["/method/", "/cases/gao/"]
    assert found[1].was == "Twelve months."
    assert found[1].why == "Misread."
    assert (found[0].withdrawn, found[0].now, found[1].withdrawn) == (True, "", False)
    assert found[1].position.line == 1


def test_no_file_and_an_empty_one_are_no_corrections(tmp_path: Path) -> None:
    assert read_corrections(None) == ((), [])
    assert read(tmp_path, "# none so far\n") == ((), [])


def test_the_id_of_an_entry_stays_while_its_words_stay(tmp_path: Path) -> None:
    before, _ = read(tmp_path, GOOD)
    after, _ = read(tmp_path, GOOD.replace("None of them held.", "They fell."))
    assert [one.id for one in before] == [one.id for one in after]
    assert len({one.id for one in before}) == 2


def test_what_is_wrong_has_its_place(tmp_path: Path) -> None:
    bad = GOOD.replace("2026-11-22", "2026-02-30").replace("  now: Ten months.\n", "")
    found, faults = read(tmp_path, bad.replace("  claim:", "  clam:"))
    assert found == ()
    assert [(one.split(":")[1], one[one.rindex("[") :]) for one in sorted(faults)] == [
        ("1", "[missing-key]"), ("5", "[unknown-key]"), ("8", "[bad-date]"),
    ]  # fmt: skip


def test_a_withdrawal_gives_its_reason(tmp_path: Path) -> None:
    _, faults = read(tmp_path, GOOD.replace("  why: None of them held.\n", ""))
    assert faults == ["corrections.yaml:8:3: error: 'why' is missing; add it [missing-key]"]


def test_what_is_no_list_or_no_entry_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, "page: /x/\n")[1][0].endswith("[corrections-shape]")
    assert read(tmp_path, "- words\n")[1][0].startswith("corrections.yaml:1:3: error:")


def test_a_base_is_an_export_of_claims_or_refused(tmp_path: Path) -> None:
    file = tmp_path / "claims.json"
    for text in (
        "{",
        '{"a": 1}',
        "[1]",
        '[{"id": "x"}]',
        "3",
        '[{"url": 1, "id": "", "case": ""}]',
    ):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(NotClaimsError, match=r"claims\.json"):
            read_base(file)
