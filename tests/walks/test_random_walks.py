"""Walks of thirty deeds by anyone: never stuck, unanswered, in English or too long.

`make test` takes three hundred walks, `make crash` two thousand.

Each walk is a text of bytes, two for each deed: who, and which of all that can be done. One that
goes wrong tells the way it took.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from bot.simulator.cast import Player
from bot.store import people
from bot.turn import Turn
from bot.words.message import Button, Message
from bot.words.views import listing, mishaps
from handlers import routes
from tests.crashes.rig import is_whole
from tests.town_invitation import INVITATION
from tests.walks.room import Reaction, Walk
from tests.walks.street import Street

WALKS, DEEDS = 2_000 if is_whole() else 300, 30
IN_SIGHT = 5
"""Messages that someone scrolls back to at most."""
TEXTS = (
    "/ny", "/moten", "/utkast", "/start", "/hjalp", "/avbryt", "/stopp", "/minadata", "/radera",
    "/lank", "/register", "/installningar", "/integritet", "/okänt", "hej", "nej", "ja", "25",
    "12 december", "halv sju", "Folkets hus", "https://mote.example/x", "63.17679, 14.63611",
    "nötter och <ost>", INVITATION,
)  # fmt: skip
THINGS = ("sticker", "location", "poll")
WAIT = 250
"""What stands in the second byte from here on lets seven hours pass."""
walks = st.binary(min_size=2 * DEEDS, max_size=2 * DEEDS)
# To cut a bad walk down would take minutes, and the way it took says as much.
whole = settings(deadline=None, derandomize=True, database=None, phases=[Phase.generate])


def went_wrong(street: Street, deeds: bytes) -> list[str]:
    """Walk, come home, and name what went wrong; empty when all is well."""
    wrong: list[str] = []
    with street.room.walk() as walk:
        for who, what in zip(deeds[::2], deeds[1::2], strict=True):
            wrong = wrong or _deed(street, walk, who, what)
        for player in street.people.values():
            wrong = wrong or _home(walk, player)
        return [*wrong, *walk.way] if wrong else []
    return []


def _deed(street: Street, walk: Walk, who: int, what: int) -> list[str]:
    """Do one thing of all that can be done; name what is wrong with the answer."""
    if what >= WAIT:
        return walk.waits(hours=7).faults()
    player = list(street.people.values())[who % len(street.people)]
    home = player.user.id
    taps = [(home, *tap) for tap in _in_sight(walk, home)]
    taps += [(street.group, *tap) for tap in _in_sight(walk, street.group)]
    place = what % (len(taps) + len(TEXTS) + len(THINGS))
    if place < len(taps):
        return _judged(walk.taps(player, *taps[place]), home, f"the tap {taps[place][2]}")
    place -= len(taps)
    if place < len(TEXTS):
        return _judged(walk.writes(player, TEXTS[place]), home, f"the text {TEXTS[place][:20]}")
    thing = THINGS[place - len(TEXTS)]
    return _judged(walk.sends(player, thing), home, f"the {thing}")


def _in_sight(walk: Walk, chat_id: int) -> list[tuple[int, str]]:
    screen = sorted(walk.keyboards.get(chat_id, {}).items())[-IN_SIGHT:]
    return [(number, token) for number, tokens in screen for token in tokens]


def _judged(reaction: Reaction, home: int, deed: str) -> list[str]:
    unanswered = [] if reaction.says(home) else [f"{deed} was not answered"]
    return unanswered + [f"after {deed}: {fault}" for fault in reaction.faults()]


def _home(walk: Walk, player: Player) -> list[str]:
    """Everyone comes home from wherever she is, and finds the meetings."""
    home = player.user.id
    wrong = _judged(walk.writes(player, "/avbryt"), home, "/avbryt")
    person = people.by_telegram_id(walk.session, home)
    if person is not None and person.expects is not None:
        wrong.append(f"stuck in {person.expects}")
    return wrong + _judged(walk.writes(player, "/moten"), home, "/moten")


@settings(whole, max_examples=WALKS)
@given(deeds=walks)
def test_nobody_is_stuck_unanswered_or_spoken_to_in_english_f9(
    the_street: Street, deeds: bytes
) -> None:
    """Whatever four people do, in whatever order, with a meeting in every state."""
    assert [] == went_wrong(the_street, deeds)


def _says_nothing(_turn: Turn, _token: object) -> None:
    """Leave a tap without an answer."""


def _forgets_to_put_aside(turn: Turn, _argument: str) -> None:
    turn.say(Message("Okej."))


def _break_an_answer(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(routes.CONVERSATIONS, "list", _says_nothing)


def _break_the_way_home(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(routes.KNOWN, "avbryt", _forgets_to_put_aside)


def _break_the_language(patch: pytest.MonkeyPatch) -> None:
    english = Message("Here you find the meetings you have been to. None so far.")
    patch.setattr(mishaps, "only_buttons", lambda _words: english)


def _break_the_length(patch: pytest.MonkeyPatch) -> None:
    long = Message("Möten", ((Button("å" * 65, "list:0:mine:1"),),))
    patch.setattr(listing, "listing", lambda *_, **__: long)


@pytest.mark.parametrize(
    ("fault", "breaks"),
    [
        ("was not answered", _break_an_answer),
        ("stuck in", _break_the_way_home),
        ("English", _break_the_language),
        ("units", _break_the_length),
    ],
)
def test_a_broken_bot_is_found(
    the_street: Street,
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
    breaks: Callable[[pytest.MonkeyPatch], None],
) -> None:
    """What the walks look for, they find: each rule has a bot that breaks it."""
    breaks(monkeypatch)
    some = settings(whole, max_examples=60)
    walk = find(walks, lambda deeds: bool(went_wrong(the_street, deeds)), settings=some)

    assert any(fault in wrong for wrong in went_wrong(the_street, walk))


def test_a_whole_bot_is_not_blamed(the_street: Street) -> None:
    """The control of the control: without a break nothing is found."""
    some = settings(whole, max_examples=20)

    with pytest.raises(NoSuchExample):
        find(walks, lambda deeds: bool(went_wrong(the_street, deeds)), settings=some)
