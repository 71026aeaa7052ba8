"""The place on the map: sent by the organiser, opened by those who come; and who else comes."""

from __future__ import annotations

import pytest

from bot.records.agenda import AgendaItem
from bot.records.meeting import Form, Meeting
from bot.store import meetings
from tests.town import SATURDAY, Town


def _point(town: Town, meeting: Meeting) -> tuple[float | None, float | None]:
    with town.store.reading() as session:
        found = meetings.get(session, meeting.id)
        assert found is not None
        return found.latitude, found.longitude


def test_a_location_becomes_a_map_on_the_card(town: Town) -> None:
    """The organiser sends it from her telephone; a tap on the card opens it."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)

    karin.sends("location")
    karin.sees("Nu kan de som tittar på Dialogträff om kulturplanen öppna en karta.")
    sara.writes("/moten")
    sara.taps("Dialogträff om kulturplanen")
    sara.taps("Karta")

    venue = sara.last.content["venue"]
    assert isinstance(venue, dict)
    assert ("Teaterverkstaden", "Bangårdsgatan 5, Östersund") == (venue["title"], venue["address"])
    assert {"latitude": 60.6749, "longitude": 17.1413} == venue["location"]


def test_without_a_point_the_button_searches_for_the_address(town: Town) -> None:
    """No button is dead: the map is asked for the place by its name."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin, place="Folkets hus, Åre")
    sara.writes("/moten")
    sara.taps("Dialogträff om kulturplanen")

    sara.taps("Karta")

    assert (
        "https://www.openstreetmap.org/search?query=Folkets%20hus%2C%20%C3%85re"
        in (sara.user.notes[-1])
    )


def test_a_map_link_in_the_midst_of_composing(town: Town) -> None:
    """The link is kept, and the question that was asked is asked again."""
    karin = town.organiser()
    draft = town.drafts(karin, place=None)
    town.presses(karin, f"meet:{draft.id}:compose")
    karin.sees("Var")

    karin.writes("https://www.openstreetmap.org/#map=17/63.17679/14.63611")
    karin.sees("öppna en karta", "Var")
    karin.writes("Storsjöteatern")

    assert (63.17679, 14.63611) == _point(town, draft)


def test_a_new_place_forgets_the_old_ones_point(town: Town) -> None:
    """Nobody is led to where the meeting was."""
    karin = town.organiser()
    meeting = town.announces(karin)
    karin.sends("location")
    town.presses(karin, f"meet:{meeting.id}:change:place")

    karin.writes("Storsjöteatern, Rådhusgatan 48")

    assert (None, None) == _point(town, meeting)


def test_with_several_meetings_the_bot_asks_which(town: Town) -> None:
    """A location says nothing about what it is the place of."""
    karin = town.organiser()
    town.announces(karin)
    second = town.announces(karin, title="Höstmötet")
    town.announces(karin, title="Webbinarium", form=Form.ONLINE, place=None)
    karin.looks_away()

    karin.writes("63.17679, 14.63611")
    karin.sees("Vilket möte gäller platsen?")
    karin.sees_no_button("Webbinarium", message=karin.last)
    karin.taps("Höstmötet", message=karin.last)

    karin.sees("Nu kan de som tittar på Höstmötet öppna en karta.")
    assert (63.17679, 14.63611) == _point(town, second)


