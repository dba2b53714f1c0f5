"""People without a name and the country that their own words tell: "rebels in the Ivory Coast"."""

from collections.abc import Iterator
from functools import cache

from rashomon.extract.found import phrase
from rashomon.extract.names.entities import Entities, Entity
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words
from rashomon.model.annotation import Mention

OF_A_COUNTRY = "group of a country"
"""The rule of a mention that tells only of what country somebody is, not who."""

_WITHIN = {"in", "across", "throughout", "inside", "at", "near", "within"}
# Those who may well be sent: where they are does not tell whose they are.
_ABROAD = {
    "soldier", "troop", "force", "forces", "policeman", "policemen", "diplomat", "journalist", "observer", "monitor",
    "envoy", "peacekeeper", "marine", "official", "officer", "crew", "sailor", "pilot", "mercenary", "negotiator",
    "mediator", "inspector", "commando", "delegation", "expert", "emissary", "broker", "panel", "helicopter",
    "warplane", "gunboat", "patrol", "infantry", "paratrooper", "legionnaire", "doctor", "nurse", "army", "navy",
    "military", "airman", "airmen", "convoy", "ambassador", "minister", "engineer", "hostage", "captive", "detainee",
}  # fmt: skip
# Of these a state has its own: without more words they are of the only country that the sentence names.
_DOMESTIC = {"police", "opposition", "parliament", "court", "junta", "governor", "mayor", "authorities", "prosecutors"}
_FLEEING = {"flee", "escape"}
# What people flee that tells where they lived; of an army it tells only whose that is.
_WAR = {"war", "fighting", "violence", "conflict", "unrest", "massacre", "clash"}
# Whom police deal with at home; migrants, refugees and gunmen may well come from elsewhere.
_RESIDENTS = {
    "demonstrators", "protesters", "protestors", "students", "workers", "villagers", "residents", "strikers",
    "teachers", "farmers", "miners",
}  # fmt: skip
_POLICE = {"police", "policemen", "gendarmes", "gendarmerie"}
# "A group *based* in Y", "guerrillas *operating* in Y".
_STAYING = {"base", "live", "operate", "reside", "dwell", "bear", "fight", "hide"}
# "Fighters *loyal* to Y", "workers *affiliated* with the union of Y".
_BELONGING, _TO = {"loyal", "affiliated", "belonging", "allied"}, {"to", "with"}
# They act where they live, unlike soldiers and envoys: "students rioted in Dili".
_LOCAL = {
    "people", "residents", "villagers", "students", "workers", "prisoners", "demonstrators", "protesters", "activists",
    "crowds", "farmers", "miners", "teachers", "gunmen", "unions", "parties", "monks", "settlers",
}  # fmt: skip
_MODIFIERS = ("poss", "amod", "compound", "nmod")
# "Workers at a mine in Zambia", "separatists in the Indonesian province of Aceh".
_DEPTH = 3


@cache
def group_nouns() -> frozenset[str]:
    """The nouns for people who act together, singular and plural."""
    nouns = words("events", "groups") - words("titles", "person_noun") - words("naming", "sides")
    irregular = {f"{one[:-3]}men" for one in nouns if one.endswith("man")}
    plural = {f"{one}s" for one in words("events", "groups") | words("titles", "person_noun")}
    parties = {"parties", "authorities", "armies"}
    return frozenset(nouns | irregular | plural | parties)


