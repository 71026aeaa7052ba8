"""Where a message came: delivered, not reached and why, uncertain, and again by a person's word."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from sqlmodel import select

from bot.records.leader import Leader
from bot.records.meeting import Meeting
from bot.records.outgoing import Outgoing, OutgoingStatus
from bot.simulator.cast import Player
from tests.town import Town

TEXT = "Ta med inomhusskor."


def sends(town: Town, karin: Player, *names: str) -> tuple[Meeting, list[Player]]:
    """Let Karin write to people who come; what goes wrong is up to the story."""
    members = [town.member(name) for name in names]
    meeting = town.announces(karin)
    for one in members:
        town.presses(one, f"come:{meeting.id}:yes")
        one.looks_away()
    return meeting, members


def writes(town: Town, karin: Player, meeting: Meeting, n: int) -> None:
    """Send the message, and let what is tried again be tried."""
    town.presses(karin, f"meet:{meeting.id}:write")
    karin.writes(TEXT)
    karin.taps(f"Skicka till {n}")
    town.moves(minutes=10)


def copies(town: Town, one: Player) -> int:
    """Count how often someone has the message."""
    return sum(TEXT in said.text for said in town.telegram.history(one.place))


def test_the_report_names_those_it_did_not_reach_and_why(tmp_path: Path) -> None:
    """Numbers first, then names by reason."""
    town = Town(tmp_path)
    karin = town.organiser()
    meeting, (sara, nils) = sends(town, karin, "Sara Lind", "Nils Berg")
    town.telegram.faults.add("sendMessage", "forbidden", chat=nils.user.id)
    writes(town, karin, meeting, 2)
    karin.sees("Meddelandet om Dialogträff om kulturplanen är skickat till 1 person.")

    karin.taps("Leveransrapport")

    karin.sees("Leveransrapport: Ta med inomhusskor.", "Framme: 1")
    karin.sees("Har blockerat mig: 1", "Nils Berg (Bräcke amatörteater)")
    assert 1 == copies(town, sara)
    town.close()


def test_those_it_was_meant_for_and_not_written_to_are_in_the_report(town: Town) -> None:
    """One who blocked the bot before, and one who has no Telegram, with how they are reached."""
    karin = town.organiser()
    meeting, (_, nils) = sends(town, karin, "Sara Lind", "Nils Berg")
    town.has_no_telegram("Elsa Svensson", karin, phone="070-1 22 33", email="elsa@post.example")
    nils.blocks()
    town.presses(karin, f"meet:{meeting.id}:write")
    karin.writes(TEXT)
    karin.taps("Välj vilka")
    karin.taps("Alla igen")
    karin.taps("Klart")
    karin.taps("Skicka till 1")
    town.moves(minutes=2)

    town.presses(karin, f"meet:{meeting.id}:letters")
    karin.taps("Rapport: Ta med inomhusskor.")

    karin.sees("Framme: 1", "Har inte Telegram: 1", "Elsa Svensson: 070-1 22 33")
    karin.sees("Har blockerat mig eller lämnat Telegram: 1", "Nils Berg")
    karin.taps("Kopiera e-postadresserna")
    assert "kopierade: elsa@post.example" in town.cast.transcript()
    karin.taps("Text att skicka vidare")
    karin.sees(TEXT, "Anmäl dig hos boten: https://t.me/")


def test_the_report_is_a_file_too(town: Town) -> None:
    """One line for each person, with what became of it."""
    karin = town.organiser()
    meeting, (_, nils) = sends(town, karin, "Sara Lind", "Nils Berg")
    town.presses(karin, f"meet:{meeting.id}:write")
    karin.writes(TEXT)
    karin.taps("Skicka till 2")
    nils.blocks()
    town.moves(minutes=2)
    karin.taps("Leveransrapport")

    karin.taps("Som fil")

    sheet = load_workbook(BytesIO(karin.document(".xlsx"))).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert ["Namn", "Förening", "Hur det gick", "När"] == rows[0]
    assert ["Sara Lind", "Bräcke amatörteater", "Framme"] == rows[1][:3]
    blocked = "Har blockerat mig eller lämnat Telegram"
    assert ["Nils Berg", "Bräcke amatörteater", blocked, None] == rows[2]


def test_an_uncertain_message_is_sent_again_when_a_person_says_so_b2(town: Town) -> None:
    """It is not sent twice by itself; sent again it leaves once more and never a third time."""
    karin = town.organiser()
    meeting, (sara,) = sends(town, karin, "Sara Lind")
    town.telegram.faults.add("sendMessage", "lost_reply", times=2, chat=sara.user.id)
    writes(town, karin, meeting, 1)
    assert 1 == copies(town, sara)
    karin.taps("Leveransrapport")
    karin.sees("Osäkra: 1", "Telegram svarade inte", "Sara Lind")
    card = karin.last
    with town.store.reading() as session:
        doubt = select(Outgoing).where(Outgoing.status == OutgoingStatus.UNCERTAIN)
        row = session.exec(doubt).one()

    karin.taps("Skicka igen till Sara Lind (Bräcke amatörteater)")
    karin.sees_toast("Jag skickar en gång till.")
    town.moves(minutes=10)
    assert 2 == copies(town, sara)
    karin.forges(f"report:{row.broadcast_id}:again:{row.id}", message=card)
    karin.sees_toast("Det har redan skickats två gånger.")
    town.moves(minutes=10)

    assert 2 == copies(town, sara)
    karin.sees_no_button("Skicka igen till Sara Lind (Bräcke amatörteater)")


def test_what_arrived_the_second_time_is_no_longer_uncertain(town: Town) -> None:
    """The report follows."""
    karin = town.organiser()
    meeting, (sara,) = sends(town, karin, "Sara Lind")
    town.telegram.faults.add("sendMessage", "lost_reply", chat=sara.user.id)
    writes(town, karin, meeting, 1)
    karin.taps("Leveransrapport")
    karin.taps("Skicka igen till Sara Lind (Bräcke amatörteater)")
    town.moves(minutes=10)

    town.presses(karin, f"meet:{meeting.id}:letters")
    karin.taps("Rapport: Ta med inomhusskor.")

    karin.sees("Framme: 1")
    karin.sees_no_button("Skicka igen till Sara Lind (Bräcke amatörteater)")


def test_an_invitation_has_a_report_too(town: Town) -> None:
    """One that may have come twice is named, and is not offered to be sent a third time."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.telegram.faults.add("sendMessage", "lost_reply", times=2, chat=sara.user.id)
    meeting = town.announces(karin)
    town.moves(minutes=10)

    town.presses(karin, f"meet:{meeting.id}:letters")
    karin.taps("Rapport: Inbjudan")

    karin.sees("Leveransrapport: Inbjudan", "Osäkra: 1", "Sara Lind")
    karin.sees_no_button("Skicka igen till Sara Lind (Bräcke amatörteater)")


def test_an_organiser_of_one_meeting_follows_her_own_message(town: Town) -> None:
    """The receipt counts for her as for those who run the network."""
    karin = town.organiser()
    meeting, (sara,) = sends(town, karin, "Sara Lind")
    with town.store.transaction() as session:
        her = town.row(session, sara).id
        session.add(Leader(meeting_id=meeting.id, person_id=her, created_at=town.clock.now()))
    ahmed = town.member("Ahmed Ali")
    town.presses(ahmed, f"come:{meeting.id}:yes")
    ahmed.looks_away()

    town.presses(sara, f"meet:{meeting.id}:write")
    sara.writes(TEXT)
    sara.taps("Skicka till 1")
    town.moves(minutes=2)

    ahmed.sees(TEXT)
    sara.sees("är skickat till 1 person.")
