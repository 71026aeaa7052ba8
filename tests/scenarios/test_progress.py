"""An invitation on its way: one message that counts, and buttons to hold it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from sqlmodel import select

from bot.records.audit import Audit
from bot.records.meeting import Meeting
from bot.records.person import Role
from bot.simulator.cast import Player
from bot.simulator.messages import Message
from tests.town import Town

MANY = 36


@pytest.fixture
def slow_town(tmp_path: Path) -> Iterator[Town]:
    """Give a town whose bot writes one message a second, so that there is time to see it."""
    town = Town(tmp_path, delivery={"per_second": 1.0})
    yield town
    said = town.complaints()
    town.close()

    assert [] == said, "\n".join([*said, town.cast.transcript()])


def invites(town: Town) -> tuple[Player, list[Player], Meeting]:
    """Let Karin send an invitation to many, and the minute to undo pass."""
    karin = town.organiser()
    members = [town.member(f"Medlem {n}") for n in range(MANY)]
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:send")
    town.moves(seconds=61)
    return karin, members, meeting


def reached(town: Town, members: list[Player]) -> list[int]:
    """Count what the bot has said to each."""
    return [sum(m.from_bot for m in town.telegram.history(one.place)) for one in members]


def receipts(town: Town, karin: Player) -> list[Message]:
    """Find the messages that tell about the sending, as they stand."""
    said = [one for one in town.telegram.history(karin.place) if one.from_bot]
    return [one for one in said if "Inbjudan till" in one.text]


def test_one_message_counts_along_and_ends_with_the_sum(slow_town: Town) -> None:
    """She sees one message that is edited, and at last how many have it."""
    town = slow_town
    karin, members, _ = invites(town)
    (receipt,) = receipts(town, karin)
    halfway = receipt.text
    town.moves(minutes=2)
    (receipt,) = receipts(town, karin)

    assert "är på väg" in halfway
    assert f"av {MANY}" in halfway
    assert [1] * MANY == reached(town, members)
    assert f"skickad till {MANY} personer" in receipt.text


def test_it_is_edited_at_most_every_third_second(slow_town: Town) -> None:
    """Counting along costs the members at most a third of the pace."""
    town = slow_town
    karin, _, _ = invites(town)
    town.moves(minutes=2)
    edits = [
        change.at
        for change in town.telegram.changes.all
        if change.kind == "edited" and change.chat_id == karin.place.id
    ]
    gaps = [(later - sooner).total_seconds() for sooner, later in pairwise(edits)]

    assert len(edits) > 2
    assert min(gaps) >= 3


def test_a_pause_holds_the_rest_and_they_get_it_when_she_goes_on(slow_town: Town) -> None:
    """Nobody is forgotten and nobody gets it twice."""
    town = slow_town
    karin, members, _ = invites(town)

    karin.taps("Pausa")
    karin.sees_toast("Pausat")
    town.moves(minutes=10)
    paused = reached(town, members)
    karin.sees("är pausad")
    karin.taps("Fortsätt")
    town.moves(minutes=2)

    assert 0 < sum(paused) < MANY
    assert [1] * MANY == reached(town, members)
    (receipt,) = receipts(town, karin)
    assert f"skickad till {MANY} personer" in receipt.text


def test_what_is_paused_stays_so_over_a_restart(slow_town: Town) -> None:
    """The pause, the count and the buttons are rows, so a new process knows them."""
    town = slow_town
    karin, members, _ = invites(town)
    karin.taps("Pausa")
    before = sum(reached(town, members))

    town.restarts()
    town.moves(minutes=5)
    between = sum(reached(town, members))
    karin.taps("Fortsätt")
    town.restarts()
    town.moves(minutes=2)

    assert before == between
    assert [1] * MANY == reached(town, members)


def test_the_rest_can_be_spared_and_written_to_after_all(slow_town: Town) -> None:
    """Stopped is stopped, until she asks for the rest."""
    town = slow_town
    karin, members, _ = invites(town)

    karin.taps("Avbryt resten")
    town.moves(hours=2)
    karin.sees("stoppades på vägen")
    stopped = sum(reached(town, members))
    karin.taps("Skicka till resten")
    town.moves(minutes=2)

    assert 0 < stopped < MANY
    assert [1] * MANY == reached(town, members)
    with town.store.reading() as session:
        verbs = session.exec(select(Audit.verb)).all()
    assert {"stopped the rest", "went on"} <= set(verbs)


def test_when_all_is_sent_an_old_button_says_so(town: Town) -> None:
    """A stale pause changes nothing and explains itself."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    town.moves(seconds=10)

    for step in ("pause", "halt"):
        karin.forges(f"meet:{meeting.id}:{step}:1")
        karin.sees_toast("Den har redan gått ut till alla")
    karin.forges(f"meet:{meeting.id}:resume:1")

    assert [1] == reached(town, [sara])