class Groups:
    """Finds the groups of one report whose country is told, and makes mentions of them."""

    def __init__(self, analysis: Analysis, entities: Entities) -> None:
        self._analysis, self._entities = analysis, entities

    def described(self, token: Token) -> Iterator[Mention]:
        """The mention of the group headed by a token; none where a modifier stands for it, or no country is told."""
        if token.lower not in group_nouns():
            return
        modifier = self._modifier(token)
        if modifier is not None and (modifier.country or modifier.form == "pronoun" or modifier.type != "people"):
            return
        country = self.situated(token) or self._sworn(token) or self._home(token) or self._where(token)
        country = country or self._fleeing(token) or self._policed(token)
        span = phrase(self._analysis, token)
        if country is None or span is None:
            return
        mention = Mention(
            document=span.document, evidence=(span,), form="description", reading="actor", type="people",
            country=country, antecedents=(modifier.id,) if modifier else (), rule=OF_A_COUNTRY, score=0.7,
        )  # fmt: skip
        entity = Entity(mention.id, "people", country, root=mention.id)
        self._entities.add(mention, token, entity)
        yield mention

    def _modifier(self, token: Token) -> Mention | None:
        """The mention that modifies a noun: who the group is taken for ("Kurdish rebels")."""
        near = (self._entities.by_head.get(one.i) for one in token.all(*_MODIFIERS))
        return next((found[0] for found in near if found), None)

    def _home(self, token: Token) -> str | None:
        """The only country named in the sentence, for what every state has of its own."""
        if token.lower not in _DOMESTIC or token.all("prep", "poss"):
            return None
        found = {one[1].country for one in self._entities.within(token.sentence) if one[1].country}
        return next(iter(found)) if len(found) == 1 else None

    def _sworn(self, token: Token) -> str | None:
        """The country of those to whom people belong ("workers affiliated with Y's union", "fighters loyal to Y")."""
        told = token.all("acl", "amod")
        for one in (*told, *(inner for clause in told for inner in clause.all("acomp"))):
            preposition = next((two for two in one.all("prep") if one.lower in _BELONGING and two.lower in _TO), None)
            for noun in preposition.all("pobj") if preposition is not None else []:
                if code := self._country(noun, within=True):
                    return code
        return None

    def _fleeing(self, token: Token) -> str | None:
        """The country that people have fled ("refugees fleeing the civil war in Y")."""
        if _ABROAD & {token.lower, token.lower.removesuffix("s")}:
            return None
        clauses = [one for one in token.all("acl", "relcl") if one.lemma in _FLEEING]
        return next((code for one in clauses if (code := self._fled(one))), None)

    def _fled(self, verb: Token) -> str | None:
        """The country that such a verb tells to be fled."""
        behind = [noun for one in verb.all("prep") if one.lower in ("in", "from") for noun in one.all("pobj")]
        return next((code for noun in (*verb.all("dobj"), *behind) if (code := self._left(noun))), None)

    def _left(self, noun: Token) -> str | None:
        """The country of a place or state that people have left, or of the war there; not of troops."""
        if noun.lemma.lower() in _WAR:
            return self._country(noun, within=True) or self.situated(noun, 1)
        found = self._entities.by_head.get(noun.i)
        return found[0].country if found is not None and found[0].type in ("place", "state") else None

    def _policed(self, token: Token) -> str | None:
        """The country of the police that deal with people, who act at home ("Y's police arrested 12 demonstrators")."""
        if token.lower not in _RESIDENTS or token.dep not in ("dobj", "nsubjpass"):
            return None
        for one in (token.head, token.head.head):
            behind = [noun for agent in one.all("agent") for noun in agent.all("pobj")]
            for noun in (*one.all("nsubj"), *behind):
                if noun.lower in _POLICE and (code := self._country(noun, within=True)):
                    return code
        return None

    def _where(self, token: Token) -> str | None:
        """The country in which those who live there do something ("hundreds of people blocked streets in Y")."""
        top = token
        if token.dep == "pobj" and token.head.lower == "of" and token.head.head.lemma in words("events", "counts"):
            top = token.head.head
        if token.lower not in _LOCAL or top.dep != "nsubj" or top.head.pos != "VERB":
            return None
        if top.head.lemma in _FLEEING:
            return self._fled(top.head)
        around = (top.head, *top.head.all("dobj"))
        return next((code for one in around if (code := self.situated(one, _DEPTH - 1))), None)

    def situated(self, token: Token, depth: int = 0) -> str | None:
        """The country in, of or from which somebody is told to be."""
        stays = not _ABROAD & {token.lower, token.lower.removesuffix("s")}
        living = [one for one in token.all("acl") if one.lemma in _STAYING] if depth == 0 else []
        for preposition in [*token.all("prep"), *(inner for one in living for inner in one.all("prep"))]:
            within = preposition.lower in _WITHIN and stays
            if not within and preposition.lower not in ("of", "from"):
                continue
            for noun in preposition.all("pobj"):
                deeper = self.situated(noun, depth + 1) if within and depth < _DEPTH else None
                if code := self._country(noun, within=within) or deeper:
                    return code
                of_others = depth == 0 and preposition.lower == "from" and noun.lower in group_nouns()
                if of_others and (code := self._country(noun, within=True)):
                    return code  # "doctors from two Dutch aid groups"
        return None

    def _country(self, noun: Token, *, within: bool) -> str | None:
        """The country of a noun after such a preposition: its own, or that of what modifies a place."""
        for one in (noun, *(noun.all(*_MODIFIERS) if within else ())):
            found = self._entities.by_head.get(one.i)
            if found is not None and found[0].country:
                return found[0].country
        return None
