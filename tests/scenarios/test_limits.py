"""Telegram's limits bite: our own pace keeps within them, and a pause it asks for is kept."""

from __future__ import annotations

from pathlib import Path

from bot.simulator.cast import GroupView
from tests.town import Town


def _refused(town: Town) -> int:
    return sum(call.status == 429 for call in town.telegram.log)


def test_many_hear_without_a_refusal(tmp_path: Path) -> None:
    """An invitation to sixty and their answers pass within the limits."""
    town = Town(tmp_path, flood_limits=True)
    karin = town.organiser()
    people = [town.member(f"Medlem {number}") for number in range(60)]
    group = town.gathers(karin, *people)
    town.announces(karin, food="")
    town.moves(minutes=1)

    for player in people[:20]:
        town.telegram.taps(player.user, player.last, player.last.buttons[0])
    town.settle()
    town.moves(minutes=2)

    group.sees("20 anmälda")
    assert 0 == _refused(town)
    assert [] == town.complaints()
    town.close()


def test_one_who_taps_does_not_wait_behind_the_broadcast(tmp_path: Path) -> None:
    """While an invitation goes to many, an answer to a person comes first."""
    town = Town(tmp_path, delivery={"per_second": 1.0})
    karin, sara = town.organiser(), town.member("Sara Lind")
    for number in range(30):
        town.member(f"Medlem {number}")
    meeting = town.drafts(karin)
    town.presses(karin, f"meet:{meeting.id}:send")
    town.moves(seconds=61)

    sara.writes("/moten")

    sara.sees("Dialogträff om kulturplanen")
    town.moves(minutes=2)
    town.close()


def test_a_group_of_many_cards_is_not_flooded(tmp_path: Path) -> None:
    """Five meetings whose cards all change stay within twenty posts a minute."""
    town = Town(tmp_path, flood_limits=True)
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    group: GroupView = town.gathers(karin, sara, ahmed)
    meetings = [town.announces(karin, title=f"Möte {number}", food="") for number in range(5)]

    for player in (sara, ahmed):
        for meeting in meetings:
            town.presses(player, f"come:{meeting.id}:yes")
    town.moves(minutes=1)

    group.sees("2 anmälda")
    assert 0 == _refused(town)
    town.close()
