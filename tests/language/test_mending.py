"""Attachments that the parser gets wrong, and those that have to stay as they are."""

import pytest

from rashomon.language.analysis import Token
from rashomon.language.spacy_engine import engine
from rashomon.model.text import Document


def word(text: str, wanted: str) -> Token:
    tokens = engine().analyse(Document(text=text, source="test", language="en")).tokens
    return next(one for one in tokens if one.text == wanted)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Presidents Arturo Rey of Bolivia and Luis Vega of Chile signed the pact in Lima.", "Rey", "Vega"),
        ("The foreign ministers Ada Berg of Norway and Nils Holm of Sweden met in Bergen.", "Berg", "Holm"),
        ("He spoke of the losses of the army and the fate of the prisoners.", "losses", "fate"),
    ],
)
def test_the_second_of_a_pair_stands_beside_the_first(text: str, first: str, second: str) -> None:
    assert word(text, second).head.text == first


def test_two_countries_of_one_thing_stay_together() -> None:
    assert word("The army of Norway and Sweden crossed the river.", "Sweden").head.text == "Norway"


def test_a_long_subject_has_its_verb() -> None:
    text = "Moldovan President Ada Berg and her Russian counterpart, Nils Holm, conferred by telephone on Monday."
    verb = word(text, "conferred")
    assert verb.head is verb and verb.dep == "ROOT"
    assert word(text, "Berg").dep == "nsubj" and word(text, "Berg").head.text == "conferred"


def test_a_caption_without_a_verb_stays_a_noun() -> None:
    text = "A soldier wounded in the fighting at the bridge of Velm."
    assert word(text, "soldier").dep == "ROOT"


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("The republic, said Berg, will keep its word.", "republic", "keep"),
        ("The Republic, the Head of State assured, will respect its signature.", "Republic", "respect"),
        ("Norway, its president said, will receive the observers.", "Norway", "receive"),
    ],
)
def test_a_subject_before_its_teller_is_that_of_what_is_told(text: str, subject: str, verb: str) -> None:
    assert word(text, subject).head.text == verb and word(text, subject).dep == "nsubj"


def test_who_tells_keeps_his_apposition() -> None:
    assert word("The minister, a former general, said on Monday that he will resign.", "minister").head.text == "said"


def test_what_is_past_is_no_part_of_a_wish() -> None:
    text = "The council demanded that the army withdraw and threatened sanctions."
    assert word(text, "threatened").head.text == "demanded"
    assert word("The council demanded that the army withdraw and disarm.", "disarm").head.text == "withdraw"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The Army spokesman, Lt.-Col. Bello Moro, for his part informed the Press that it was over.", "informed"),
        ("The spokesman, Colonel Nils Holm, for his part claimed that forty men fell.", "claimed"),
        ("Ada Berg, for her part, told reporters that she would go.", "told"),
    ],
)
def test_nobodys_part_informs(text: str, verb: str) -> None:
    assert word(text, "part").dep == "pobj" and word(text, "part").head.text == "for"
    assert word(text, "for").head.text in (verb, "Moro", "Holm", "Berg")


def test_a_part_that_acts_stays_a_subject() -> None:
    assert word("For three days his part of the village burned.", "part").dep == "nsubj"


def test_a_rank_of_two_words_ends_no_sentence() -> None:
    text = "The Army spokesman, Lt.-Col. Bello Moro, denied it."
    assert len(engine().analyse(Document(text=text, source="test", language="en")).sentences) == 1
