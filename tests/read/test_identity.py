"""Title, author, outlet, address, genre, upstreams and language, as far as the report tells them."""

import pytest

from rashomon.read.authors import author_names
from rashomon.read.draft import Draft
from rashomon.read.finish import finished
from rashomon.read.languages import language_of

LEAD = "Gunners on the Olmo side fired on the lock at Asha before dawn, the garrison of the lock said on Monday."
MORE = "Nobody was hurt. The mediators asked both armies to keep away from the canal until they had met again in Harsk."
REPORT = f"Lock shelled\n\n{LEAD}\n\n{MORE} The lock has been shut since March, and the fields of the valley stand dry."


def outlet(text: str, url: str | None = None) -> str | None:
    return finished(Draft(text=text, source="a.txt", url=url)).outlet


def genre(text: str, **options: str) -> str:
    return finished(Draft(text=text, source="a.txt", **options)).genre  # type: ignore[arg-type]


def upstreams(sentence: str) -> tuple[str, ...]:
    return finished(Draft(text=f"Lock shelled\n\n{LEAD}\n\n{sentence}\n\n{MORE}", source="a.txt")).upstreams


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mira Toll", ("Mira Toll",)),
        ("By Mira Toll and Jan van Osten in Harsk", ("Mira Toll", "Jan van Osten")),
        ("By Mira Toll, Jan Osten and Ana de la Cruz", ("Mira Toll", "Jan Osten", "Ana de la Cruz")),
        ("Mira Toll, special envoy", ("Mira Toll",)),
        ("From our special correspondent Mira Toll", ("Mira Toll",)),
        ("By Mira Toll | 3 May 2027", ("Mira Toll",)),
        ("By our foreign desk, with NWP", ()),
        ("By the Nordwire staff", ()),
        ("By Staff Writer", ()),
    ],
)
def test_names_of_authors(line: str, names: tuple[str, ...]) -> None:
    assert author_names(line) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© The Harsk Mail. All rights reserved.", "The Harsk Mail"),
        ("© 2027 El Faro, Asha. Reproduction prohibited.", "El Faro"),
        ("The views expressed are his own and not those of The Harsk Mail.", "The Harsk Mail"),
        ("Guest columns do not necessarily reflect the position of The Harsk Mail.", "The Harsk Mail"),
        ("The Harsk Mail, Harsk (with Nordwire and Olpress)", "The Harsk Mail"),
        ("The Harsk Mail. Year XII, No. 4,410. Sold at every station", "The Harsk Mail"),
        ("Columns do not reflect the views of this newspaper.", None),
    ],
)
def test_outlet_by_its_footer(line: str, name: str | None) -> None:
    assert outlet(f"{REPORT}\n\n{line}") == name


def test_outlet_by_the_dateline() -> None:
    assert outlet(f"Lock shelled\n\nHARSK, May 3 (Nordwire) - {LEAD}\n\n{MORE}") == "Nordwire"


def test_outlet_by_the_address() -> None:
    assert outlet(REPORT, "https://www.reuters.com/world/lock") == "Reuters"
    assert outlet(REPORT, "https://mail.example/lock") == "mail.example"


def test_outlet_unknown() -> None:
    assert outlet(REPORT) is None


def test_address_by_the_footer() -> None:
    text = f"{REPORT}\n\nOriginal url:\n\n<https://mail.example/2027/05/03/lock>"
    document = finished(Draft(text=text, source="a.txt"))
    assert document.url == "https://mail.example/2027/05/03/lock"
    assert document.published.earliest == "2027-05-03"
    assert document.declared == ""


def test_a_paper_that_prints_an_agency_leans_on_it() -> None:
    text = f"Lock shelled\n\nHARSK, May 3 (Nordwire) - {LEAD}\n\n{MORE}\n\n© The Harsk Mail"
    document = finished(Draft(text=text, source="a.txt"))
    assert (document.outlet, document.upstreams) == ("The Harsk Mail", ("Nordwire",))


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Shells fell near the gate, TASS reported.", ("TASS",)),
        ("Shells fell near the gate, NWP reported.", ("NWP",)),
        ("Shells fell, the Associated Press reported. The keeper told AP so.", ("AP",)),
        ("The gate is lost, the BBC reported on Monday.", ("BBC",)),
        ("The keeper told Radio Harsk that the gate was lost.", ("Radio Harsk",)),
        ("The keeper told the broadcaster Nova that the gate was lost.", ("Nova",)),
        ("The gate is lost, Tarsia's state-run Olpress news agency reported.", ("Olpress",)),
        ("The gate is lost, according to the Harsk Daily Mail.", ("Harsk Daily Mail",)),
        ("The two spoke for an hour, the Tarsian press office said.", ("Tarsian press office",)),
        ("The press service of the President of Olmo denied it.", ("press service of the President of Olmo",)),
        ("NATO reported no losses.", ()),
        ("Shells fell, the Ruritanian news agency said on Monday.", ()),
        ("Olmo's state television Monday showed the gate.", ()),
        ("The mayor told Minister Jan Osten that the gate was lost.", ()),
        ("The army reported eleven dead.", ()),
        ("Olmo reported eleven dead, according to Mira Toll.", ()),
    ],
)
def test_upstreams(sentence: str, names: tuple[str, ...]) -> None:
    assert upstreams(sentence) == names


