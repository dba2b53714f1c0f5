"""What is called untrue: "It is a lie that …", "It is not true that …", "Reports of a landing are false"."""

from rashomon.extract.statements.drafts import Draft, Place, place_below, words_in
from rashomon.language.analysis import Analysis, Token
from rashomon.language.lexicon import words

_REAL = ("reality", "truth", "fact", "facts")
_IT = ("it", "this", "that")
_ASIDE = ("which", "who", "whom", "whose", ",")


def untrue(root: Token) -> Place | None:
    """Where the claim stands that a clause calls untrue: what follows "that", else the clause's own subject."""
    judged = root.child("acomp", "attr")
    subject = root.child("nsubj", "expl")
    if subject is None or not is_called_untrue(root):
        return None
    clauses = (one for top in (root, judged or root) for one in top.all("ccomp", "acl", "csubj", "advcl", "relcl"))
    clause = next((one for one in clauses if _that(one)), None)
    if subject.lower in _IT:
        mark = _that(clause) if clause is not None else None
        return place_below(clause, mark.i) if clause is not None and mark is not None else None
    if subject.lemma.lower() in words("speech", "claims") | words("speech", "tales"):
        relative = subject.child("relcl")
        aside = relative is not None and relative.subtree[0].lower in _ASIDE  # "The claim, which Osk made, is false"
        below = [one for one in subject.subtree if not aside or relative is None or one.i < relative.subtree[0].i]
        while below[-1].pos == "PUNCT":
            below.pop()
        return below[0].start, below[-1].end
    return None


def is_called_untrue(root: Token) -> bool:
    """Whether something is a lie, or is not true; a question whether it is, or what will be, is neither."""
    judged = root.child("acomp", "attr")
    if root.lemma in ("correspond", "accord") and root.child("neg") is not None:
        return any(inner.lemma.lower() in _REAL for one in root.all("prep") for inner in one.all("pobj"))
    if root.lemma != "be" or judged is None or any(one.dep == "aux" or one.dep == "mark" for one in root.children):
        return False
    negated = root.child("neg") is not None
    if judged.lemma.lower() in words("speech", "lies"):
        return not negated
    return negated and judged.lower in words("speech", "truths")


def _that(clause: Token) -> Token | None:
    """The "that" of a clause, which the parser may take for its object ("It is a lie that they fired")."""
    thing = clause.child("dobj") if clause.child("nsubj") is not None else None
    near = [*clause.all("mark"), *([thing] if thing is not None and thing.i < clause.i else [])]
    return next((one for one in near if one.lower == "that"), None)


def as_denials(analysis: Analysis, told: list[Draft]) -> list[Draft]:
    """The drafts; each that calls a claim untrue is made a denial of it: "It is a lie that they fired, she said"."""
    for draft in told:
        if draft.act not in ("say", "judge") or len(draft.content) > 2:
            continue
        inside = words_in(analysis, draft)
        numbers = {one.i for one in inside}
        top = next((one for one in inside if one.lemma == "be" and one.head.i not in numbers - {one.i}), None)
        place = untrue(top) if top is not None else None
        if place is not None and any(a <= place[0] and place[1] <= b for a, b in draft.content):
            draft.act = "deny"
            if place[0] > draft.content[0][0]:
                draft.content = [place]
    return told
