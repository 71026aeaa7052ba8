"""The kitchen and the venue: numbers to pass on, and only the changes after that."""

from __future__ import annotations

from bot.deeds import guarding, kitchens, settling
from bot.records.meeting import Meeting
from bot.rules.authority import Deed
from bot.token import Token
from bot.turn import Turn
from bot.words.views import kitchen as views


def answer(turn: Turn, token: Token) -> None:
    """Take a tap about what is eaten and needed."""
    meeting = guarding.opened(turn, token, Deed.SEE_WHO_COMES)
    if meeting is not None:
        STEPS.get(token.ask, _show)(turn, meeting)


def _show(turn: Turn, meeting: Meeting) -> None:
    told = kitchens.facts(turn, meeting)
    turn.show(views.overview(turn.words, meeting, told), about=meeting)


def _text(turn: Turn, meeting: Meeting) -> None:
    """Give a message to forward; from then on the kitchen knows."""
    told = kitchens.facts(turn, meeting)
    contact = settling.contact(turn, meeting)
    turn.say(views.to_pass_on(turn.words, meeting, told, contact), about=meeting)
    _hand_over(turn, meeting)


def _pdf(turn: Turn, meeting: Meeting) -> None:
    """Give a page to print or send; from then on the kitchen knows."""
    told = kitchens.facts(turn, meeting)
    contact, network = settling.contact(turn, meeting), turn.house.settings.network.name
    page = views.paper(turn.words, meeting, told, contact, network)
    turn.say(views.printed(turn.words, meeting, page), about=meeting)
    _hand_over(turn, meeting)


def _changes(turn: Turn, meeting: Meeting) -> None:
    """Give only what has changed, to forward; from then on the kitchen knows that too."""
    told = kitchens.facts(turn, meeting)
    if not told.changes:
        turn.toast(views.nothing_new(turn.words))
        return
    contact = settling.contact(turn, meeting)
    turn.say(views.changes_to_pass_on(turn.words, meeting, told, contact), about=meeting)
    _hand_over(turn, meeting)


def _hand_over(turn: Turn, meeting: Meeting) -> None:
    kitchens.hand_over(turn, meeting)
    turn.toast(views.followed(turn.words))


STEPS = {"text": _text, "pdf": _pdf, "changes": _changes}
"""What a button asks for; everything else shows the numbers."""
