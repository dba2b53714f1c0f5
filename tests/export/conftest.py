"""Cases of made-up wars, built by hand so that each export's input is known to the letter."""

from pathlib import Path
from typing import Any

import pytest

from rashomon.analyse.view import View
from rashomon.model.annotation import Event, Figure, Link, Pledge, Relation, Title
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Account, Actor, Happening, Truce
from tests.analyse.conftest import Bench

TEXT = (
    "On Monday Velmish gunners shelled the harbour of Tarn, and the blast killed 7 dockers, Osk said. "
    "President Ada Orlo of Osk met the envoy of Velm. Velm denied it. Osk is a member of the Bay Pact."
)
HOSTILE = '=cmd()|"<script>alert(1)</script>\u202e\x1b[31m'
LONG_LINE = "The envoy of Velm said " + "la " * 350_000 + "and left."


class Harbour(Bench):
    """A report of a shelling, told in two papers, with a number of dead, a relation and a contested harbour."""

    def __init__(self) -> None:
        super().__init__()
        self.first = self.report(TEXT, outlet="Osk Herald", title="Harbour shelled", published="2031-03-04", url=URL)
        self.second = self.report("Velm never shelled Tarn.", outlet="Velm Post", published="2031-03-05")
        self.shelling = self.event(self.first, "shelled", ["Velm"], ["Tarn"], places=["Tarn"])
        self.killing = self.event(self.first, "killed", ["Velm"], ["7 dockers"])
        self.denial = self.event(self.second, "shelled", ["Velm"], ["Tarn"], status="denied")
        self.dead = self.figure(self.first, "killed 7 dockers", 7)
        self.claim = self.statement(self.first, "Osk", "the blast killed 7 dockers")
        self.keep(
            Relation(
                document=self.first.id, evidence=(self.words(self.first, "Osk is a member of the Bay Pact"),),
                rule="test", type="member of", subject=(self.link(self.first, "Osk"),),
                object=(self.link(self.first, "Bay Pact"),), when=MARCH, according_to=self.own(self.first),
            )
        )  # fmt: skip
        self.keep(
            Pledge(
                document=self.second.id, evidence=(self.words(self.second, "Velm never shelled Tarn"),), rule="test",
                form="if", by=(self.link(self.second, "Velm"),), according_to=self.own(self.second),
            )
        )  # fmt: skip
        self.link(self.first, "Ada Orlo")
        self._actors |= {
            "Velm": Actor(key="test:Velm", name="Velm", type="state", country="ARM", names=("Velm", "Velmish")),
            "Ada Orlo": Actor(
                key="test:Ada Orlo", name="Ada Orlo", type="person", roles=(Title(title="president", of="Osk"),)
            ),
            "Bay Pact": Actor(key="test:Bay Pact", name="Bay Pact", type="alliance"),
            "Tarn": Actor(
                key="test:Tarn", name="Tarn", type="place", codes=("ARM", "AZE"), note="held by Velm since 2019"
            ),
        }
        self.world(
            happenings=(
                self.happening(self.shelling, self.denial), self.happening(self.killing),
            ),
            truces=(Truce(members=(self.shelling.id,), agreed=MARCH),),
        )  # fmt: skip

    def own(self, document: Document) -> tuple[Link, ...]:
        return (Link(document=document.id),)

    def event(self, document: Document, cue: str, doers: list[str], others: list[str], **more: Any) -> Event:
        places = tuple(self.link(document, one) for one in more.pop("places", []))
        made = Event(
            document=document.id, evidence=(self.words(document, cue),), cue=(self.words(document, cue),), rule="test",
            type="ASSAULT", happened=MONDAY, according_to=self.own(document), places=places,
            initiators=tuple(self.link(document, one) for one in doers),
            recipients=tuple(self.link(document, one) for one in others), **more,
        )  # fmt: skip
        self.keep(made)
        return made

    def figure(self, document: Document, words: str, number: float | None, **more: Any) -> Figure:
        made = Figure(
            document=document.id, evidence=(self.words(document, words),), rule="test", counts="killed",
            low=number, high=number, category="civilian", as_of=MONDAY, according_to=self.own(document), **more,
        )  # fmt: skip
        self.keep(made)
        return made

    def happening(self, *events: Event) -> Happening:
        told = events[0]
        voices = (Account(voice=Link(document=one.document), status=one.status, events=(one.id,)) for one in events)
        places = tuple(Link(actor=self._links[one.mention or ""], span=one.span) for one in told.places)
        return Happening(
            type=told.type, events=tuple(one.id for one in events), happened=told.happened, accounts=tuple(voices),
            places=places, upstreams=("Osk Herald",), independent_sources=1,
        )  # fmt: skip


URL = "https://herald.example/harbour"
MONDAY = When(earliest="2031-03-03", latest="2031-03-03", granularity="day", basis="test")
MARCH = When(earliest="2031-03-01", latest="2031-03-31", granularity="month", basis="test")


@pytest.fixture
def harbour() -> Harbour:
    return Harbour()


@pytest.fixture
def view(harbour: Harbour) -> View:
    return harbour.view()


@pytest.fixture(scope="session")
def hostile() -> View:
    """A case in which title, outlet, name, and words are hostile, and one line is a megabyte long."""
    case = Harbour()
    text = f"{HOSTILE} shelled {HOSTILE}. Velm denied it."
    one = case.report(text, outlet=HOSTILE, title=HOSTILE, published="2031-03-02", byline=(HOSTILE,))
    event = case.event(one, "shelled", [HOSTILE], ["Velm"], places=["Velm"])
    claim = case.statement(one, "Velm", text, name=HOSTILE)
    case.statement(one, "Velm", "denied it", act="deny", of=claim.id)
    long = case.report(LONG_LINE, outlet="Osk Herald", title="A long one", published="2031-03-06")
    case.statement(long, "The envoy of Velm", LONG_LINE.removesuffix("."))
    case.world(happenings=(case.happening(event),))
    return case.view()


def exported(exporter: Any, view: View, path: Path) -> str:
    """What an exporter writes to a file."""
    exporter(view, path)
    return path.read_text("utf-8")
