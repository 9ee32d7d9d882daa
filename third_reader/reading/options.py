"""The options of a block: YAML under its first line, judged by the block's schema."""

from third_reader.blocks.reader import Options
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.reading.judge import judge
from third_reader.reading.yaml12 import parse_yaml

SHAPE = Code(
    "block-options",
    "A chart's options stand directly under its first line, each indented by four spaces: `kind`, "
    "`x`, `y`, `unit`, `caption`. Nothing else stands in the block: its file has the numbers.",
)


def read_options(
    kind: str, text: str, at: Position, diagnostics: list[Diagnostic]
) -> Options | None:
    """Read the options of a block that begins at a position; None: they have errors.

    `text` is what stands below its first line, as it is indented there.
    """
    yaml = parse_yaml(text, at.path, at.line + 1)
    diagnostics += yaml.diagnostics
    if yaml.diagnostics:
        return None
    if not isinstance(yaml.value, dict):
        told = "this block has no options; write 'x: …' and 'y: …' below it, four spaces in"
        diagnostics.append(SHAPE.error(at, told))
        return None
    yaml.values[()] = (at.line, at.column)
    faults = judge(yaml.value, kind, at.path, yaml)
    diagnostics += faults
    places = {
        str(where[0]): Position(at.path, *place)
        for where, place in yaml.values.items()
        if len(where) == 1
    }
    return None if faults else Options(yaml.value, places)
