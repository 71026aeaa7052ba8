"""Someone who phones stands on the list like anyone, and an organiser lets in whom she will."""

from __future__ import annotations

import pytest

from bot.records.meeting import Form
from bot.records.registration import Standing
from bot.simulator.cast import Player
from bot.store import people
from tests.town import LAST_DAY, Town
from tests.town_by_hand import entry, opens


def _enters(karin: Player, name: str) -> None:
    karin.writes(name)
    karin.writes("Ingen")
    karin.writes("Jag meddelar själv")
    karin.taps("Äter allt")
    karin.taps("Nej tack")


def test_one_who_phoned_is_registered_with_everything_that_is_asked(town: Town) -> None:
    """Name, association, telephone, food and needs; and she is counted on the desk."""
    karin = town.organiser()
    meeting = town.announces(karin, seats=10)
    opens(town, karin, meeting)
    karin.sees("Vem vill du anmäla till Dialogträff om kulturplanen?")

    karin.writes("Gunborg Ek")
    karin.sees("Gunborg Ek är anmäld till", "Vilken förening kommer Gunborg Ek från?")
    karin.writes("frösö")
    karin.taps("Frösö hembygdsförening")
    karin.sees("Hur når man Gunborg Ek?")
    karin.writes("063-10 20 30")
    karin.sees("något Gunborg Ek inte äter?")
    karin.taps("Äter allt")
    karin.taps("Nej tack")

    karin.sees("Gunborg Ek är anmäld")
    mine, person = entry(town, meeting, "Gunborg Ek")
    assert mine.standing == Standing.GOING
    assert not mine.is_exception
    assert person.phone == "063-10 20 30"
    town.presses(karin, f"meet:{meeting.id}:desk")
    karin.sees("Kommer: 1 av 10", "Gunborg Ek (Frösö hembygdsförening)")


def test_a_new_association_is_put_in_the_register_after_a_tap(town: Town) -> None:
    """A misspelt name is not added by itself."""
    karin = town.organiser()
    meeting = town.announces(karin)
    opens(town, karin, meeting)
    karin.writes("Gunborg Ek")

    karin.writes("Nya kören")
    karin.sees("Jag hittar ingen förening för ”Nya kören”")
    karin.taps("Lägg till ”Nya kören”")
    karin.sees("Hur når man Gunborg Ek?")
    karin.writes("gunborg@example.org")

    _, person = entry(town, meeting, "Gunborg Ek")
    assert person.email == "gunborg@example.org"
    assert person.organisation_id is not None


def test_what_is_neither_a_number_nor_an_address_is_asked_for_again_f4(town: Town) -> None:
    """Nothing is kept that nobody can use."""
    karin = town.organiser()
    meeting = town.announces(karin)
    opens(town, karin, meeting)
    karin.writes("Gunborg Ek")
    karin.writes("ås byalag")

    karin.writes("hos grannen")

    karin.sees("Jag kan inte läsa det som", "Hur når man Gunborg Ek?")
    _, person = entry(town, meeting, "Gunborg Ek")
    assert (person.phone, person.email) == ("", "")


def test_nobody_is_written_down_twice_unasked(town: Town) -> None:
    """Someone of that name is shown first, with her association; she is told herself."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    opens(town, karin, meeting)

    karin.writes("sara lind")
    karin.sees("Jag känner till någon med det namnet")
    karin.taps("Sara Lind (Bräcke amatörteater)")

    karin.sees("Sara Lind är anmäld")
    sara.sees("Karin Ek har anmält dig till Dialogträff om kulturplanen")


def test_someone_else_of_that_name_is_someone_new(town: Town) -> None:
    """Two of one name come, and each is one."""
    karin = town.organiser()
    town.member("Sara Lind")
    meeting = town.announces(karin)
    opens(town, karin, meeting)
    karin.writes("Sara Lind")

    karin.taps("Någon ny: Sara Lind")

    _, person = entry(town, meeting, "Sara Lind")
    assert person.telegram_id is None


def test_karin_is_asked_before_there_are_more_people_than_seats(town: Town) -> None:
    """She may give a seat all the same, or a place in line."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, seats=1)
    sara.taps("Anmäl mig")
    opens(town, karin, meeting)

    karin.writes("Gunborg Ek")
    karin.sees("Det finns ingen plats kvar", "en fler än det finns platser")
    karin.taps("Ge en plats ändå")
    karin.sees("Gunborg Ek är anmäld")
    opens(town, karin, meeting)
    karin.writes("Nils Berg")
    karin.taps("Nummer 1 på reservlistan")
    karin.sees("Nils Berg står som nummer 1 på reservlistan")

    mine, _ = entry(town, meeting, "Gunborg Ek")
    assert (mine.standing, mine.is_exception) == (Standing.GOING, True)
    assert entry(town, meeting, "Nils Berg")[0].standing == Standing.WAITING


