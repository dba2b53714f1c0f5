"""The stance that a verb tells, and the words of its issue."""

from calendar import month_abbr, month_name
from collections.abc import Sequence
from functools import cache
from typing import Any

from rashomon.extract.clauses import is_negated, modal, of_nothing, subject, without
from rashomon.language.analysis import Token
from rashomon.language.lexicon import lexicon, words
from rashomon.model.annotation import Stance

# The preposition of an issue stands at most so many words behind its verb ("appealed to all who had arms for calm").
_NEAR = 15
_MONTHS = frozenset(name.lower() for name in (*month_name, *month_abbr) if name) | frozenset(
    f"{name.lower()}." for name in month_abbr if name
)


def stance_of(verb: Token) -> tuple[Stance | None, list[Token]]:
    """The stance a verb tells and the words of its issue; (None, []) where it tells none."""
    if verb.pos == "AUX" or verb.lemma in ("be", "remain", "stay"):
        return _of_adjective(verb)
    if (told := _kept(verb) or _voided(verb)) is not None:
        return told
    if _is_yet_to_come(verb) or _is_settled(verb):
        return None, []
    for entry in _verbs().get(verb.lemma, ()):
        for way in entry["takes"]:
            issue = _issue(verb, way)
            if issue and entry["stance"] in ("offers", "accepts") and _is_told_of(verb, issue):
                continue
            if issue and way == "clause" and entry["stance"] == "accepts" and _is_owned_to(verb):
                continue
            if issue and not _is_small(verb, issue, way):
                if is_negated(verb) or no_longer(verb) or of_nothing(verb):
                    other = _lexicon()["negated"].get(verb.lemma)
                    return (other, issue) if other else (None, [])
                return entry["stance"], issue
    return None, []


def _kept(verb: Token) -> tuple[Stance, list[Token]] | None:
    """Read "has promised to respect the truce": one stands by what one will keep."""
    if verb.lemma not in words("positions", "promising") or is_negated(verb):
        return None
    task = next((one for one in verb.all("xcomp") if one.lemma in words("positions", "keeping")), None)
    things = task is not None and task.child("dobj", "prep") is not None and not is_negated(task)
    if task is not None and task.lemma == "keep":  # "promised to keep his troops away" keeps no promise
        kept = lexicon("positions")["willed_things"]["keep"]
        things = any(one.lemma.lower() in kept for one in task.all("dobj"))
        things = things or any(one.lemma.lower() in kept for prep in task.all("prep") for one in prep.all("pobj"))
    return ("supports", task.subtree) if task is not None and things else None


def _voided(verb: Token) -> tuple[Stance, list[Token]] | None:
    """Read "holds the treaty void", "called the accord a dead letter", "regards the annexation as illegal"."""
    if verb.lemma not in words("positions", "judging") or is_negated(verb) or verb.child("auxpass") is not None:
        return None
    clause = verb.child("ccomp", "xcomp", "oprd")
    noun = verb.child("dobj") or (clause.child("nsubj") if clause is not None else None)
    policy = noun is not None and noun.lemma.lower() in words("positions", "policies")
    if noun is None or not policy or noun.i < verb.i:
        return None
    behind = [one for one in verb.subtree if noun.i < one.i <= noun.subtree[-1].i + 5]
    void = any(one.lower in words("positions", "voiding") and not is_negated(one.head) for one in behind)
    return ("rejects", _nominal(noun)) if void else None


def _is_told_of(verb: Token, issue: Sequence[Token]) -> bool:
    """Whether it is told by the way whose plan it is: "the truce Bralone proposed", "the line it agreed to keep"."""
    doer = subject(verb)
    apart = (
        doer is not None
        and doer.tag not in ("WP", "WDT")
        and not any(one.dep == "dobj" and one.pos != "PRON" for one in issue)
    )
    apart = apart and not any(one.tag == "WDT" and one.dep == "pobj" for one in verb.subtree)  # "the call in which …"
    return verb.dep == "relcl" and (apart or any(one is verb.head for one in issue))


def _is_yet_to_come(verb: Token) -> bool:
    """Read "the two have yet to *agree* on the border"."""
    above = verb.head
    return verb.dep == "xcomp" and above.lemma in ("have", "be") and any(one.lower == "yet" for one in above.subtree)


def _is_settled(verb: Token) -> bool:
    """Read "agreed with the general on a truce": what two made together has happened, and is no stance of one."""
    return verb.lemma == "agree" and any(one.lower == "with" for one in verb.all("prep"))


