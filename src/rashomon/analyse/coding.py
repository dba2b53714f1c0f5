"""Actors and events in the codes of event data sets: quad, intensity, sector, state numbers, side.

What a code cannot say stays empty: an invented state has no number, and a contested
territory no country; its `codes` and `note` say who claims or holds it.
"""

from dataclasses import dataclass

from rashomon.analyse.view import View
from rashomon.language.lexicon import lexicon
from rashomon.model.annotation import Link
from rashomon.model.world import Actor

# The sectors of PLOVER that an actor's type tells; a state or an organisation may be several.
_SECTORS = {"government": "GOV", "alliance": "IGO", "outlet": "MED", "people": "CVL"}
_TROOPS = "organ:armed forces:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody in an event, coded: who, in which words, of which state; None or empty where unknown.

    `codes` and `note` are those of a contested territory (see `Actor`).
    """

    name: str
    raw: str = ""
    title: str = ""
    sector: str = ""
    country: str | None = None
    side: str | None = None
    codes: tuple[str, ...] = ()
    note: str | None = None


def party(view: View, link: Link) -> Party:
    """Who a link stands for, coded."""
    raw = " ".join(link.span.text.split()) if link.span else ""
    actor = view.actors.get(link.actor or "")
    if actor is None:
        return Party(name="", raw=raw)
    state = view.actors.get(view.sides.of(actor.id))
    stands = state if state is not None and state.type == "state" else None
    return Party(
        name=actor.name,
        raw=raw,
        title=actor.roles[0].title if actor.roles else "",
        sector=sector(actor),
        country=None if actor.codes else actor.country or (stands.country if stands else None),
        side=stands.name if stands and not actor.codes else actor.name,
        codes=actor.codes,
        note=actor.note,
    )


def sector(actor: Actor) -> str:
    """The sector of PLOVER that an actor is of ("GOV", "MIL" …); empty where its type does not tell."""
    return "MIL" if actor.key.startswith(_TROOPS) else _SECTORS.get(actor.type, "")


def quad(type: str) -> str:
    """Verbal or material, cooperation or conflict, of a type of event ("VERBAL COOPERATION")."""
    return str(lexicon("plover")[type]["quad"]).upper()


def intensity(type: str) -> float | None:
    """The Goldstein value of a type of event, from -10 to 10; None for a type that joins opposite ones."""
    value: float | None = lexicon("plover")[type]["goldstein"]
    return value


def cow(country: str | None) -> int | None:
    """The Correlates of War number of a state, by its ISO 3166-1 alpha-3 code."""
    number: int | None = lexicon("codes")["cow"].get(country)
    return number


def gleditsch_ward(country: str | None) -> int | None:
    """The Gleditsch and Ward number of a state, by its ISO 3166-1 alpha-3 code."""
    number: int | None = lexicon("codes")["gleditsch_ward"].get(country)
    return number if number is not None else cow(country)


def ftm_country(country: str | None) -> str | None:
    """The code by which FollowTheMoney knows a state, by its ISO 3166-1 alpha-3 code."""
    code: str | None = lexicon("codes")["ftm_country"].get(country)
    return code


def ftm_language(language: str) -> str | None:
    """The code by which FollowTheMoney knows a language, by its ISO 639-1 code."""
    code: str | None = lexicon("codes")["ftm_language"].get(language)
    return code
