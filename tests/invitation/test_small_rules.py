"""Each small rule with its examples: one field at a time, as organisers write it."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.invitation import reader
from bot.invitation.invitation import Invitation, Item

MONDAY = date(2027, 2, 1)


def read(text: str) -> Invitation:
    """Read a text on a Monday in February."""
    return reader.read(text, MONDAY)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Inbjudan till dialogmöte om ljus\n\nTid: 4 mars kl 18", "Dialogmöte om ljus"),
        ("KALLELSE\n\nFöreningen Eken kallar till årsmöte den 4 mars kl 18.", "Årsmöte"),
        ("Kallelse till årsmöte 2027-03-04 kl 18.30 i Stora salen", "Årsmöte"),
        ("Ordinarie årsstämma hålls söndag 7/3 kl. 13 i Ekgården.", "Ordinarie årsstämma"),
        ("4 mars, Nätverksträff för körer\nVälkomna!", "Nätverksträff för körer"),
        ("Startsida / Kultur / Nytt\nMeny\nKulturfrukost i hamn\n4 mars", "Kulturfrukost i hamn"),
        ("Från: Eva\nSkickat: 2027-02-01\nÄmne: VB: Träff om dans 4/3\n\nHej!", "Träff om dans"),
        ("KULTURKVÄLL I BORGEBY\nVi ses i Borgeby den 4 mars", "Kulturkväll i Borgeby"),
        ("Samråd med romska föreningar – inbjudan\nTid: 4 mars", "Samråd med romska föreningar"),
    ],
)  # fmt: skip
def test_the_name_of_the_meeting(text: str, title: str) -> None:
    """Opener, day, hour and place are left out of the name."""
    assert title == read(text).title.value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Plats: Folkets hus, Storgatan 12, Ekby", "Folkets hus, Storgatan 12, Ekby"),
        ("Var? Stadshuset, Drottninggatan 3", "Stadshuset, Drottninggatan 3"),
        ("Plats:\nBiblioteket\nStorgatan 4, Ekby\n\nVälkomna", "Biblioteket, Storgatan 4, Ekby"),
        ("Tid och plats: torsdag 4 mars kl 18, Ekgården", "Ekgården"),
        ("Vi ses 4 mars kl 18 i Stugan, Kyrkvägen 1, Sågby.", "Stugan, Kyrkvägen 1, Sågby"),
        ("4 mars kl 18\nKonserthuset", "Konserthuset"),
        ("Årsmöte 4 mars (heldag), Hotell Solvik", "Hotell Solvik"),
        ("Plats: Länsmuseet. Ingång från gården.", "Länsmuseet"),
        ("Plats: Residenset samt digitalt via Teams", "Residenset"),
        ("Plats: Digitalt via Zoom", None),
        ("Plats: meddelas senare", None),
    ],
)  # fmt: skip
def test_where_one_meets(text: str, place: str | None) -> None:
    """A screen is no place, and neither is a promise."""
    assert place == read(f"Dialogmöte\n\n{text}\n").place.value


@pytest.mark.parametrize(
    "words",
    [
        "Mötet hålls på Zoom.",
        "Länk till mötet skickas dagen innan.",
        "Du kan också delta digitalt.",
        "Möjlighet att delta på distans finns.",
        "Form: Digitalt möte",
        "Lunchmöte, Teams.",
        "Tilaisuuteen voi osallistua etänä.",
        "The meeting takes place online.",
    ],
)
def test_taking_part_from_a_distance(words: str) -> None:
    """Hybrid counts."""
    assert read(f"Dialogmöte 4 mars kl 18\n{words}").online.value


@pytest.mark.parametrize(
    "words",
    [
        "Anmäl dig via länken på webbplatsen.",
        "Vi pratar om att söka bidrag digitalt.",
        "Mötet kan inte följas digitalt.",
        "Så använder vi digitala verktyg.",
    ],
)
def test_what_is_digital_without_being_the_meeting(words: str) -> None:
    """A form on the web is not a meeting on the web."""
    assert not read(f"Dialogmöte 4 mars kl 18\n{words}").online.value


@pytest.mark.parametrize(
    ("words", "food"),
    [
        ("Förtäring: Kaffe och smörgås", "Kaffe och smörgås"),
        ("Vi bjuder på soppa så att ingen är hungrig.", "soppa"),
        ("Lunch serveras kl. 12.", "Lunch serveras"),
        ("Drop-in fika från kl 17.00", "fika"),
        ("Kaffe och tårta", "Kaffe och tårta"),
        ("Tarjoilu: kahvia ja pullaa", "kahvia ja pullaa"),
        ("Lunch is included.", "Lunch is included"),
        ("Ange om du behöver specialkost.", None),
        ("Efter mötet: lotteri och lättare förtäring.", "lättare förtäring"),
        ("Lunchen är fisksoppa, och tolk finns.", "Lunchen är fisksoppa"),
        ("Då blir det paus för en vegetarisk wok som vi bjuder på.", "vegetarisk wok"),
        ("Vi bjuder på fika och bildvisning.", "fika"),
        ("Ta med egen lunch.", None),
    ],
)
def test_what_is_served(words: str, food: str | None) -> None:
    """Asking about diets serves nothing."""
    assert food == read(f"Dialogmöte 4 mars kl 18\n\n{words}\n").food.value


def test_access_that_is_offered_and_needs_that_are_asked_for() -> None:
    """Both are told, and the needs are marked as asked for."""
    told = read("Möte 4 mars\n\nDet finns hörslinga. Säg till om du behöver tolk.\n")

    assert "Det finns hörslinga. Säg till om du behöver tolk." == told.accessibility.value
    assert told.asks_needs.value


@pytest.mark.parametrize(
    "words",
    ["Moderator: Eva Lind", "Samtalet leds av Eva Lind.", "Eva Lind modererar.",
     "Moderator för dagen är Eva Lind, journalist."],
)  # fmt: skip
def test_who_leads_the_talk(words: str) -> None:
    """By label or in a sentence."""
    assert "Eva Lind" == read(f"Dialogmöte 4 mars kl 18\n\n{words}\n").moderator.value


def test_one_registers_with_the_one_who_takes_registrations() -> None:
    """Motions and the town hall's own numbers are somebody else's."""
    told = read(
        "Årsmöte 4 mars kl 18\n\n"
        "Motioner skickas till motion@eken.example senast 15 februari.\n"
        "Anmälan till Eva Lind, eva@eken.example, 070-174 06 05, senast 25 februari.\n"
        "Läs mer på www.eken.example/arsmote.\n\n"
        "Dela sidan\nVäxel 08-465 004 00\n"
    )

    assert ("eva@eken.example", "070-174 06 05") == (
        told.contact_email.value,
        told.contact_phone.value,
    )
    assert ("Eva Lind", ("www.eken.example/arsmote",)) == (told.contact_name.value, told.links)


def test_accounts_and_registers_are_no_phone_numbers() -> None:
    """Plusgiro, organisation numbers and Swish are never rung."""
    told = read(
        "Årsmöte 4 mars\nPlusgiro 12 34 56-7\nOrg.nr 802400-1234\nSwish 123 456 78 90\n"
        "871 31 Ekby\nDnr 2027-00123\n"
    )

    assert told.contact_phone.value is None


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("Kostnad: 200 kr", "cost", "200 kr"),
        ("Det är fritt inträde.", "cost", "fritt inträde"),
        ("Varje förening får skicka två ombud.", "limit_per_association", 2),
        ("Max 3 personer per förening.", "limit_per_association", 3),
        ("Högst två per förening.", "limit_per_association", 2),
        ("Max 2 från varje förening", "limit_per_association", 2),
        ("Det finns 20 platser på plats och 50 digitalt.", "seats", 20),
        ("Det finns 20 platser på plats och 50 digitalt.", "online_seats", 50),
        ("50 digitala platser och 20 på plats.", "seats", 20),
        ("50 digitala platser och 20 på plats.", "online_seats", 50),
        ("Vi har 40 platser i salen, och 100 kan delta digitalt.", "online_seats", 100),
        ("100 kan delta digitalt.", "seats", None),
        ("Vi börjar kl. 10 digitalt.", "online_seats", None),
        ("Antal platser: 40", "seats", 40),
        ("Målgrupp: kulturföreningar", "audience", "kulturföreningar"),
        ("Arrangör: Region Mitt", "organisers", ("Region Mitt",)),
        ("Medverkande: Eva Lind och Bo Ek", "speakers", ("Eva Lind", "Bo Ek")),
    ],
)
def test_terms_and_people(words: str, field: str, value: object) -> None:
    """Small facts with a label or a set phrase."""
    assert value == getattr(read(f"Dialogmöte 4 mars kl 18\n\n{words}\n"), field).value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vi bjuder in till ett möte om kultur och du är välkommen", "sv"),
        ("We invite you to a meeting about culture and you are welcome", "en"),
        ("Tervetuloa mukaan, tilaisuus on kaikille ja se on maksuton", "fi"),
        ("", "sv"),
    ],
)
def test_the_language_of_the_text(text: str, language: str) -> None:
    """Small words tell."""
    assert language == read(text).language


def outline(items: tuple[Item, ...]) -> list[object]:
    """Give titles, with those below in a list of their own."""
    told: list[object] = []
    for item in items:
        told.append(item.title)
        if item.children:
            told.append(outline(item.children))
    return told


@pytest.mark.parametrize(
    ("programme", "points"),
    [
        ("Dagordning\n1. Val\n a) en\n b) två\n2. Slut", ["Val", ["en", "två"], "Slut"]),
        ("Agenda\n• Ett\n  • Ner\n• Två\n\nPaus\n\n• Tre", ["Ett", ["Ner"], "Två", "Paus", "Tre"]),
        ("Vi pratar om:\n- Lokaler\n- Pengar", ["Lokaler", "Pengar"]),
        ("Program\n10.00\nVälkomna\n10.30\nKaffe", ["Välkomna", "Kaffe"]),
        ("Ärenden\n1 Upprop\n2 Val\n3 Slut", ["Upprop", "Val", "Slut"]),
        ("10.00 Ett\n11.00 Två\n12.00 Lunch", ["Ett", "Två", "Lunch"]),
        ("Program: 10.00 Ett 11.00 Två 12.00 Slut", ["Ett", "Två", "Slut"]),
        ("Dagordning\n§ 1 Val\n  - ordförande\n§ 2 Slut", ["Val", ["ordförande"], "Slut"]),
        ("Program\nVälkomna\nFöredrag\nFika", ["Välkomna", "Föredrag", "Fika"]),
        ("Ta med:\n- penna\n- papper", []),
    ],
)  # fmt: skip
def test_the_shape_of_an_agenda(programme: str, points: list[object]) -> None:
    """However it is numbered, bulleted or indented."""
    assert points == outline(read(f"Årsmöte\nTid: 4 mars kl 18\n\n{programme}\n").agenda)


@pytest.mark.parametrize(
    ("line", "title", "speaker"),
    [
        ("Välkommen – Eva Lind, ordförande", "Välkommen", "Eva Lind, ordförande"),
        ("Eva Lind, professor: Kulturen", "Kulturen", "Eva Lind, professor"),
        ("Att leda (Eva Lind)", "Att leda", "Eva Lind"),
        ("Välkomna, kulturchef Eva Lind", "Välkomna", "kulturchef Eva Lind"),
        ("Föreläsning av Eva Lind", "Föreläsning", "Eva Lind"),
        ("Kulturplan – vad händer nu?", "Kulturplan – vad händer nu?", None),
        ("Information från Region Mitt", "Information från Region Mitt", None),
    ],
)
def test_who_speaks(line: str, title: str, speaker: str | None) -> None:
    """A name beside a point is its speaker; a region is none."""
    agenda = read(f"Möte\n\nProgram\n10.00 {line}\n11.00 Paus\n12.00 Slut\n").agenda

    assert (title, speaker) == (agenda[0].title, agenda[0].speaker)


@pytest.mark.parametrize(
    ("line", "is_break"),
    [("Fika", True), ("Lunchsmörgås", True), ("Bensträckare", True), ("Paus med soppa", True),
     ("Kahvitauko", True), ("Coffee", True), ("Lunchföreläsning", False), ("Samtal", False)],
)  # fmt: skip
def test_which_points_are_breaks(line: str, is_break: bool) -> None:  # noqa: FBT001 - a column
    """A talk over lunch is no pause."""
    agenda = read(f"Möte\n\nProgram\n10.00 {line}\n11.00 Ett\n12.00 Slut\n").agenda

    assert is_break is agenda[0].is_break


def test_the_first_hour_of_the_programme_is_no_hour_of_the_last_day() -> None:
    """A bare clock on a new line belongs to what follows it; one that says so to the day."""
    notice = "Träff om dans 4 mars kl 10-14\nAnmäl dig senast 1 mars"
    programme, same_day = read(f"{notice}.\nProgram\n09.00 Kaffe"), read(f"{notice}\nkl. 12.00")

    assert programme.deadline_time.value is None
    assert same_day.deadline_time.value == time(12)