def _is_owned_to(verb: Token) -> bool:
    """Whether what one accepts has happened ("accepted that a second jet had been lost"): an account, no stance."""
    return any(one.tag in ("VBD", "VBN") and modal(one) is None for one in verb.all("ccomp"))


def no_longer(verb: Token) -> bool:
    """Whether somebody does it no longer."""
    return any(
        one.lower == "longer" and any(kid.lower in ("no", "not", "any") for kid in one.children)
        for one in verb.all("advmod")
    )


def _of_adjective(verb: Token) -> tuple[Stance | None, list[Token]]:
    """Read "is ready to withdraw", "is against a truce", "is in favour of a zone"."""
    if is_negated(verb):
        return None, []
    for one in verb.children:
        if one.lower == "in":
            for noun in one.all("pobj"):
                for held, nouns in _lexicon()["in_nouns"].items():
                    if noun.lemma in nouns:
                        return held, [
                            token for prep in noun.all("prep") for each in prep.all("pobj") for token in each.subtree
                        ]
        for stance, cues in _lexicon()["adjectives"].items():
            if one.lower not in cues or one.dep not in ("acomp", "prep") or is_negated(verb):
                continue
            if stance == "supports" and not _is_kept_faith(one):
                continue  # "faithful to her husband"
            inner = one.child("xcomp", "pobj", "pcomp")
            if inner is not None and inner.lemma not in words("positions", "no_offers"):
                return stance, inner.subtree
            for preposition in one.all("prep"):
                if preposition.lower in ("to", "for"):
                    return stance, [token for noun in preposition.all("pobj") for token in noun.subtree]
    return None, []


def _is_kept_faith(adjective: Token) -> bool:
    """Whether somebody is called faithful to what was signed or given as one's word."""
    papers = words("pledges", "pacts") | words("pledges", "papers") | words("positions", "faith")
    behind = (noun for prep in adjective.all("prep") if prep.lower == "to" for noun in prep.all("pobj"))
    return any(noun.lemma.lower() in papers or noun.lower.removesuffix("s") in papers for noun in behind)


def _issue(verb: Token, way: str) -> list[Token]:
    """The words of the issue, where the verb takes it that way."""
    if way == "object":
        told = [token for noun in _things(verb) for token in _nominal(noun)]
        return told or _reduced(verb) or _as_told(verb)
    if way == "clause":
        return [token for one in verb.all("ccomp") if one.i > verb.i for token in _bare(one)]
    if way == "should":
        clauses = [one for one in verb.all("ccomp") if any(kid.lower in ("should", "must") for kid in one.children)]
        return [token for one in clauses for token in _bare(one)]
    if way == "subjunctive":
        return _subjunctive(verb)
    if way == "small_clause":
        return _small_clause(verb)
    if way == "infinitive":
        tasks = [one for one in verb.all("xcomp") if one.pos in ("VERB", "AUX") or one.tag == "VB"]
        if not tasks and verb.lemma == "offer":  # "has offered since May to host both"
            tasks = [
                one for one in verb.all("advcl") if one.tag == "VB" and any(kid.lower == "to" for kid in one.children)
            ]
        return [token for one in tasks if one.i > verb.i for token in one.subtree]
    if way == "whom_to":
        return _of_whom(verb)
    if way in ("out", "down"):
        if not any(one.dep in ("prt", "advmod") and one.lower == way for one in verb.children):
            return []
        doing = [one for one in verb.all("advcl") if one.tag == "VBG" and one.i > verb.i and not one.all("mark")]
        behind = [*verb.all("xcomp", "pcomp"), *doing]
        return _issue(verb, "object") or [token for one in behind for token in one.subtree]
    if way == "in favour of":
        held = [one for prep in verb.all("prep") if prep.lower == "in" for one in prep.all("pobj")]
        nouns = [
            noun for one in held if one.lower in ("favour", "favor")
            for prep in one.all("prep") if prep.lower == "of" for noun in prep.all("pobj", "pcomp")
        ]  # fmt: skip
    else:
        near = (one for one in verb.all("prep", "dative") if one.lower == way and one.i - verb.i <= _NEAR)
        nouns = [noun for one in near for noun in one.all("pobj", "pcomp")]
    told = [token for noun in nouns for token in _nominal(_meant(noun, verb))]
    return told + _to_do(verb, told) if way == "for" else told


