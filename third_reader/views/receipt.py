"""The receipt of a case: delivered, read, read by someone else, each with its grade."""

from dataclasses import dataclass

from third_reader.model.claim import Grade
from third_reader.model.document import Envelope
from third_reader.views.text import Page
from third_reader.views.words import GradeView

SOLID = frozenset({Grade.ON_RECORD, Grade.MEASURED, Grade.CORROBORATED})
"""Grades whose tick is drawn as established."""
STAGES = ("delivered", "read", "third")


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One line of the receipt."""

    ticks: tuple[bool, ...]
    """One to three; True: solid."""
    stage: str
    words: str
    href: str
    grade: GradeView | None


def receipt(page: Page, envelope: Envelope) -> tuple[ReceiptRow, ...]:
    """Give the rows; a stage without a tick leaves its row out."""
    shared, t = page.shared, page.shared.t
    grades = tick_grades(page, envelope)
    solid = tuple(grades.get(stage) in SOLID for stage in STAGES)
    words = {
        "delivered": t("Delivered"),
        "read": t("Read") if solid[STAGES.index("read")] else t("Read?"),
        "third": t("Read by someone else"),
    }
    claims = {claim.id: claim for claim in shared.claims[page.document.url]}
    ticks = {tick.stage: tick for tick in envelope.ticks if tick.claim in claims}
    return tuple(
        ReceiptRow(
            solid[: place + 1],
            words[stage],
            claims[ticks[stage].claim].plain,
            f"#claim-{ticks[stage].claim}",
            shared.grades[grades[stage]] if stage in grades else None,
        )
        for place, stage in enumerate(STAGES)
        if stage in ticks
    )


def tick_grades(page: Page, envelope: Envelope) -> dict[str, Grade]:
    """Give the grade of each tick's claim, by stage."""
    grades = page.shared.site.grades
    return {
        tick.stage: graded.grade
        for tick in envelope.ticks
        if (graded := grades.get((page.document.url, tick.claim)))
    }
