"""Organs without their state."""

from tests.resolve.test_groups import keys

OWNED = "The Velmoran navy sank two boats. Velmora denied it. The president of Velmora wept. Sule's president smiled."


def test_an_organ_of_which_one_state_alone_is_told_to_have_one_is_that_states() -> None:
    told = keys(OWNED, "Sule and Velmora talked all night. Velmora is unhappy. The navy said nothing.")
    assert ("The navy", "organ:navy:velmora") in told


def test_an_organ_stays_open_where_its_report_does_not_name_the_state() -> None:
    assert ("The navy", "organ:navy:velmora") not in keys(OWNED, "Shells fell on the harbour. The navy said nothing.")


def test_our_army_is_that_of_the_reports_own_side() -> None:
    text = (
        "REPUBLIC OF VELMORA\nMinistry of Defence\nZorn\n\nOn Monday our army took the pass. Velmora mourns its dead."
    )
    assert ("our army", "organ:armed forces:velmora") in keys(text)


def test_the_same_army_is_not_the_reports_own() -> None:
    told = keys("Velmora's president spoke. Velmora wept. Velmora fought on. In 1990 the same army fled.")
    assert all(not (key or "").startswith("organ:armed forces") for words, key in told if words == "the same army")


def test_a_building_of_one_state_does_not_tell_of_which_state_a_bare_ministry_is() -> None:
    told = keys("The State Department denied it. Kenya wept.", "The U.S. sent help. The Foreign Ministry was silent.")
    assert all(key != "organ:foreign ministry:USA" for words, key in told if words == "The Foreign Ministry")
