"""An association's own way in: a link, and a letter to print that carries it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.deeds import admitting
from bot.records.admission import AdmissionKind
from bot.records.organisation import Organisation
from bot.rules.authority import Deed
from bot.rules.importing import folded
from bot.store import organisations
from bot.store import register as asked
from bot.token import Token
from bot.turn import Turn
from bot.words.texts import LANGUAGES
from bot.words.views import doors as views
from bot.words.views import mishaps

LIVES = timedelta(days=90)


def answer(turn: Turn, token: Token) -> None:
    """Take a step with the links of one association."""
    one = organisations.get(turn.session, token.row)
    if not turn.may(Deed.KEEP_REGISTER) or not turn.may(Deed.MAKE_LINKS):
        turn.toast(mishaps.not_allowed(turn.words))
    elif one is None:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "new" and (tongue := token.choice) is not None and tongue in LANGUAGES:
        _make(turn, one, tongue)
    elif token.ask == "renew":
        _renew(turn, one)
    elif token.ask == "close":
        _close(turn, one, token)
    else:
        _show(turn, one)


def _show(turn: Turn, one: Organisation) -> None:
    live = asked.links(turn.session, one.id, turn.now)
    until = live[0].expires_at if live else None
    turn.show(views.door(turn.words, one, len(live), until, _tongues(turn, one)))


def _tongues(turn: Turn, one: Organisation) -> list[str]:
    """Give the languages a letter may be in: the network's own first, then the association's."""
    own = {folded(name) for name in one.languages}
    first = turn.house.words().language
    return [first, *(tag for tag in LANGUAGES if folded(LANGUAGES[tag]) in own and tag != first)]


def _make(turn: Turn, one: Organisation, tongue: str) -> None:
    """Make a link, and set a letter that carries it."""
    until = _until(turn)
    lives = until - turn.now
    secret = admitting.make_link(turn, AdmissionKind.MEMBER, None, lives, organisation=one)
    turn.note("made a link", detail=str(one.id))
    link = turn.house.link(secret)
    network = turn.house.settings.network
    letter = views.letter(turn.house.words(tongue), network, one.name, link, until)
    turn.say(views.sent(turn.words, one, link, until, letter))


def _until(turn: Turn) -> datetime:
    """Give the end of the last day on which a link works, if it is made or renewed now."""
    last = turn.now.astimezone(turn.house.zone) + LIVES
    return last.replace(hour=23, minute=59, second=59, microsecond=0).astimezone(UTC)


def _renew(turn: Turn, one: Organisation) -> None:
    """Let every link that still works do so for ninety days from now."""
    for link in asked.links(turn.session, one.id, turn.now):
        link.expires_at = _until(turn)
        turn.session.add(link)
    turn.session.flush()
    turn.note("renewed a link", detail=str(one.id))
    _show(turn, one)


def _close(turn: Turn, one: Organisation, token: Token) -> None:
    if token.choice != "yes":
        turn.show(views.sure_to_close(turn.words, one))
        return
    asked.close_links(turn.session, one.id)
    turn.note("closed links", detail=str(one.id))
    _show(turn, one)