@pytest.mark.parametrize("choice", ["2", "0", "x", "²", "9" * 30])
def test_a_forged_number_touches_no_other_meetings_invitation_g1(town: Town, choice: str) -> None:
    """A button for one meeting cannot hold another meeting's invitation back."""
    karin = town.organiser()
    town.member("Sara Lind")
    meeting = town.announces(karin)
    town.announces(karin, title="Ett annat möte")

    karin.forges(f"meet:{meeting.id}:pause:{choice}")

    karin.sees_toast("finns inte")


def test_only_an_organiser_may_pause_g3(slow_town: Town) -> None:
    """The right is asked for when the button is pressed."""
    town = slow_town
    karin, members, meeting = invites(town)
    with town.store.transaction() as session:
        town.row(session, karin).role = Role.MEMBER

    karin.taps("Pausa")
    karin.sees_toast("Det kan bara arrangörer göra")
    members[0].forges(f"meet:{meeting.id}:halt:1")
    members[0].sees_toast("Det kan bara arrangörer göra")
    town.moves(minutes=2)

    assert [1] * MANY == reached(town, members)


def test_she_reads_who_was_not_reached_and_why_b5(tmp_path: Path) -> None:
    """Those who blocked the bot are told apart from those who have the invitation."""
    town = Town(tmp_path)
    karin, nils, ahmed = town.organiser(), town.member("Nils Berg"), town.member("Ahmed Ali")
    town.member("Sara Lind")
    for one in (nils, ahmed):
        town.telegram.faults.add("sendMessage", "forbidden", chat=one.user.id)

    town.announces(karin)
    town.moves(seconds=10)

    (receipt,) = receipts(town, karin)
    for words in ("skickad till 1 person", "2 personer har blockerat mig", "ett brev"):
        assert words in receipt.text
    town.close()


def test_she_reads_that_one_is_uncertain_b2(town: Town) -> None:
    """Answers lost twice leave a doubt, and it is not counted as sent."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    town.member("Ahmed Ali")
    town.telegram.faults.add("sendMessage", "lost_reply", times=2, chat=sara.user.id)

    town.announces(karin)
    town.moves(minutes=1)

    (receipt,) = receipts(town, karin)
    for words in ("skickad till 1 person", "Jag vet inte säkert om 1 person fick den"):
        assert words in receipt.text


def test_a_meeting_that_is_cancelled_meanwhile_offers_nobody_the_rest_e9(slow_town: Town) -> None:
    """The receipt tells how far it came, and has no button that would invite to nothing."""
    town = slow_town
    karin, _, meeting = invites(town)
    karin.taps("Pausa")

    town.presses(karin, f"meet:{meeting.id}:cancel:yes")
    town.moves(minutes=2)

    (receipt,) = receipts(town, karin)
    assert "stoppades på vägen" in receipt.text
    karin.sees_no_button("Skicka till resten")


def test_the_rest_are_not_invited_to_what_has_begun(slow_town: Town) -> None:
    """Going on after the start ends the sending and says why."""
    town = slow_town
    karin, members, _ = invites(town)
    karin.taps("Pausa")
    left_out = members[-1]
    town.arrives(date(2026, 12, 5), "10:30")

    karin.taps("Fortsätt")

    karin.sees_toast("Mötet har börjat")
    town.moves(minutes=5)
    assert not any("Dialogträff" in m.text for m in town.telegram.history(left_out.place))


def test_going_on_at_night_waits_for_the_morning(slow_town: Town) -> None:
    """The pause ends when people are awake."""
    town = slow_town
    karin, members, _ = invites(town)
    karin.taps("Pausa")
    before = sum(reached(town, members))
    town.arrives(date(2026, 11, 2), "23:00")

    karin.taps("Fortsätt")
    karin.sees_toast("Utskicket fortsätter tisdag 3 november kl. 08.00")
    town.arrives(date(2026, 11, 3), "07:00")
    at_night = sum(reached(town, members))
    town.arrives(date(2026, 11, 3), "08:05")

    assert before == at_night
    assert [1] * MANY == reached(town, members)
