"""Sources, charts and the other files of data: whatever they hold, reading ends in findings.

What is read without error is then exported, and must be JSON, one record a source.
"""

import json
import re
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.hostile.test_fuzz import LINE
from tests.reading.making import LANGUAGES
from third_reader.exports.bibtex import entry
from third_reader.exports.ris import record
from third_reader.exports.sources import item
from third_reader.model.diagnostic import Diagnostic, errors
from third_reader.reading.charts import read_charts
from third_reader.reading.corrections import read_corrections
from third_reader.reading.glossary import read_glossary
from third_reader.reading.sources import read_sources
from third_reader.reading.vocabulary import read_vocabulary

QUICK = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
WORDS = [
    *("", "x", "<script>alert(1)</script>", "\"'><b onclick=x>", "{{ x }}", "=1+1", "a\nb", "a\n"),
    *(
        "²",
        "２０１９",
        "2019",
        "2019-13",
        "2019-12-11",
        "9999-12-31",
        "0000",
        "0001-01-01",
        "2019/",
    ),
    *(
        "javascript:x",
        'https://a.b/"><x',
        "http://x.onion",
        "https://u@a.b",
        "../x",
        "con",
        "a\u200b",
    ),
    *("日本語", "العربية", "İ", "😀", "\\", "%s", "x" * 300, "TY  - x", "}", "a}\n@b{"),
]
VALUES = st.sampled_from(
    [
        *WORDS,
        *(
            None,
            True,
            0,
            -1,
            10**19,
            1.5,
            2019,
            99999,
            [],
            {},
            ["x"],
            [["x"]],
            [[2019]],
            [[2019, 13]],
        ),
        *(
            {"date-parts": one}
            for one in ([], [[]], [[2019]], [["x"]], [["²"]], [[2019, 2, 30]], 7)
        ),
        *({"raw": "x"}, {"literal": "x"}, [{"year": 2019}], [{"year": "²"}], [{"year": 10**18}]),
        *([{"family": "<b>"}], [{"url": "https://a.b", "date": "2019-12-11"}], [{"literal": "x"}]),
    ]
)
FIELDS = [
    *("id", "type", "title", "title-short", "author", "container-title", "publisher", "issued"),
    *("accessed", "original-date", "URL", "language", "number", "note", "call-number", "DOI", "x"),
]
OURS = ["kind", "read", "derived-from", "archived", "status", "checked", "undated", "note", "x"]
CELLS = st.sampled_from(
    [
        *(
            "x",
            "1",
            "-2.5",
            "",
            '"',
            '"a"',
            '"a""b"',
            '"a\nb"',
            "=1+1",
            "²",
            "１",
            "NaN",
            "1e5",
            "k",
        ),
        *(
            "k;l",
            "@k",
            "[@k]",
            "year",
            "source",
            "\u200f",
            "a\u202eb",
            "日本",
            " ",
            "\t",
            "\\",
            "'",
        ),
    ]
)


def judged(diagnostics: list[Diagnostic], text: str) -> bool:
    """Look at each finding; tell whether there is no error."""
    for one in diagnostics:
        assert LINE.fullmatch(str(one)), str(one)
        assert str(one).isprintable()
        assert len(one.message) <= 260, one.message
        assert 1 <= one.position.line <= text.count("\n") + 2
    return not errors(diagnostics)


@QUICK
@given(
    fields=st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4),
    ours=st.dictionaries(st.sampled_from(OURS), VALUES, max_size=2),
)
@example(fields={"accessed": {"date-parts": [["x"]]}}, ours={})
@example(fields={"original-date": {"date-parts": [["²", 13]]}}, ours={"checked": "9999-12-31"})
@example(fields={"issued": "9999-12-31"}, ours={"undated": True})
@example(fields={"accessed": "2019T}\n@evil{x"}, ours={})
def test_any_source_is_judged_and_exported(
    tmp_path: Path, fields: dict[str, object], ours: dict[str, object]
) -> None:
    custom = {"kind": "news-report", "read": "whole", **ours}
    source = {"id": "k", "title": "T", "issued": "2019", "URL": "https://a.example/", **fields}
    text = json.dumps([{**source, "custom": custom}, {**source, "id": "l", "custom": custom}])
    file = tmp_path / "s.yaml"
    file.write_text(text, encoding="utf-8")
    found, diagnostics = read_sources([(file, "s.yaml")])
    if not judged(diagnostics, text):
        return
    for one in found.values():
        made = item(one)
        json.dumps(made, allow_nan=False, default=str)
        assert len(re.findall(r"(?m)^(TY|ER)  - ", record(made))) == 2
        bib = entry(made)
        assert re.match(r"@\w+\{[a-z0-9.:_-]+,\n", bib)
        assert all(re.match(r"  \w+ = \{.*\},$|\}$|@", line) for line in bib.splitlines()), bib


@QUICK
@given(rows=st.lists(st.lists(CELLS, max_size=4), max_size=5), head=st.booleans())
@example(rows=[[","] * 70], head=True)
def test_any_file_of_numbers_is_judged(
    tmp_path: Path, rows: list[list[str]], *, head: bool
) -> None:
    text = "".join(f"{','.join(row)}\n" for row in ([["x", "y", "source"]] if head else []) + rows)
    file = tmp_path / "c.csv"
    file.write_text(text, encoding="utf-8")
    tables, diagnostics = read_charts([(file, "c.csv")])
    if judged(diagnostics, text):
        table = tables["c.csv"]
        assert all(len(row) == len(table.columns) for row in table.rows)


@QUICK
@given(
    entry=st.dictionaries(
        st.sampled_from(["id", "en", "zh-hant", "zh-hans", "page", "date", "was", "now", "claim"])
        | st.sampled_from(["platforms", "mechanisms", "outcomes", "countries", "why", "withdrawn"]),
        VALUES | st.dictionaries(st.sampled_from(["term", "definition", "a", "en"]), VALUES),
        max_size=5,
    ),
    listed=st.booleans(),
)
def test_any_other_data_is_judged(
    tmp_path: Path, entry: dict[str, object], *, listed: bool
) -> None:
    text = json.dumps([entry, entry] if listed else entry)
    file = tmp_path / "d.yaml"
    file.write_text(text, encoding="utf-8")
    where = (file, "d.yaml")
    judged(read_glossary(where, LANGUAGES)[1], text)
    judged(read_corrections(where)[1], text)
    judged(read_vocabulary(where)[1], text)


@QUICK
@given(data=st.binary(max_size=120), name=st.sampled_from(["s.yaml", "s.json", "c.csv", "d.yaml"]))
def test_any_bytes_are_judged(tmp_path: Path, data: bytes, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    text = data.decode("utf-8", "replace")
    judged(read_sources([(file, name)])[1], text)
    judged(read_charts([(file, name)])[1], text)
    judged(read_glossary((file, name), LANGUAGES)[1], text)