def test_one_is_let_in_after_the_last_day_without_opening_for_all_a11(town: Town) -> None:
    """She is told herself; for others it stays closed."""
    karin, sara, nils = town.organiser(), town.member("Sara Lind"), town.member("Nils Berg")
    meeting = town.announces(karin)
    town.moves_to(town.at(LAST_DAY, "23:59:59"))
    town.moves(minutes=601)
    opens(town, karin, meeting)
    karin.sees("Anmälan stängde", "för andra är den fortfarande stängd")

    karin.writes("sara")
    karin.taps("Sara Lind (Bräcke amatörteater)")

    sara.sees("Karin Ek har anmält dig")
    assert entry(town, meeting, "Sara Lind")[0].is_exception
    town.presses(nils, f"come:{meeting.id}:yes")
    nils.sees("Anmälan till Dialogträff om kulturplanen stängde")


def test_one_who_has_asked_is_a_tap_away_on_the_desk(town: Town) -> None:
    """Her question is answered by it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    town.moves_to(town.at(LAST_DAY, "23:59:59"))
    town.moves(minutes=601)
    town.presses(sara, f"come:{meeting.id}:late")
    asked = karin.last
    opens(town, karin, meeting)

    karin.taps("Släpp in Sara Lind")

    sara.sees("Karin Ek har anmält dig")
    karin.taps("Säg nej", message=asked)
    assert entry(town, meeting, "Sara Lind")[0].standing == Standing.GOING


def test_at_a_hybrid_meeting_the_way_is_asked_first(town: Town) -> None:
    """The room has seats of its own."""
    karin = town.organiser()
    meeting = town.announces(karin, form=Form.HYBRID, join_url="https://x.example", seats=1)
    opens(town, karin, meeting)

    karin.writes("Gunborg Ek")
    karin.sees("Hur deltar Gunborg Ek?")
    karin.taps("Digitalt")

    mine, _ = entry(town, meeting, "Gunborg Ek")
    assert mine.attends == "online"


def test_one_who_is_registered_already_is_shown(town: Town) -> None:
    """Nobody gets two places, however often the name is written."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    opens(town, karin, meeting)
    _enters(karin, "Gunborg Ek")
    for name, button, seen in (
        ("Gunborg Ek", "Gunborg Ek", "Anmälan: anmäld"),
        ("Sara Lind", "Sara Lind (Bräcke amatörteater)", "Vem vill du anmäla"),
    ):
        opens(town, karin, meeting)
        karin.writes(name)
        karin.taps(button)
        karin.sees(seen)

    with town.store.reading() as session:
        assert len(people.registered(session, meeting.id)) == 2


def test_one_known_with_everything_is_asked_only_the_questions(town: Town) -> None:
    """What was told last time is not asked again."""
    karin = town.organiser()
    town.has_no_telegram("Gunborg Ek", karin, phone="063-10 20 30")
    meeting = town.announces(karin)
    opens(town, karin, meeting)

    karin.writes("gunborg")
    karin.taps("Gunborg Ek")

    karin.sees("Gunborg Ek är anmäld", "något Gunborg Ek inte äter?")


@pytest.mark.parametrize("token", ["entry:{m}:add", "entry:{m}:list:1", "entry:{m}:seat:1-x-x"])
def test_a_member_registers_nobody_so_g1(town: Town, token: str) -> None:
    """A forged button does nothing, nor does one on somebody else's entry."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    opens(town, karin, meeting)
    _enters(karin, "Gunborg Ek")
    mine, _ = entry(town, meeting, "Gunborg Ek")

    sara.forges(token.format(m=meeting.id))
    sara.sees_toast("Det kan bara")
    sara.forges(f"guest:{mine.id}:remove:yes")

    sara.sees_toast("Det finns inte kvar")
    assert entry(town, meeting, "Gunborg Ek")[0].standing == Standing.GOING


def test_a_forged_choice_is_old(town: Town) -> None:
    """What we never wrote on a button only shows the question again."""
    karin = town.organiser()
    meeting = town.announces(karin)
    opens(town, karin, meeting)

    for choice in ("seat:x", "seat:1-room", "seat:999-x-x", "new:beef"):
        karin.forges(f"entry:{meeting.id}:{choice}")
        karin.sees_toast("Den knappen är gammal")


def test_a_meeting_that_has_begun_takes_nobody_so(town: Town) -> None:
    """At the door there is another way."""
    karin = town.organiser()
    meeting = town.announces(karin)
    opens(town, karin, meeting)
    town.moves(days=40)

    town.presses(karin, f"entry:{meeting.id}:add")
    assert "Vem vill du" not in karin.last.text
    town.presses(karin, f"entry:{meeting.id}:list:1")
    karin.sees("Ingen är anmäld för hand")
    karin.taps("Tillbaka")

    karin.sees("Anmälda: 0")
    with town.store.reading() as session:
        assert people.registered(session, meeting.id) == []


@pytest.mark.parametrize("is_written", [True, False])
def test_one_who_goes_back_registers_nobody(
    town: Town,
    is_written: bool,  # noqa: FBT001 - the one difference
) -> None:
    """A text written afterwards is no name, and neither is a no."""
    karin = town.organiser()
    meeting = town.announces(karin)
    opens(town, karin, meeting)

    if is_written:
        karin.writes("nej")
    else:
        karin.taps("Tillbaka")
    karin.sees("Kommer: 0")
    karin.writes("Tack så länge")

    with town.store.reading() as session:
        assert people.registered(session, meeting.id) == []
