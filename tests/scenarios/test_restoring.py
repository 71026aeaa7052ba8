"""A network that comes back from its backup."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlmodel import select

from bot.deeds import forgetting_again, voiding
from bot.deeds.voiding import Voided
from bot.records.admission import AdmissionKind
from bot.records.erasure import Erasure
from bot.simulator.cast import Player
from bot.store import saving
from bot.turn import Turn
from tests.filler import everything
from tests.town import Town, comes

FRIDAY = date(2026, 12, 4)
"""The day before the town's meeting."""


def _backed_up(town: Town, folder: Path) -> Path:
    copy = folder / f"copy{saving.ending(town.store)}"
    saving.save(town.store, copy, lambda _done, _whole: None)
    return copy


def _comes_back(town: Town, copy: Path, *, voids: bool = True) -> Voided:
    """Restore while the bot is down, and start it again."""
    saving.put_back(town.store, copy)
    voided = Voided(0, 0, 0)
    if voids:
        with town.store.transaction() as session:
            turn = Turn(session, town.app.house, town.clock.now())
            voided = voiding.void(turn, town.clock.now())
    town.restarts()
    return voided


def test_a_reminder_that_was_sent_is_not_sent_again_from_a_backup_a14(
    town: Town, tmp_path: Path
) -> None:
    """The copy is older than the reminder, and still nobody is reminded twice."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    comes(sara)
    copy = _backed_up(town, tmp_path)
    town.arrives(FRIDAY, "17:10")
    sara.sees("Vi ses i morgon")
    sara.looks_away()

    voided = _comes_back(town, copy)

    assert voided.occasions > 0
    town.moves(minutes=30)
    sara.sees_nothing()


def test_without_it_she_would_be_reminded_twice_a14(town: Town, tmp_path: Path) -> None:
    """The control: a copy that is only put back does what it did before."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    comes(sara)
    copy = _backed_up(town, tmp_path)
    town.arrives(FRIDAY, "17:10")
    sara.looks_away()

    _comes_back(town, copy, voids=False)
    town.moves(minutes=30)

    sara.sees("Vi ses i morgon")


def test_what_lies_ahead_is_still_told_a14(town: Town, tmp_path: Path) -> None:
    """Only what was due is forgotten; the reminder of tomorrow goes out tomorrow."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    comes(sara)
    copy = _backed_up(town, tmp_path)

    _comes_back(town, copy)
    sara.looks_away()
    town.arrives(FRIDAY, "17:10")

    sara.sees("Vi ses i morgon")


def test_what_waited_to_leave_when_the_copy_was_made_leaves_no_more_a14(
    town: Town, tmp_path: Path
) -> None:
    """An invitation in its minute of grace was sent long ago by the database that was lost."""
    sara, karin = town.member("Sara Lind"), town.organiser()
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:send")
    copy = _backed_up(town, tmp_path)
    town.moves(hours=2)
    sara.sees("Dialogträff om kulturplanen")
    sara.looks_away()

    assert _comes_back(town, copy).broadcasts == 1
    town.moves(hours=2)
    sara.sees_nothing()


def test_the_erased_stay_erased_j5(town: Town, tmp_path: Path) -> None:
    """She is in the copy, but not after it is put back; nothing is sent to her."""
    sara = town.member("Sara Lind")
    town.announces(town.organiser())
    comes(sara)
    copy = _backed_up(town, tmp_path)
    sara.writes("/radera")
    sara.taps("Ja, ta bort det")
    sara.looks_away()

    _comes_back(town, copy)

    with town.store.transaction() as session:
        turn = Turn(session, town.app.house, town.clock.now())
        assert forgetting_again.replay(turn) == 0, "it was done when the bot started"
    town.arrives(FRIDAY, "17:10")
    sara.sees_nothing()


def _erases(player: Player) -> None:
    player.writes("/radera")
    player.taps("Ja, ta bort det")


def test_a_restored_backup_is_cleaned_before_anything_is_sent_j5(town: Town) -> None:
    """The backup remembers her, the list beside the keys remembers that she asked to be gone."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(karin, seats=1)
    comes(sara)
    ahmed.taps("Anmäl mig")
    backup = town.copies_database()
    _erases(sara)
    town.moves(days=1)
    for player in (sara, ahmed):
        player.looks_away()

    town.restores_database(backup)
    town.arrives(date(2026, 12, 8), "12:00")

    sara.sees_nothing()
    ahmed.sees("En plats är ledig")
    town.presses(karin, f"meet:{meeting.id}:desk")
    assert "Sara" not in karin.last.text
    with town.store.reading() as session:
        assert "Sara Lind" not in everything(session)
        assert 1 == len(session.exec(select(Erasure)).all())


def test_one_who_came_back_after_being_erased_stays_j5(town: Town) -> None:
    """A restart does not throw out someone who has joined anew, nor ask everyone who she is."""
    town.organiser()
    sara = town.joins("Sara Lind", AdmissionKind.MEMBER, "Ås byalag")
    _erases(sara)
    town.moves(hours=1)
    sara.starts(town.link(AdmissionKind.MEMBER))
    sara.writes("Sara Lind")
    sara.taps("Ås byalag")

    backup = town.copies_database()
    town.restores_database(backup)

    sara.writes("/minadata")
    sara.sees("Namn: Sara Lind")


def test_a_lost_list_is_written_anew_j5(town: Town) -> None:
    """What the database knows of those erased goes back to the file."""
    town.organiser()
    sara = town.member("Sara Lind")
    _erases(sara)
    kept = town.keys.erased.all()
    (town.folder / "stage.erased").unlink()

    town.restarts()

    assert set(kept) == set(town.keys.erased.all())
