"""Whatever people send in whatever state, they get a kind answer, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.records.admission import AdmissionKind
from bot.simulator.cast import Player
from bot.store import people
from tests.town import Town
from tests.town_doings import asked_food
from tests.town_invitation import INVITATION

KINDS = (
    "sticker", "voice", "photo", "contact", "location", "video", "dice", "poll",
)  # fmt: skip


RIGHT_TO_LEFT = "\u202e"


def _asked_name(town: Town) -> Player:
    sara = town.stranger("Sara")
    sara.starts(town.link(AdmissionKind.MEMBER))
    return sara


def _asked_association(town: Town) -> Player:
    sara = _asked_name(town)
    sara.writes("Sara Lind")
    return sara


def _asked_need(town: Town) -> Player:
    sara = asked_food(town)
    sara.taps("Jag äter allt")
    sara.taps("Ja, spara mitt svar")
    sara.taps("Något annat")
    return sara


def _asked_invitation(town: Town) -> Player:
    karin = town.organiser()
    karin.writes("/ny")
    return karin


def _asked_seats(town: Town) -> Player:
    karin = _asked_invitation(town)
    karin.writes(INVITATION)
    return karin


def _asked_reason(town: Town) -> Player:
    karin = town.organiser()
    town.member("Sara Lind")
    meeting = town.announces(karin)
    town.presses(karin, f"meet:{meeting.id}:cancel")
    return karin


def _asked_nothing(town: Town) -> Player:
    return town.member("Sara Lind")


def _unknown(town: Town) -> Player:
    return town.stranger("Nils")


State = Callable[[Town], Player]


STATES: dict[str, State] = {
    "name": _asked_name,
    "association": _asked_association,
    "food": asked_food,
    "need": _asked_need,
    "invitation": _asked_invitation,
    "seats": _asked_seats,
    "reason": _asked_reason,
    "nothing": _asked_nothing,
    "stranger": _unknown,
}


in_every_state = pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())


def _expects(town: Town, player: Player) -> str | None:
    with town.store.reading() as session:
        person = people.by_telegram_id(session, player.user.id)
        return person.expects if person else None


@in_every_state
def test_what_is_not_text_is_answered_and_changes_nothing_f3(town: Town, state: State) -> None:
    """Stickers, voices, photos and the rest get a friendly line, and the question stays."""
    player = state(town)
    before = _expects(town, player)

    # A place is understood where an organiser composes a meeting (see test_places).
    kinds = KINDS if state is not _asked_seats else [one for one in KINDS if one != "location"]
    for kind in kinds:
        player.sends(kind)
        player.sees("jag kan bara läsa")

    assert before == _expects(town, player)


@in_every_state
def test_from_every_state_one_comes_home_f9(town: Town, state: State) -> None:
    """/avbryt ends whatever is asked, and /moten answers."""
    player = state(town)

    player.writes("/avbryt")
    assert _expects(town, player) is None
    said = player.last.id
    player.writes("/moten")

    assert player.last.id > said


COMMANDS = (
    "/start", "/hjalp", "/hjälp", "/integritet", "/möten", "/språk", "/NY", "/hopp", "/avbryt x",
)  # fmt: skip


ODD_TEXTS = (
    "🎭" * 2000, "x" * 5000, "\u202eabc\u2066", "\x00\x01", "<b>hej</a> &lt;", "%(x)s {0.a}", ".",
)  # fmt: skip


@in_every_state
def test_every_command_is_answered_in_every_state_f9(town: Town, state: State) -> None:
    """A command is never taken for an answer, also with å ä ö and capitals."""
    player = state(town)

    for command in COMMANDS:
        player.writes(command)
        assert player.last.id == player.place.next_id - 1
        assert "Något gick fel" not in player.last.text


@in_every_state
def test_odd_texts_are_answered_in_every_state_f4_f7(town: Town, state: State) -> None:
    """However long and strange, a text gets an answer and no exception."""
    town.has_odd_writers = True
    player = state(town)

    for text in ODD_TEXTS:
        player.writes(text)
        assert player.last.id >= player.place.next_id - 2
        assert "Något gick fel" not in player.last.text


def test_a_name_of_five_thousand_letters_is_asked_again_f4(town: Town) -> None:
    """A name has room for a hundred letters, and the shorter one is taken."""
    sara = _asked_name(town)

    sara.writes("Sara " * 1000)
    sara.sees("högst 100 tecken")
    sara.writes("Sara Lind")

    sara.sees("Vilken förening")


def test_a_name_cannot_turn_the_list_around_f5(town: Town) -> None:
    """Signs that turn text around or hide it do not come into names."""
    karin, sara = town.organiser(), _asked_name(town)
    sara.writes(f"Sara{RIGHT_TO_LEFT} Li\u200bnd\ufeff")
    sara.taps("Jag är privatperson")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")

    town.presses(karin, f"meet:{meeting.id}:desk")

    karin.sees("Sara Lind")


def test_a_name_that_is_nothing_is_asked_again_f5_f7(town: Town) -> None:
    """A name of invisible signs only is no name."""
    sara = _asked_name(town)

    sara.writes("\u200b\u202e\u2060")

    sara.sees("Jag behöver ett namn")


@pytest.mark.parametrize("name", ["<b>Sara</b>", "</a>Sara", "S&amp;ra", "_*[x](tg://user?id=1)"])
def test_a_name_is_shown_as_typed_f6(town: Town, name: str) -> None:
    """Markup in a name is letters, to herself and to the organiser."""
    town.has_odd_writers = True
    karin, sara = town.organiser(), _asked_name(town)
    sara.writes(name)
    sara.taps("Jag är privatperson")
    meeting = town.announces(karin)
    sara.taps("Anmäl mig")

    town.presses(karin, f"meet:{meeting.id}:desk")

    assert name in karin.last.text


def test_an_empty_account_can_come_in_f15(town: Town) -> None:
    """No last name, no user name, an unknown language: it works."""
    nobody = town.stranger("\u3164", language="xx")

    nobody.starts(town.link(AdmissionKind.MEMBER))
    nobody.writes("Nils Berg")
    nobody.taps("Jag är privatperson")

    nobody.sees("nu är allt klart")


def test_an_edit_of_the_open_answer_is_the_answer_f8(town: Town) -> None:
    """One who corrects what could not be taken has answered."""
    karin = _asked_seats(town)
    karin.writes("många")
    karin.sees("Jag behöver ett tal")

    karin.edits_last("40")

    karin.sees("Antal platser: 40")


def test_an_edit_of_an_old_answer_is_pointed_out_f8(town: Town) -> None:
    """What was answered stays, and she is told how to change it."""
    karin = _asked_seats(town)
    karin.writes("40")

    karin.edits_last("50")

    karin.sees("du har ändrat ett meddelande")
    karin.writes("/utkast")
    karin.taps("Dialogmöte om kulturen i bygden")
    karin.sees("Antal platser: 40")