def _reduced(verb: Token) -> list[Token]:
    """Read "welcomed the truce signed in Lima", where parsers take "signed" for what the truce did."""
    for clause in verb.all("ccomp"):
        noun = clause.child("nsubj")
        bare = clause.tag in ("VBD", "VBN") and clause.child("mark", "aux", "auxpass", "dobj") is None
        if bare and noun is not None and verb.i < noun.i < clause.i:
            return _nominal(noun) if noun.lemma.lower() in words("positions", "policies") else []
    return []


def _declined(verb: Token) -> bool:
    return is_negated(verb) or of_nothing(verb) or no_longer(verb)


def _at_command(verb: Token) -> bool:
    """Read "ordered his men to hold their fire", "ordered the inhabitants to stay indoors": no demand on others."""
    whom = [*verb.all("dobj", "dative"), *[one for task in verb.all("xcomp", "ccomp") for one in task.all("nsubj")]]
    return any(
        one.lemma.lower() in words("positions", "at_command") or any(kid.tag == "PRP$" for kid in one.children)
        for one in whom
    )


def _to_do(verb: Token, whom: Sequence[Token]) -> list[Token]:
    """Read "called for the leader *to step down*": what those named behind "for" are to do, where it goes on so."""
    last = whom[-1].i if whom else -2
    tasks = (one for one in verb.all("xcomp", "advcl") if one.tag == "VB" and one.subtree[0].i == last + 1)
    return next((one.subtree for one in tasks if one.subtree[0].lower == "to"), [])


def _things(verb: Token) -> list[Token]:
    """What a verb is done to: its object, what "which" goes back to, in the passive its subject, shared ones too."""
    if verb.child("auxpass") is not None:
        return verb.all("nsubjpass") or [one for one in (subject(verb),) if one is not None]
    if verb.tag == "VBN" and verb.dep == "conj" and verb.child("agent") is not None:
        return [one for one in (subject(verb),) if one is not None]  # "accepted by Mali and rejected by Niger"
    return [_meant(one, verb) for one in verb.all("dobj")]


def _meant(noun: Token, verb: Token) -> Token:
    """What a relative pronoun goes back to ("the embargo, which Peru deplores"); any other noun itself."""
    return verb.head if noun.tag in ("WDT", "WP") and verb.dep == "relcl" else noun


def _as_told(verb: Token) -> list[Token]:
    """Read "talks may be suspended, as Warsaw demands and Rome opposes": what the main clause tells."""
    clause = verb.head if verb.dep == "conj" else verb
    as_mark = any(one.lower == "as" and one.dep in ("mark", "advmod") for one in clause.children)
    bare = verb.child("dobj", "ccomp", "xcomp", "prep", "auxpass") is None
    if clause.dep != "advcl" or not as_mark or not bare:
        return []
    main = clause.head
    return without(main, *main.all("advcl", "punct", "conj", "cc", "parataxis", "aux", "nsubj"))


def _subjunctive(verb: Token) -> list[Token]:
    """Read "insists that all troops leave", "asked that the ballot be put off": what is to be done."""
    for one in verb.all("ccomp"):
        aux = [kid.lower for kid in one.all("aux", "auxpass")]
        bare = "be" in aux or (
            one.tag in ("VB", "VBP") and one.lemma not in ("be", "have", "do", "know", "want") and not aux
        )
        if bare and one.i > verb.i and any(kid.dep in ("nsubj", "nsubjpass") for kid in one.children):
            return _bare(one)
    return []


def _small_clause(verb: Token) -> list[Token]:
    """Read "wants the army out", "want them gone", "wants Ankara to leave": what others are to do."""
    for one in verb.all("ccomp", "xcomp"):
        doer = one.child("nsubj", "nsubjpass")
        if one.i > verb.i and doer is not None and doer.i > verb.i:
            return _bare(one)
    noun = verb.child("dobj", "nsubj")
    if noun is not None and noun.i > verb.i:
        behind = [
            one for one in verb.children if one.i > noun.i and one.lower in ("out", "gone", "alive", "back", "away")
        ]
        if behind:
            return [*noun.subtree, *behind[0].subtree]
    return []


def _of_whom(verb: Token) -> list[Token]:
    """Read "urged both sides to halt": what they are to do."""
    for one in verb.children:
        tasked = one.dep in ("xcomp", "ccomp", "advcl") and one.i > verb.i
        if tasked and one.tag == "VB" and any(kid.lower == "to" for kid in one.children):
            named = [kid for kid in one.all("mark") if kid.lower == "for"]  # "called for the army to be withdrawn"
            return without(one, *(named or one.all("nsubj")))
    return []


