"""Minutes on their way: held back like an invitation, and followed person by person."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from bot.records.meeting import Meeting, Status
from bot.records.minutes import Minutes
from bot.simulator.cast import Player
from tests.town import Town

FRIDAY = date(2026, 10, 30)
SAID = "Vi vill ses oftare."
MANY = 36


def _held(town: Town, karin: Player) -> Meeting:
    """Let a meeting have been held last Friday, with minutes that nobody has seen."""
    past = {"day": FRIDAY, "closes_on": FRIDAY, "announced_at": town.clock.now()}
    meeting = town.drafts(karin, status=Status.ANNOUNCED, **past)
    with town.store.transaction() as session:
        by = {"created_by": town.row(session, karin).id, "created_at": town.clock.now()}
        session.add(Minutes.model_validate({"meeting_id": meeting.id, "text": SAID, **by}))
    return meeting


def _publishes(town: Town, karin: Player, meeting: Meeting, n: int) -> None:
    town.presses(karin, f"notes:{meeting.id}:publish")
    karin.taps(f"Skicka till {n}")
    town.moves(seconds=61)


def _got(town: Town, members: list[Player]) -> int:
    """Count how often members have been told that there are minutes."""
    said = (one for player in members for one in town.telegram.history(player.place))
    return sum("är klara" in one.text for one in said)


def test_the_report_tells_person_by_person_where_the_minutes_came(tmp_path: Path) -> None:
    """Names by reason, the uncertain with a button each, and the whole as a file."""
    town = Town(tmp_path)
    karin = town.organiser()
    sara, nils, ahmed = (town.member(name) for name in ("Sara Lind", "Nils Berg", "Ahmed Ali"))
    town.has_no_telegram("Greta Ek", karin, phone="070-1 22 33")
    meeting = _held(town, karin)
    town.telegram.faults.add("sendMessage", "forbidden", chat=nils.user.id)
    town.telegram.faults.add("sendMessage", "lost_reply", chat=ahmed.user.id)
    _publishes(town, karin, meeting, 3)
    town.moves(minutes=10)
    karin.sees("är skickade till 1 person", "1 person har blockerat mig")

    karin.taps("Leveransrapport")

    karin.sees("Leveransrapport: Anteckningar, version 1", "Framme: 1", "Osäkra: 1")
    karin.sees("Nils Berg (Bräcke amatörteater)", "Har inte Telegram: 1", "Greta Ek: 070-1")
    karin.taps("Som fil")
    sheet = load_workbook(BytesIO(karin.document(".xlsx"))).active
    assert sheet is not None
    assert {"Sara Lind", "Nils Berg", "Ahmed Ali", "Greta Ek"} <= {row[0].value for row in sheet}
    karin.taps("Skicka igen till Ahmed Ali (Bräcke amatörteater)")
    karin.sees_toast("Jag skickar en gång till.")
    town.moves(minutes=10)
    karin.sees("är skickade till 2 personer")
    karin.taps("Leveransrapport")
    sara.looks_away()
    sara.forges("report:1:show")
    sara.sees_toast("Det kan bara arrangörer")
    karin.taps("Tillbaka")
    karin.sees_button("Leveransrapport")
    town.presses(karin, f"meet:{meeting.id}:letters")
    karin.sees_button("Rapport: Anteckningar, version 1")
    town.close()


def test_those_whom_minutes_do_not_reach_can_be_told_in_another_way(town: Town) -> None:
    """Before anything leaves: their names with addresses, the words to pass on, and a file."""
    karin, _ = town.organiser(), town.member("Sara Lind")
    town.has_no_telegram("Greta Ek", karin, phone="070-1 22 33", email="greta@ek.example")
    meeting = _held(town, karin)
    town.presses(karin, f"notes:{meeting.id}:publish")
    karin.sees("De går till 1 person:", "Sara Lind", "1 till kan jag inte nå")

    karin.taps("Nås inte: 1")

    karin.sees("Dem når jag inte", "Har inte Telegram: 1", "Greta Ek: 070-1 22 33")
    karin.sees_button("Kopiera e-postadresserna")
    karin.taps("Text att skicka vidare")
    karin.sees(SAID)
    town.presses(karin, f"notes:{meeting.id}:missing:all")
    karin.taps("Alla adresser som fil")
    sheet = load_workbook(BytesIO(karin.document(".xlsx"))).active
    assert sheet is not None
    assert [row[0].value for row in sheet][1:] == ["Greta Ek"]
    town.presses(karin, f"notes:{meeting.id}:missing:all")
    karin.taps("Tillbaka")
    karin.sees_button("Skicka till 1")
    town.presses(karin, f"notes:{meeting.id}:missing:2026-01-01")
    karin.sees_button("Publicera")


def test_minutes_are_paused_and_stopped_like_an_invitation(tmp_path: Path) -> None:
    """Nobody is forgotten, nobody gets them twice, and the rest can be spared."""
    town = Town(tmp_path, delivery={"per_second": 1.0})
    karin = town.organiser()
    members = [town.member(f"Medlem {n}") for n in range(MANY)]
    meeting = _held(town, karin)
    _publishes(town, karin, meeting, MANY)

    karin.taps("Pausa")
    town.moves(minutes=5)
    karin.sees("Utskicket av anteckningarna", "är pausat")
    paused = _got(town, members)
    karin.taps("Avbryt resten")
    karin.sees_toast("Stoppat. Resten får det inte.")
    town.moves(minutes=5)
    karin.sees("stoppades på vägen")
    stopped = _got(town, members)
    karin.taps("Skicka till resten")
    town.moves(minutes=5)

    assert 0 < paused == stopped < MANY
    assert _got(town, members) == MANY
    karin.sees(f"är skickade till {MANY} personer")
    assert [] == town.complaints()
    town.close()
