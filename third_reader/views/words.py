"""The interface's words for the closed sets of the format, in one language."""

from dataclasses import dataclass

from third_reader.languages.catalogue import Catalogue
from third_reader.model.claim import Grade
from third_reader.model.document import Point
from third_reader.model.source import Kind, ReadState


@dataclass(frozen=True, slots=True)
class GradeView:
    """A grade as readers meet it: its sign, its word, and where its rule stands."""

    id: str
    word: str
    href: str
    """The rule on the page of method; empty if the language has no such page."""
    meaning: str
    """One sentence for a reader who meets the scale for the first time."""
    reason: str
    """Why a claim has it: the rule in one sentence."""


def grade_views(t: Catalogue, method: str) -> dict[Grade, GradeView]:
    """Give the eight grades, strongest first; `method` is the address of the page of method."""
    words = grade_words(t)
    meanings = grade_meanings(t)
    reasons = grade_reasons(t)
    return {
        grade: GradeView(
            grade.value,
            words[grade],
            f"{method}#{grade.value}" if method else "",
            meanings[grade],
            reasons[grade],
        )
        for grade in Grade
    }


def grade_words(t: Catalogue) -> dict[Grade, str]:
    """Give each grade's name."""
    return {
        Grade.ON_RECORD: t("On record"),
        Grade.MEASURED: t("Measured"),
        Grade.CORROBORATED: t("Corroborated"),
        Grade.ONE_SOURCE: t("One source"),
        Grade.PARTY_CLAIM: t("A party’s word"),
        Grade.INFERRED: t("Inferred"),
        Grade.NOT_ESTABLISHED: t("Not established"),
        Grade.DISPUTED: t("Disputed"),
    }


def grade_meanings(t: Catalogue) -> dict[Grade, str]:
    """Give what each grade means, for the scale on the home page."""
    return {
        Grade.ON_RECORD: t("A court, an official body or a law says so, in its own document."),
        Grade.MEASURED: t("A test showed it. Whoever has the means can run it again."),
        Grade.CORROBORATED: t("At least two sources say so, and neither leans on the other."),
        Grade.ONE_SOURCE: t("However many papers carry it, all of it goes back to one."),
        Grade.PARTY_CLAIM: t("Only a party with something to gain or to lose says so."),
        Grade.INFERRED: t("We worked it out, and show from what."),
        Grade.NOT_ESTABLISHED: t("People say it. Nobody has shown it."),
        Grade.DISPUTED: t("Sources contradict each other. We give each side."),
    }


def grade_reasons(t: Catalogue) -> dict[Grade, str]:
    """Give the rule that leads to each grade (FORMAT, section 5, "Evidence")."""
    return {
        Grade.ON_RECORD: t("it cites a court record, an official paper or a law itself."),
        Grade.MEASURED: t("it cites a test that others can repeat, told by those who ran it."),
        Grade.CORROBORATED: t("its sources go back to two origins or more."),
        Grade.ONE_SOURCE: t("all of it goes back to one origin."),
        Grade.PARTY_CLAIM: t("only a party to the matter says so, and a party is no origin."),
        Grade.INFERRED: t("we marked it as our own conclusion from what is cited."),
        Grade.NOT_ESTABLISHED: t("we marked it, because nobody has shown it."),
        Grade.DISPUTED: t("we marked it, because sources contradict each other."),
    }


def kind_words(t: Catalogue) -> dict[Kind, str]:
    """Give what each kind of source is called within a line."""
    return {
        Kind.COURT_RECORD: t("court record"),
        Kind.OFFICIAL: t("official document"),
        Kind.LAW: t("law"),
        Kind.TECHNICAL_RESEARCH: t("technical research"),
        Kind.FIRST_PERSON: t("first person"),
        Kind.NEWS_REPORT: t("news report"),
        Kind.ANALYSIS: t("analysis"),
        Kind.PARTY_CLAIM: t("a party’s word"),
    }


def kind_headings(t: Catalogue) -> dict[Kind, str]:
    """Give the heading over the sources of each kind."""
    return {
        Kind.COURT_RECORD: t("Court records"),
        Kind.OFFICIAL: t("Official documents"),
        Kind.LAW: t("Laws"),
        Kind.TECHNICAL_RESEARCH: t("Technical research"),
        Kind.FIRST_PERSON: t("Told in the first person"),
        Kind.NEWS_REPORT: t("News reports"),
        Kind.ANALYSIS: t("Analyses"),
        Kind.PARTY_CLAIM: t("A party’s own words"),
    }


def read_words(t: Catalogue) -> dict[ReadState | None, str]:
    """Give how much of a source we read, within a line."""
    return {
        ReadState.WHOLE: t("read whole"),
        ReadState.PART: t("read in part"),
        ReadState.NONE: t("not read"),
        None: t("reading not stated"),
    }


def status_words(t: Catalogue) -> dict[str, str]:
    """Give the states of a source's own address."""
    return {
        "live": t("live"),
        "moved": t("moved"),
        "gone": t("gone"),
        "unreachable": t("out of reach"),
        "": t("not stated"),
    }


def role_words(t: Catalogue) -> dict[str, str]:
    """Give the roles of people."""
    return {
        "sender": t("Sender"),
        "recipient": t("Recipient"),
        "subject": t("Whom it is about"),
        "official": t("Official"),
        "other": t("Also named"),
    }


def basis_words(t: Catalogue) -> dict[str, str]:
    """Give why a person may be named."""
    return {
        "own-interview": t("Gave an interview under this name."),
        "own-statement": t("Made a statement under this name."),
        "court-record": t("Named in a public court record."),
        "press": t("Already named in the press."),
        "public-role": t("Acted in a public office."),
    }


def point_words(t: Catalogue) -> dict[Point, str]:
    """Give the labels of the stops of an envelope."""
    return {Point.FROM: t("From"), Point.THROUGH: t("Through"), Point.TO: t("To")}
