"""The analyst's hand on a world: actors and happenings merged, split, corrected, rejected, and all of it undone."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon import pipeline
from rashomon.model.annotation import Annotation, Event, Mention
from rashomon.model.finding import Action, Judgement
from rashomon.model.text import Document
from rashomon.model.values import When
from rashomon.model.world import Actor, Happening, World
from rashomon.resolve.judgements import regrouped
from rashomon.resolve.world import resolve

TEXTS = (
    "President Ana Orlo of Kenya said on Monday that rebels had shelled Tarn. She denied it. Ghana met Kenya in Korr.",
    "Kenyan troops shelled Tarn on Tuesday, Colonel Ivo Brand said. He left. Ghana attacked Velm on Wednesday.",
)
_COUNT = 0


def judged(action: Action, *subjects: str, field: str | None = None, value: str | None = None) -> Judgement:
    global _COUNT
    _COUNT += 1
    when = f"2031-04-01T10:00:00.{_COUNT:06}"
    return Judgement(action=action, subjects=subjects, who="ana", why="x", when=when, field=field, value=value)


class Said:
    def __init__(self) -> None:
        self.documents = [
            Document(text=text, source=str(n), language="en", published=When.on(date(2031, 3, 12 + n)))
            for n, text in enumerate(TEXTS)
        ]
        self.annotations: list[Annotation] = []
        for one in self.documents:
            self.annotations += pipeline.understand(one).annotations

    def world(self, *judgements: Judgement) -> World:
        return resolve(self.documents, self.annotations, judgements)

    def mention(self, words: str) -> Mention:
        return next(one for one in self.annotations if isinstance(one, Mention) and one.evidence[0].text == words)

    def events(self) -> list[Event]:
        return [one for one in self.annotations if isinstance(one, Event)]


@pytest.fixture(scope="module")
def said() -> Said:
    return Said()


def actor(world: World, name: str) -> Actor:
    return next(one for one in world.actors if one.name == name)


def happening(world: World, event: str) -> Happening:
    return next(one for one in world.happenings if event in one.events)


def test_merged_actors_are_one_and_their_old_ids_still_lead_there(said: Said) -> None:
    ana, ivo = (actor(said.world(), name) for name in ("Ana Orlo", "Ivo Brand"))
    merge = judged("merge", ana.id, ivo.id)
    made = said.world(merge)
    assert set(ana.mentions) | set(ivo.mentions) == set(actor(made, "Ana Orlo").mentions)
    renamed = said.world(merge, judged("correct", ivo.id, field="name", value="A. Orlo"))
    assert actor(renamed, "A. Orlo").id == ana.id


def test_a_judgement_finds_its_actor_by_a_mention_when_the_id_is_gone(said: Said) -> None:
    """After an upgrade an actor may have another key; the words stay."""
    one, other = (said.mention(words).id for words in ("Ana Orlo", "Ivo Brand"))
    made = said.world(judged("merge", "actor-gone", one, "actor-gone-too", other))
    assert len(actor(made, "Ana Orlo").mentions) > len(actor(said.world(), "Ana Orlo").mentions)


def test_a_mention_of_another_actor_takes_its_pronouns_along(said: Said) -> None:
    name, pronoun = said.mention("Ivo Brand"), said.mention("He")
    assert pronoun.antecedent == name.id
    ana = actor(said.world(), "Ana Orlo")
    for value in (f"{ana.id} Ana Orlo", "actor-gone Ana Orlo", "Ana Orlo"):
        links = said.world(judged("correct", name.id, field="actor", value=value)).links
        assert links[name.id] == links[pronoun.id] == ana.id
    links = said.world(judged("split", name.id)).links
    assert links[name.id] == links[pronoun.id] not in {one.id for one in said.world().actors}


def test_a_rejected_event_makes_no_happening(said: Said) -> None:
    (one, *_) = said.world().happenings
    made = said.world(*(judged("reject", id) for id in one.events))
    assert len(made.happenings) == len(said.world().happenings) - 1


def test_a_corrected_event_makes_a_corrected_happening(said: Said) -> None:
    event = next(one for one in said.events() if one.type == "ASSAULT")
    made = said.world(
        judged("correct", event.id, field="type", value="COERCE"),
        judged("correct", event.id, field="initiators", value="Ghana"),
        judged("correct", event.id, field="happened", value="2031-03-01"),
    )
    found = happening(made, event.id)
    assert (found.type, found.happened.earliest) == ("COERCE", "2031-03-01")
    assert actor(made, "Ghana").id in {link.actor for link in found.participants}


def test_happenings_are_merged_and_split_by_their_events(said: Said) -> None:
    first, second = (one.events[0] for one in said.world().happenings[:2])
    merge = judged("merge", first, second)
    made = said.world(merge)
    assert happening(made, first) == happening(made, second)
    apart = said.world(merge, judged("split", second))
    assert happening(apart, second).events == (second,)


def test_groups_after_merges_and_splits() -> None:
    def groups(*judgements: Judgement) -> list[str]:
        made = regrouped([["event-a", "event-b"], ["event-c"], ["event-d"]], judgements, lambda one: one)
        return sorted("".join(sorted(one[-1] for one in group)) for group in made)

    assert groups() == ["ab", "c", "d"]
    assert groups(judged("merge", "event-b", "event-d")) == ["abd", "c"]
    assert groups(judged("split", "event-a")) == ["a", "b", "c", "d"]
    assert groups(judged("split", "event-b", "event-d")) == ["a", "bd", "c"]
    assert groups(judged("merge", "event-gone"), judged("merge", "mention-1", "actor-2")) == ["ab", "c", "d"]


VALUES = ("Ana Orlo", "Ghana", "denied", "COERCE", "2031-03-01", "person", "KEN", "yes", "nonsense", "")
FIELDS = ("actor", "name", "type", "country", "status", "happened", "initiators", "background", "reading", "speaker")
ACTIONS: tuple[Action, ...] = ("merge", "split", "reject", "accept", "correct", "resolve")
Drawn = list[tuple[Action, list[int], str, str]]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(ACTIONS),
            st.lists(st.integers(0, 10_000), min_size=1, max_size=3),
            st.sampled_from(FIELDS),
            st.sampled_from(VALUES),
        ),
        min_size=1,
        max_size=6,
    ),
    st.randoms(),
)
def test_judgements_followed_by_their_undoings_leave_the_world_as_it_was(
    said: Said, drawn: Drawn, random: object
) -> None:
    """Also: no sequence of judgements breaks the world, and the order in which they are listed does not matter."""
    before = said.world()
    ids = [*(one.id for one in said.annotations), *(one.id for one in (*before.actors, *before.happenings))]
    made = [
        judged(
            action,
            *(ids[n % len(ids)] for n in picks),
            **({"field": field, "value": value} if action == "correct" else {}),
        )
        for action, picks, field, value in drawn
    ]
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert said.world(*made) == said.world(*shuffled)
    undone = [*made, *(judged("undo", one.id) for one in made)]
    random.shuffle(undone)  # type: ignore[attr-defined]
    assert said.world(*undone) == before