def test_an_agency_does_not_lean_on_itself() -> None:
    text = f"Lock shelled\n\nHARSK, May 3 (Nordwire) - {LEAD}\n\nThe keeper told Nordwire so. {MORE}"
    assert finished(Draft(text=text, source="a.txt")).upstreams == ()


OPINION = (
    "The lock and us\n\nI have watched this canal for thirty years, and I do not believe a word of either army. "
    "The mediators should go home. Clearly, nobody wants to open the gates, and in my view nobody ever did. "
    "Harsk must pay for the gates; it is time that it did. I think the valley will remember who let it dry out. "
    "We should not wait for another spring, and I for one will not. Let us open the gates ourselves."
)


def test_genre_by_the_authors_voice() -> None:
    assert genre(OPINION) == "opinion"
    assert genre(REPORT) == "report"


def test_what_others_are_quoted_with_is_not_the_authors_voice() -> None:
    quoted = (
        f"{REPORT}\n\n“I think we should open the gates. I must say it is clearly time,” the keeper said. "
        "He said that Harsk should pay, that Olmo must leave, and that the mediators should go home."
    )
    assert genre(quoted) == "report"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Lock shelled\n\nOPINION\n\n{LEAD}\n\n{MORE}", "opinion"),
        (f"Analysis: Why the lock fell\n\n{LEAD}\n\n{MORE}", "analysis"),
        (f"{REPORT}\n\nThe views expressed here are the author's own.", "opinion"),
        (f"PRESS RELEASE\n\n{LEAD}\n\n{MORE}", "statement"),
        (f"For immediate release\n\n{LEAD}\n\n{MORE}", "statement"),
        (f"{REPORT}\n\nThe ministry said so in a press release.", "report"),
        ("Shells fell.", "unknown"),
    ],
)
def test_genre_by_labels(text: str, found: str) -> None:
    assert genre(text) == found


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Address to the nation by President Ilka Morn", "statement"),
        ("War bulletin No. 23", "statement"),
        ("Letter dated 9 June 2041 from the Permanent Representative of Vesk", "statement"),
        ("PRESS SERVICE OF THE PRESIDENT OF VESK", "statement"),
        ("Sol News Agency, Bulletin No. 23", "report"),
        ("Address by president angers the farmers of the plain", "report"),
    ],
)
def test_a_line_over_a_text_says_whose_paper_it_is(head: str, found: str) -> None:
    body = "In the sector of Orle our troops repulsed two attacks. " * 6
    assert genre(f"{head}\n\n{body}") == found


def test_a_text_that_tells_what_others_say_is_a_report() -> None:
    body = "The mayor said the bridge was down. The army said it was not. " * 5
    assert genre(f"Statement by President Ilka Morn\n\n{body}") == "report"


def test_an_interview_is_no_opinion() -> None:
    answers = "I think that clearly we should fight on. In my view it is obvious that we must."
    assert genre("\n\n".join(f"Why is that so {one}?\n\n{answers}" for one in "abcde")) == "report"


def test_genre_by_metadata_and_address() -> None:
    assert genre(OPINION, genre="report") == "report"
    assert genre(REPORT, genre="Op-Ed") == "opinion"
    assert genre(REPORT, url="https://mail.example/opinion/lock") == "opinion"


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        (REPORT, None, "en"),
        ("Les troupes ont bombardé l'écluse mardi matin, selon la garnison de la ville.", None, "fr"),
        ("Los soldados dispararon contra la esclusa el martes, dijo la guarnición.", "en", "es"),
        ("Asha", None, "und"),
        ("Asha", "hy-AM", "hy"),
        ("12 14 1987", "nonsense words", "und"),
    ],
)
def test_language(text: str, declared: str | None, code: str) -> None:
    assert language_of(text, declared) == code


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("THE HARSK GAZETTE\nMonday 3 May 2027 · No. 412 · Truth and Bread", "The Harsk Gazette"),
        ("The Olmo Courier\nMonday, May 3, 2027", "The Olmo Courier"),
    ],
)
def test_a_masthead_is_the_outlet_and_not_the_title(head: str, name: str) -> None:
    read = finished(Draft(text=f"{head}\n\n{REPORT}", source="a.txt"))
    assert (read.outlet, read.title) == (name, "Lock shelled")


@pytest.mark.parametrize(
    "title", ["Times of hunger in the valley", "Press barred from the lock", "Weekly market shelled"]
)
def test_a_title_with_a_word_of_the_press_stays_a_title(title: str) -> None:
    read = finished(Draft(text=f"{title}\n\nBy Mira Toll\n\n{LEAD}\n\n{MORE}", source="a.txt"))
    assert (read.outlet, read.title) == (None, title)
