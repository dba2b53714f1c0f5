from collections.abc import Callable

import pytest

from rashomon.extract.certainty import status, voices
from rashomon.extract.found import Found
from rashomon.language.analysis import Analysis, Token
from rashomon.model.annotation import Link


@pytest.fixture
def at(
    analysed: Callable[..., Analysis], found: Callable[..., Found]
) -> Callable[[str], tuple[Analysis, Found, Token]]:
    def locate(text: str) -> tuple[Analysis, Found, Token]:
        """The word between brackets, in the text without them."""
        plain = text.replace("[", "").replace("]", "")
        analysis = analysed(plain)
        word = next(token for token in analysis.tokens if token.start == text.index("["))
        return analysis, found(plain, upto="statements"), word

    return locate


At = Callable[[str], tuple[Analysis, Found, Token]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The chief of staff did not say when the bridge was [bombed].", "asserted"),
        ("The staff left without saying who had been [arrested].", "asserted"),
        ("The chief of staff did not [bomb] the bridge.", "negated"),
        ("Troops [took] the bridge on Monday.", "asserted"),
        ("Troops managed to [take] the bridge.", "asserted"),
        ("The city, [taken] on Monday, was quiet.", "asserted"),
        ("The army said that troops [took] the bridge.", "attributed"),
        ("Troops [took] the bridge, according to the army.", "attributed"),
        ("Troops reportedly [took] the bridge.", "attributed"),
        ("Ostria accused Veldoria of [shelling] the port.", "alleged"),
        ("Veldoria was accused of trying to [shell] the port.", "alleged"),
        ("Ostria allegedly [shelled] the port.", "alleged"),
        ("Ostria denied that it [shelled] the port.", "denied"),
        ("Ostria denied having [shelled] the port.", "denied"),
        ("The palace denied the two [discussed] a canal.", "denied"),
        ("Troops did not [take] the bridge.", "negated"),
        ("Troops failed to [take] the bridge.", "negated"),
        ("No patrol was [encircled] that night.", "negated"),
        ("The ships left without [firing] a shot.", "negated"),
        ("Ostria demands that Veldoria [withdraw] from the bridge.", "planned"),
        ("Brandt insists that the colonel [leave] the town.", "planned"),
        ("It was their wish that Ostria [halt] the convoys.", "planned"),
        ("Brandt insists that the colonels [shell] the town.", "attributed"),
        ("Brandt insists that Ostria [shells] the town.", "attributed"),
        ("Troops will [take] the bridge on Monday.", "planned"),
        ("Troops are to [take] the bridge.", "planned"),
        ("Ostria plans to [take] the bridge.", "planned"),
        ("Brandt vowed to [take] the bridge.", "planned"),
        ("They met to [halt] the fighting.", "planned"),
        ("If troops [take] the bridge, the town falls.", "hypothetical"),
        ("Troops might [take] the bridge.", "hypothetical"),
        ("Unless they leave, troops will [take] the bridge.", "hypothetical"),
        ("Did troops [take] the bridge?", "hypothetical"),
        ("Should they [take] the bridge, the town falls.", "hypothetical"),
        ("[Stop] the convoys and the garrison starves.", "hypothetical"),
        ("It was the third [attack] on the bridge.", "aggregate"),
        ("The fighting has threatened to [widen] into a war of four nations.", "hypothetical"),
        ("Gunners [repelled] attacks on the bridge.", "asserted"),
        ("Gunners repelled [attacks] on the bridge.", "asserted"),
        ("They kept [shelling] the bridge.", "asserted"),
        ("The army claims to have [killed] two rebels.", "attributed"),
        ("The army has [lost] nine aircraft since May.", "aggregate"),
        ("Ostria is [ready] to send a brigade.", "planned"),
        ("Troops are going to [take] the bridge.", "planned"),
        ("The army [took] the truce at its word; it did not take the lie.", "asserted"),
        ("Why did troops [take] the bridge?", "asserted"),
        ("The envoy demanded access to the market where nine people [died].", "attributed"),
    ],
)
def test_status(at: At, text: str, expected: str) -> None:
    assert status(*at(text)) == expected


def test_what_is_repelled_did_happen(at: At) -> None:
    assert status(*at("The garrison repelled two [attacks].")) == "asserted"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Troops [took] the bridge.", []),
        ("The army said that troops [took] the bridge.", ["The army"]),
        ("The envoy said the army had claimed that troops [took] the bridge.", ["the army", "The envoy"]),
        (
            "Troops [took] the bridge, the army said, the Sol news agency reported.",
            ["the army", "the Sol news agency"],
        ),
    ],
)
def test_voices(at: At, text: str, chain: list[str]) -> None:
    analysis, found, token = at(text)
    *inner, last = voices(analysis, found, token)
    assert [link.span.text for link in inner if link.span] == chain
    assert last == Link(document=analysis.document.id)
