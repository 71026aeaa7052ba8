"""Help, privacy, language and silence."""

from __future__ import annotations

from bot.deeds import leaving, seats
from bot.rules import authority
from bot.rules.authority import Deed
from bot.token import Token
from bot.turn import Turn
from bot.words.texts import LANGUAGES
from bot.words.views import home as views
from bot.words.views import mishaps, own_data


def help_text(turn: Turn, _argument: str) -> None:
    """List what can be done."""
    organiser = authority.is_organiser(turn.person)
    reads_log = turn.may(Deed.READ_LOG)
    settings = turn.house.settings
    turn.say(views.help_text(turn.words, settings, organiser=organiser, reads_log=reads_log))


def privacy(turn: Turn, _argument: str) -> None:
    """Say how data is handled."""
    turn.say(views.privacy(turn.words, turn.house.settings))


def language(turn: Turn, _argument: str) -> None:
    """Offer the languages."""
    turn.say(views.choose_language(turn.words))


def put_aside(turn: Turn, _argument: str) -> None:
    """Leave whatever is under way; what is answered stays."""
    person = turn.person
    if person is None or person.expects is None:
        turn.say(views.nothing_to_stop(turn.words))
        return
    person.expects, person.typed, person.wants = None, None, None
    turn.say(views.put_aside(turn.words))


def stop(turn: Turn, _argument: str) -> None:
    """Be silent from now on."""
    if turn.person is None:
        turn.say(own_data.nothing_saved(turn.words))
        return
    leaving.stop(turn, turn.person)
    turn.say(views.stopped(turn.words))


def answer(turn: Turn, token: Token) -> None:
    """Take an answer about oneself."""
    choice = token.choice or ""
    if token.ask == "language" and choice in LANGUAGES:
        _take_language(turn, choice)
    elif token.ask == "resume":
        _take_resume(turn, wanted=choice == "yes")
    else:
        turn.toast(mishaps.stale(turn.words))


def _take_language(turn: Turn, choice: str) -> None:
    turn.me.language = choice
    turn.redraw(views.language_chosen(turn.words))
    if turn.me.name is None:
        turn.goes_on = Token("join", 0, "on")


def _take_resume(turn: Turn, *, wanted: bool) -> None:
    if wanted:
        leaving.come_back(turn.me)
        seats.offer_again(turn, turn.me)
    else:
        turn.me.was_asked_back = True
    turn.redraw(views.resumed(turn.words) if wanted else views.still_silent(turn.words))