def _nominal(noun: Token) -> list[Token]:
    """The words of a noun phrase, without what the parser hangs on it beyond a comma ("defences, not adjectives")."""
    found = without(noun, *[one for one in noun.all("relcl") if any(kid.tag in ("WDT", "WP") for kid in one.subtree)])
    while found and found[-1].pos == "PUNCT":
        found.pop()
    return [one for one in found if not (one.dep == "neg" and one.head is noun)]


def _bare(clause: Token) -> list[Token]:
    return without(clause, *clause.all("mark", "punct"))


def _is_small(verb: Token, issue: Sequence[Token], way: str) -> bool:
    """Whether the issue is no matter of policy: an account rejected, a wish to talk."""
    inside = {one.i for one in issue}
    head = next((one for one in issue if one.head.i not in inside), issue[0])
    if way in ("infinitive", "whom_to"):
        head = next((one for one in issue if one.tag == "VB"), head)
        if verb.lemma in ("agree", "consent", "assent") and way == "infinitive" and not _declined(verb):
            return head.lemma not in words("positions", "entertained")  # "agreed to meet again" is an event
        if verb.lemma == "order" and way == "whom_to" and _at_command(verb):
            return True
        dealing = head.lemma in ("talk", "speak") and any(one.lower in ("to", "with") for one in head.all("prep"))
        if verb.lemma in ("refuse", "decline") and dealing and _is_party_talk(head):
            return False  # "has always refused to talk to the government of X"
        if verb.lemma in ("refuse", "decline") and head.lemma == "discuss" and _is_of_policy(head):
            return False  # "refuses to discuss power-sharing"
        return head.lemma in words("positions", "untold" if verb.lemma in ("refuse", "decline") else "small")
    lemma = head.lemma.lower()
    if head.lower in ("this", "that", "these", "those") or any(
        one.lower in words("positions", "told_of") for one in head.children
    ):
        return True  # "rejects this": an account
    if verb.lemma in ("propose", "suggest") and lemma in words("positions", "wordings"):
        return True
    if verb.lemma in ("condemn", "denounce", "deplore", "decry", "welcome", "applaud", "hail", "dismiss"):
        return lemma not in words("positions", "policies")
    if verb.lemma in ("back", "support") and verb.tag == "VBD" and lemma in words("positions", "fighters"):
        return True  # "backed rebels there for years": a tie, and over
    if verb.lemma == "offer" and lemma in words("positions", "courtesies"):
        return True
    if verb.lemma == "agree" and (_is_question(issue) or head.lower in _MONTHS):
        return True  # "agreed on where to sit", "agreed in Lima on May 3"
    asking = verb.lemma in ("demand", "call", "ask", "press", "insist")
    if asking and lemma in words("positions", "favours"):
        return True
    if head.pos == "PRON" and verb.child("auxpass") is None:
        return head.lower not in ("it", "them") or verb.lemma not in words("positions", "of_plans")
    if lemma in words("positions", "accounts") and not asking:
        return not (verb.lemma in ("back", "support", "endorse") and lemma in ("claim", "bid", "call"))
    return verb.lemma in ("seek", "want") and lemma in words("positions", "small_objects")


def _is_question(issue: Sequence[Token]) -> bool:
    """Whether an issue is a question settled ("where to sit and what to eat"), no stand."""
    return issue[0].lower in ("where", "when", "how", "who", "which", "what") and issue[0].tag in ("WRB", "WP", "WDT")


def _is_of_policy(discuss: Token) -> bool:
    """Whether what is not discussed is a plan, and no detail or news."""
    things = [token.lemma.lower() for one in discuss.all("dobj") for token in (one, *one.all("compound"))]
    plans = words("positions", "plans") | words("positions", "policies") | words("pledges", "declared")
    return any(one in plans or one.endswith("sharing") for one in things)


def _is_party_talk(talk: Token) -> bool:
    """Whether one talks to a party, not to the press."""
    nouns = [noun for prep in talk.all("prep") if prep.lower in ("to", "with") for noun in prep.all("pobj")]
    return any(one.pos == "PROPN" or one.lemma.lower() in words("positions", "askable") for one in nouns)


@cache
def _verbs() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in _lexicon()["verbs"]:
        for verb in entry["verbs"]:
            found.setdefault(str(verb), []).append(entry)
    return found


@cache
def _lexicon() -> Any:
    return lexicon("positions")
