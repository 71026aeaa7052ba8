"""A meeting is changed again before everyone has heard, or in a way that matters only to some."""

from __future__ import annotations

from datetime import date, time

from bot.records.meeting import Form, Meeting
from bot.simulator.cast import Player
from bot.store import registrations
from tests.town import Town, comes


def _rests_until_eleven(town: Town, player: Player) -> None:
    with town.store.transaction() as session:
        person = town.row(session, player)
        person.quiet_from, person.quiet_to = time(16), time(11)


def _changes(town: Town, karin: Player, meeting: Meeting, name: str, words: str) -> None:
    town.presses(karin, f"meet:{meeting.id}:change:{name}")
    karin.writes(words)
    town.moves(minutes=2)


def _news(town: Town, player: Player) -> list[str]:
    told = [one.text for one in town.telegram.history(player.place)]
    return [one for one in told if "Något har ändrats" in one]


def test_what_is_changed_again_before_her_morning_is_one_message_d9(town: Town) -> None:
    """Sara reads late and hears what she last was told and what holds; Ahmed hears each step."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(karin)
    comes(sara)
    comes(ahmed)
    _rests_until_eleven(town, sara)
    town.arrives(date(2026, 11, 3), "09:00")
    _changes(town, karin, meeting, "place", "Folkets hus")
    _changes(town, karin, meeting, "start", "11")
    _changes(town, karin, meeting, "place", "Biblioteket")
    lisa = town.member("Lisa Holm")
    town.presses(lisa, f"come:{meeting.id}:yes")
    assert _news(town, sara) == []

    town.arrives(date(2026, 11, 3), "11:01")

    (told,) = _news(town, sara)
    assert "Ny plats: Biblioteket" in told
    assert "Förut: Teaterverkstaden" in told
    assert "kl.\N{NO-BREAK SPACE}11.00–14.00" in told
    assert len(_news(town, ahmed)) == 3
    assert "Förut: Folkets hus" in _news(town, ahmed)[-1]
    assert _news(town, lisa) == []


def test_what_is_changed_back_before_her_morning_is_no_news(town: Town) -> None:
    """Ahmed has heard of Folkets hus and hears that it is off; Sara never heard of it."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(karin)
    comes(sara)
    comes(ahmed)
    _rests_until_eleven(town, sara)
    town.arrives(date(2026, 11, 3), "09:00")
    _changes(town, karin, meeting, "place", "Folkets hus")
    _changes(town, karin, meeting, "place", str(meeting.place))

    town.arrives(date(2026, 11, 3), "11:01")

    assert _news(town, sara) == []
    assert "Förut: Folkets hus" in _news(town, ahmed)[-1]


def test_a_change_that_is_undone_leaves_the_one_before_it_to_be_told(town: Town) -> None:
    """Karin writes another place and takes it back within the minute: Sara hears of the first."""
    karin, sara = town.organiser(), town.member("Sara Lind")
    meeting = town.announces(karin)
    comes(sara)
    _rests_until_eleven(town, sara)
    town.arrives(date(2026, 11, 3), "09:00")
    _changes(town, karin, meeting, "place", "Folkets hus")
    for words in ("Biblioteket", "Folkets hus"):
        town.presses(karin, f"meet:{meeting.id}:change:place")
        karin.writes(words)

    town.arrives(date(2026, 11, 3), "11:01")

    (told,) = _news(town, sara)
    assert "Ny plats: Folkets hus" in told


def test_a_link_is_news_online_and_a_place_in_the_room_d9(town: Town) -> None:
    """At a hybrid meeting each hears what matters to her; a new time is news to both."""
    karin, sara, ahmed = town.organiser(), town.member("Sara Lind"), town.member("Ahmed Ali")
    meeting = town.announces(karin, form=Form.HYBRID, join_url="https://mote.example/gammal")
    undecided = town.member("Lisa Holm")
    for player, side in ((sara, "På plats"), (ahmed, "Digitalt"), (undecided, "På plats")):
        town.presses(player, f"come:{meeting.id}:yes")
        player.taps(side)
    with town.store.transaction() as session:
        mine = registrations.of(session, meeting.id, town.row(session, undecided).id)
        assert mine is not None
        mine.attends = None
    _changes(town, karin, meeting, "join_url", "https://mote.example/ny")
    karin.sees("berättar jag det för 2 anmälda")
    assert [len(_news(town, one)) for one in (sara, ahmed, undecided)] == [0, 1, 1]

    _changes(town, karin, meeting, "place", "Folkets hus")
    assert [len(_news(town, one)) for one in (sara, ahmed, undecided)] == [1, 1, 2]
    _changes(town, karin, meeting, "start", "11")

    assert [len(_news(town, one)) for one in (sara, ahmed, undecided)] == [2, 2, 3]