def test_a_members_location_goes_nowhere_f3(town: Town) -> None:
    """Where she is is nobody's business; the answer is the one for everything that is not text."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)

    sara.sends("location")
    sara.forges(f"meet:{meeting.id}:spot:63.17679,14.63611")

    sara.sees_toast("Det kan bara arrangörer göra")
    assert (None, None) == _point(town, meeting)


@pytest.mark.parametrize("choice", ["", "norr om stan", "95.00000,14.63611"])
def test_a_forged_point_is_none_g1(town: Town, choice: str) -> None:
    """What is not on earth is not put on the map."""
    karin = town.organiser()
    meeting = town.announces(karin)

    karin.forges(f"meet:{meeting.id}:spot:{choice}")

    assert (None, None) == _point(town, meeting)


def test_the_card_tells_how_long_is_left_and_folds_the_agenda_in(town: Town) -> None:
    """As it is when it is drawn, in the reader's language."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    with town.store.transaction() as session:
        item = AgendaItem(meeting_id=meeting.id, position=1, title="Välkommen", depth=0)
        meetings.replace_agenda(session, meeting.id, [item])
    sara.writes("/moten")
    sara.taps("Dialogträff om kulturplanen")
    sara.sees("Mötet är om 33 dagar.", "1. Välkommen")
    assert "expandable_blockquote" in {mark.type for mark in sara.last.entities}

    town.arrives(SATURDAY, "08:00")
    sara.taps("Dialogträff om kulturplanen")

    sara.sees("Mötet börjar om två timmar.")


def test_a_name_is_shown_only_by_choice(town: Town) -> None:
    """Sara says yes, Ahmed says nothing: others who come see one name and a number."""
    karin = town.organiser()
    people = [town.member(name) for name in ("Sara Lind", "Ahmed Ali", "Nils Berg")]
    sara, ahmed, nils = people
    meeting = town.announces(karin, food="")
    for player in people:
        town.presses(player, f"come:{meeting.id}:yes")
        player.taps("Nej tack")
        player.sees("Får andra deltagare se ditt namn?")

    sara.taps("Ja, visa mitt namn")
    sara.sees("Nu ser andra som kommer till samma möte ditt namn.")
    nils.taps("Nej", message=nils.last)
    town.presses(nils, f"come:{meeting.id}:names")

    nils.sees("Kommer till Dialogträff om kulturplanen", "• Sara Lind", "Och 2 till.")
    assert "Ahmed" not in nils.last.text
    assert ahmed.last.text.startswith("Får andra deltagare")


def test_one_can_change_ones_mind_about_the_name(town: Town) -> None:
    """In the list itself, in place, as often as one likes; and the question comes only once."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, food="")
    town.presses(sara, f"come:{meeting.id}:yes")
    sara.taps("Nej tack")
    town.presses(sara, f"come:{meeting.id}:names")
    sara.sees("1 person kommer. Ingen har valt att visa sitt namn.")

    sara.taps("Visa mitt namn")
    sara.sees("• Sara Lind", "Andra som kommer ser ditt namn.")
    sara.taps("Dölj mitt namn")
    sara.sees("Andra som kommer ser inte ditt namn.")
    town.presses(sara, f"come:{meeting.id}:cancel")
    town.presses(sara, f"come:{meeting.id}:yes")

    assert 1 == sara.chat().count("Får andra deltagare se ditt namn?")


def test_one_who_does_not_come_sees_no_names(town: Town) -> None:
    """Not a member who is not registered, and nobody in a group."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    town.gathers(karin, sara, ahmed)
    meeting = town.announces(karin)
    sara.taps("Anmäl mig", in_group=True)

    ahmed.forges(f"come:{meeting.id}:names")
    ahmed.sees_toast("Bara de som själva kommer ser vilka andra som kommer.")
    ahmed.forges(f"come:{meeting.id}:names", message=town.cast.group.last)

    ahmed.sees_toast("Den knappen är till för någon annan")


def test_one_who_gives_her_seat_up_can_clear_her_calendar(town: Town) -> None:
    """The file takes the entry away, under the same number."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin, food="")
    town.presses(sara, f"come:{meeting.id}:yes")
    sara.taps("Nej tack")
    sara.taps("Lämna återbud")

    sara.taps("Ta bort ur kalendern")

    assert b"METHOD:CANCEL" in sara.document(".ics")
    assert f"UID:{meeting.secret}@samklang".encode() in sara.document(".ics")
