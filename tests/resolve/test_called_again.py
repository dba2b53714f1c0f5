"""Bodies without a name of which a report speaks again, those who rise in many reports, and persons of two surnames."""

import pytest

from tests.resolve.test_groups import keys

OPPOSITION = "The United Ugandan Opposition (UUO) took the pass. The opposition said that it had lost no one."


def actors_of(word: str, *texts: str) -> list[str | None]:
    """The keys of the mentions of the last report that hold a word."""
    return [key for text, key in keys(*texts) if word in text.lower()]


@pytest.mark.parametrize(
    "told",
    [
        "The opposition denied any hand in the raid.",
        "Villagers said that planes had brought rockets to the opposition.",
        "UUO spokesmen said so. The leadership of the United Opposition did not answer.",
    ],
)
def test_the_opposition_is_the_only_body_whose_name_ends_so(told: str) -> None:
    assert "body:united ugandan opposition" in actors_of("opposition", OPPOSITION, told)


def test_the_opposition_stays_open_between_two() -> None:
    other = "The National Democratic Opposition met. The National Democratic Opposition denied it."
    assert "body:united ugandan opposition" not in actors_of(
        "opposition", OPPOSITION, other, "The opposition denied it."
    )


@pytest.mark.parametrize(
    ("noun", "told"),
    [
        ("commission", "Ostria asked for a commission of African officers. The commission met. By its own calendar the "
         "commission would leave on Friday."),
        ("committee", "A joint committee was to watch the truce. The committee met. Ostria left the committee."),
        ("militia", "The militia fired. On Friday the militia lost six men. Ostria disarmed the militia."),
    ],
)  # fmt: skip
def test_a_body_without_a_name_is_one_in_its_report(noun: str, told: str) -> None:
    found = actors_of(noun, told)
    assert len(found) >= 2 and len(set(found[-2:])) == 1 and found[-1] is not None


def test_two_commissions_are_not_one() -> None:
    told = "Ostria sent a commission of officers. Sulea sent a commission of judges. The commission met on Friday."
    assert actors_of("commission", told)[-1] is None


@pytest.mark.parametrize(
    "told",
    [
        "Ukraine said that the separatists had fired. Ukraine would not talk to them.",
        "Ukraine counted 38 violations by the terrorists.",
        "The rebels held the road. In Kyiv the army of Ukraine said that it was clear.",
    ],
)
def test_those_who_rise_in_one_state_are_one_group_in_all_reports(told: str) -> None:
    first = "Ukraine accused the rebels of shelling a school. Ukraine said that three were dead."
    words = ("separatists", "terrorists", "rebels")
    assert "group:rebels:UKR" in [key for text, key in keys(first, told) if any(word in text.lower() for word in words)]


def test_their_foes_word_means_others_where_the_report_tells_of_rebels_too() -> None:
    told = "Ukraine said that the rebels had fled. Ukraine said that the terrorists had come from the east."
    assert dict(keys(told))["the terrorists"] is None


@pytest.mark.parametrize(
    "told",
    [
        "OSCE monitors counted nine shells.",
        "The guns were withdrawn, the OSCE observers said.",
        "Forty OSCE observers landed. The observers asked for the maps.",
    ],
)
def test_those_sent_to_watch_are_not_who_sent_them(told: str) -> None:
    found = [key for text, key in keys("The OSCE met in Vienna.", told) if "monitors" in text or "observers" in text]
    assert set(found) == {"body:organization for security and cooperation in europe observers"}


@pytest.mark.parametrize(
    "told",
    [
        "President Tomas Arvedo spoke. Arvedo said that he would not resign.",
        "Doctor Arvedo Lunas said that he would not resign.",
        "The nurse had written to Licenciado Tomas Arvedo Lunas in May.",
    ],
)
def test_who_has_two_surnames_often_goes_by_the_first(told: str) -> None:
    full = "The President, Tomas Arvedo Lunas, spoke on Monday. Arvedo Lunas promised a truce."
    assert "person:tomas arvedo lunas" in [key for text, key in keys(full, told) if "Arvedo" in text]


def test_two_who_share_given_name_and_first_surname_stay_apart() -> None:
    one = "Minister Tomas Arvedo Lunas spoke on Monday."
    other = "Colonel Tomas Arvedo Pirel denied it."
    assert "person:tomas arvedo" in [key for _, key in keys(one, other, "Mr Tomas Arvedo was not seen.")]


JUNTA = "The Military Junta of Brigadier Malek Orlan holds the port. The Junta said that it would stay."


@pytest.mark.parametrize(
    "told",
    [
        "Senegal accuses the Junta of shelling the port. Senegal says that two are dead.",
        "The Supreme Command of the Military Junta counted nine violations. The Junta buried its dead.",
        "Ostria will talk to the Junta, if it leaves the port.",
    ],
)
def test_a_junta_with_a_capital_is_its_own_body_in_every_report(told: str) -> None:
    command = "The Supreme Command of the Military Junta denied it."
    assert "body:supreme command of the military junta" in actors_of("junta", JUNTA, command, told)


@pytest.mark.parametrize(
    "told",
    [
        "The Federal Press Office in Berlin announced the call. It took an hour, according to the press office.",
        "The press office of the Ostrian Foreign Ministry spoke of a call. It was short, the press office said.",
        "The presidential press office spoke of a call. The call was short, the press office informed.",
    ],
)
def test_the_press_office_is_the_one_of_which_the_report_told(told: str) -> None:
    found = actors_of("press office", told)
    assert len(found) >= 2 and found[0] is not None and set(found) == {found[0]}


@pytest.mark.parametrize(
    "told",
    [
        "Sudanese paratroopers crossed the river. Chad's military spokesman, Colonel Brand, put the army's dead at 9.",
        "Sudanese paratroopers fled. Chadian army spokesman Ivo Brand said on Monday that the army had lost nine men.",
        "Sudanese paratroopers stayed. Colonel Ivo Brand, Chad's military spokesman, denied that the army had fired.",
    ],
)
def test_the_army_of_which_its_spokesman_tells_is_his_own(told: str) -> None:
    before = "Chad and Sudan fought on Sunday. Chad shelled Sudan. Sudan shelled Chad. "
    assert "organ:armed forces:TCD" in actors_of("the army", before + told)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("press secretary", "Mr Orlan, his press secretary said, reminded the minister that lists are exchanged."),
        ("spokesman", "President Pavel Orlan, his spokesman said, had refused the offer."),
        ("adviser", "The truce was dead. Pavel Orlan, his adviser told reporters, would not sign."),
    ],
)
def test_who_speaks_for_somebody_between_commas_is_not_he(word: str, told: str) -> None:
    before = "President Pavel Orlan met the envoy on Monday. "
    assert "person:pavel orlan" not in actors_of(word, before + told)


def test_an_apposition_with_his_stays_one() -> None:
    told = "President Pavel Orlan met the envoy. With him came Petra Laun, his spokeswoman, who said nothing."
    assert actors_of("spokeswoman", told) == ["person:petra laun"]
