"""People who tap and write anything at all: never stuck, never unanswered, never in English."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.languages import FOLDER
from bot.records.admission import AdmissionKind
from bot.records.meeting import Form
from bot.simulator.cast import Player
from bot.simulator.messages import Button, Message
from bot.store import people
from tests.scenarios.test_announcing import INVITATION
from tests.town import Town

FAST = {"per_second": 1000.0, "per_chat_per_second": 100.0, "group_per_minute": 1000.0}
TEXTS = (
    "/ny", "/moten", "/utkast", "/start", "/hjalp", "/avbryt", "/stopp", "/minadata", "/radera",
    "/lank", "hej", "nej", "25", "12 december", "halv sju", "Folkets hus", "https://mote.example/x",
    "nötter och <ost>", INVITATION,
)  # fmt: skip
OTHER_LANGUAGES = {"English", "suomi"}
IN_SIGHT = 5
"""Messages that someone scrolls back to at most."""
Deed = tuple[int, int]


def _town(folder: Path) -> tuple[Town, list[Player]]:
    town = Town(folder, delivery=FAST)
    town.has_odd_writers = True
    karin, nils = town.organiser(), town.stranger("Nils Berg")
    members = [town.member(name) for name in ("Sara Lind", "Ahmed Ali")]
    town.gathers(karin, *members)
    town.announces(karin, seats=1, form=Form.HYBRID)
    nils.starts(town.link(AdmissionKind.MEMBER))
    return town, [karin, *members, nils]


def _buttons(player: Player) -> list[tuple[Message, Button]]:
    seen = player.world.history(player.place)[-IN_SIGHT:]
    return [
        (message, button)
        for message in seen
        for button in message.buttons
        if button.text not in OTHER_LANGUAGES
    ]


def _does(town: Town, player: Player, what: int) -> None:
    """Tap something in sight, write something, or let an hour pass; see an answer."""
    buttons = _buttons(player)
    choices = len(buttons) + len(TEXTS) + 1
    what %= choices
    if what < len(buttons):
        message, button = buttons[what]
        player.taps(button.text, message=message)
    elif what < len(buttons) + len(TEXTS):
        before = player.place.next_id
        player.writes(TEXTS[what - len(buttons)])
        assert player.last.id > before, player.failure("no answer")
    else:
        town.moves(hours=7)


def _comes_home(town: Town, player: Player) -> None:
    player.writes("/avbryt")
    with town.store.reading() as session:
        person = people.by_telegram_id(session, player.user.id)
    assert person is None or person.expects is None
    before = player.place.next_id
    player.writes("/moten")
    assert player.last.id > before, player.failure("no answer to /moten")


@cache
def _english() -> re.Pattern[str]:
    """Find any sentence that stands in the source and reads otherwise in Swedish."""
    with (FOLDER / "sv" / "LC_MESSAGES" / "bot.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    sentences = {
        (one if isinstance(one, str) else one[0], message.string)
        for message in messages
        for one in [message.id]
    }
    patterns = [
        re.sub(r"\\\{\w+\\\}", ".+", re.escape(english))
        for english, swedish in sentences
        if english != swedish and len(re.sub(r"\{\w+\}", "", english).split()) > 1
    ]
    return re.compile(rf"^(?:{'|'.join(patterns)})$", re.MULTILINE)


def _foreign(town: Town) -> list[str]:
    said = [
        m for chat in town.telegram.chats.values() for m in chat.messages.values() if m.from_bot
    ]
    texts = {text for m in said for text in (m.text, *(button.text for button in m.buttons))}
    return [text for text in texts if _english().search(text)]


def test_the_look_for_english_finds_it() -> None:
    """The net has no hole: English sentences are found, Swedish ones are not."""
    assert _english().search("Nice to meet you, Sara Lind!")
    assert _english().search("That is fine")
    assert not _english().search("Trevligt att träffas, Sara Lind!")


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(deeds=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 200)), min_size=30, max_size=30))
def test_nobody_is_ever_stuck_f9(deeds: list[Deed]) -> None:
    """Thirty deeds of four people, any of them: each answered, and everyone finds home."""
    with TemporaryDirectory() as folder:
        town, players = _town(Path(folder))
        for who, what in deeds:
            _does(town, players[who], what)
        for player in players:
            _comes_home(town, player)
        said, foreign = town.complaints(), _foreign(town)
        town.close()

        assert [] == said
        assert [] == foreign
