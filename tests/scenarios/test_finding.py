"""Finding a meeting: what is coming, what is mine, what has been; leafing in one message."""

from __future__ import annotations

from datetime import date, time, timedelta

from sqlalchemy import event

from bot.deeds import beginning, plans, shelves
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.leader import Leader
from bot.records.meeting import Meeting, Status
from bot.simulator.cast import Player
from bot.store import organisations
from bot.turn import Turn
from tests.town import ASSOCIATIONS, LAST_DAY, SATURDAY, Town


def test_the_three_lists_are_one_message(town: Town) -> None:
    """A tab is turned to in place: no new message, no sound, and every list names its own."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.announces(karin)
    town.announces(karin, title="Höstmötet")
    sara.taps("Anmäl mig")
    sara.writes("/moten")
    list_of_meetings = sara.last

    sara.taps("Mina")
    sara.sees("Mina möten", "Höstmötet", "du är anmäld")
    sara.taps("Tidigare")
    sara.sees("Här hittar du de möten du har varit på. Än så länge är det tomt.")
    sara.taps("Kommande")
    sara.sees("Kommande möten", "Dialogträff om kulturplanen", "du har inte svarat")

    assert list_of_meetings.id == sara.last.id


def test_a_list_without_meetings_says_so_kindly(town: Town) -> None:
    """Nobody stands before an empty list wondering what is wrong."""
    sara = town.member("Sara Lind")

    sara.writes("/moten")
    sara.sees("Just nu finns inga möten att anmäla sig till. Jag skriver till dig när det finns")
    sara.taps("Mina")

    sara.sees("Du har inte svarat på någon inbjudan än. När du har gjort det hittar du mötet här.")


def test_what_has_been_moves_to_the_past(town: Town) -> None:
    """During the meeting it can still be found; afterwards it is among those one has been to."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    town.announces(karin)
    sara.taps("Anmäl mig")
    town.arrives(SATURDAY, "11:00")
    sara.writes("/moten")
    sara.sees("Dialogträff om kulturplanen, lördag 5 december kl. 10.00–14.00: du är anmäld")

    town.arrives(SATURDAY + timedelta(days=1), "12:00")
    sara.taps("Kommande")
    sara.sees("Just nu finns inga möten")
    sara.taps("Tidigare")
    sara.sees("Dialogträff om kulturplanen, lördag 5 december 2026 kl. 10.00–14.00")
    ahmed.writes("/moten")
    ahmed.taps("Tidigare")

    ahmed.sees("Här hittar du de möten du har varit på.")


def test_a_cancelled_meeting_stays_among_ones_own(town: Town) -> None:
    """One who missed the message sees that it is cancelled, until its day has passed."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")
    town.presses(karin, f"meet:{meeting.id}:cancel:yes")
    town.moves(minutes=5)

    sara.writes("/moten")
    sara.taps("Mina")

    sara.sees("Dialogträff om kulturplanen, lördag 5 december kl. 10.00–14.00: mötet är inställt")


def test_three_hundred_meetings_can_be_leafed_through(town: Town) -> None:
    """Eight on a page, and each leads to its card; two of one name are told apart by their day."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    for number in range(300):
        day = SATURDAY + timedelta(days=number)
        facts = {"title": "Styrgrupp", "day": day, "closes_on": LAST_DAY, "start": time(18)}
        town.drafts(karin, status=Status.ANNOUNCED, **facts)

    sara.writes("/moten")
    sara.sees("Kommande möten, sida 1 av 38")
    assert 8 == sara.last.text.count("Styrgrupp")
    sara.taps("Nästa sida")
    sara.sees("Kommande möten, sida 2 av 38")
    town.presses(sara, "list:0:coming:38")
    sara.sees("Kommande möten, sida 38 av 38")
    sara.sees_no_button("Nästa sida", message=sara.last)
    sara.taps("Förra sidan")
    sara.taps("tisdag 21\u00a0september: Styrgrupp")

    sara.sees("tisdag 21 september 2027")
    assert date(2027, 9, 21).weekday() == 1


def test_an_organiser_finds_what_was_held(town: Town) -> None:
    """Every meeting that was held, also those she was not at, with the way to who came."""
    karin = town.organiser()
    town.announces(karin)
    town.arrives(SATURDAY + timedelta(days=1), "12:00")

    karin.writes("/moten")
    karin.taps("Tidigare")
    karin.sees("Tidigare möten", "Dialogträff om kulturplanen")
    karin.taps("Dialogträff om kulturplanen")

    karin.sees("Anmälda: 0")


def _narrowed(town: Town, karin: Player, chosen: dict[str, object], **facts: object) -> Meeting:
    """Let an invitation have left that only some are meant by."""
    meeting, now = town.drafts(karin, **facts), town.clock.now()
    with town.store.transaction() as session:
        told = Broadcast(
            key=f"invitation:{meeting.id}",
            meeting_id=meeting.id,
            kind=BroadcastKind.INVITATION,
            status=BroadcastStatus.DONE,
            audience=chosen,
            starts_at=now,
            created_at=now,
        )
        standing = session.get(Meeting, meeting.id)
        assert standing is not None
        standing.status = Status.ANNOUNCED
        session.add_all([told, standing])
        plans.settle_anew(Turn(session, town.app.house, now))
    return meeting


def test_many_meetings_for_those_of_an_answer_are_found_with_one_question(town: Town) -> None:
    """She has answered none of them, so what holds for one of them holds for all."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    _narrowed(town, karin, {"answered": ["silent"]}, title="Första träffen")
    _narrowed(town, karin, {"answered": ["declined"]}, title="Hemliga träffen")
    few = _questions(town, sara)
    _narrowed(town, karin, {"answered": ["silent"]}, title="Andra träffen")
    _narrowed(town, karin, {"answered": ["declined"]}, title="Dolda träffen")

    sara.writes("/moten")

    sara.sees("Första träffen", "Andra träffen")
    assert "Hemliga träffen" not in sara.last.text
    assert "Dolda träffen" not in sara.last.text
    assert few == _questions(town, sara)


def _questions(town: Town, player: Player) -> int:
    """Count what the database is asked to list the meetings ahead."""
    asked: list[str] = []
    with town.store.transaction() as session:
        turn = beginning.at_home(
            session, town.app.house, town.row(session, player).id, town.clock.now()
        )
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", lambda *said: asked.append(said[2]))
        shelves.coming(turn)
    return len(asked)


def test_what_a_few_are_invited_to_is_found_by_them_alone(town: Town) -> None:
    """And by who has come by a link or helps to run it; sharing offers no more than the list."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    nils = town.member("Nils Berg", ASSOCIATIONS[1])
    berit = town.member("Berit Ek", ASSOCIATIONS[1])
    with town.store.transaction() as session:
        home = organisations.named(session, ASSOCIATIONS[0])
        assert home is not None
    meeting = _narrowed(town, karin, {"organisations": [home.id]})
    with town.store.transaction() as session:
        her, now = town.row(session, berit).id, town.clock.now()
        leads = Leader(meeting_id=meeting.id, person_id=her, created_at=now)
        session.add(leads)

    for player in (sara, karin, berit):
        player.writes("/moten")
        player.sees("Dialogträff om kulturplanen")
    nils.writes("/moten")
    nils.sees("Just nu finns inga möten")
    assert [] == nils.inquires("dialog").results
    assert 1 == len(sara.inquires("dialog").results)

    nils.starts(town.app.house.link_to(meeting))
    nils.taps("Anmäl mig")
    nils.writes("/moten")
    nils.sees("Dialogträff om kulturplanen", "du är anmäld")
