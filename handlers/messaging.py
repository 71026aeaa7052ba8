"""An organiser writes to those a meeting concerns: sees it, tries it, sends it now or later."""

from __future__ import annotations

from datetime import timedelta

from bot.deeds import aiming, audiences, drafts, looks, writing
from bot.deeds.readers import Reader
from bot.records.broadcast import Broadcast, BroadcastKind, BroadcastStatus
from bot.records.meeting import Meeting, Status
from bot.records.plan_step import Anchor
from bot.rules import lengths, plan_steps
from bot.rules.authority import Deed
from bot.rules.own_hours import Telling
from bot.rules.plan_steps import StepDue
from bot.store import broadcasts, meetings, profiles
from bot.token import Token
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import audiences as audience_views
from bot.words.views import messaging as views
from bot.words.views import mishaps, timing
from bot.words.views.messaging import Listed

LONGEST, LONG_PASTE = 12_000, 3_500
"""UTF-16 units of a message; and from where what follows at once is more of the same."""
AT_ONCE = timedelta(seconds=10)
"""How soon the rest of a text comes that Telegram has cut in two."""


def begin(turn: Turn, token: Token) -> None:
    """Take a tap that begins something: the list, a message, one of the run sheet, more invited."""
    meeting = meetings.get(turn.session, token.row)
    if not turn.may(Deed.INVITE, meeting):
        turn.toast(mishaps.not_allowed(turn.words))
    elif meeting is None or meeting.status != Status.ANNOUNCED:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "widen":
        _card(turn, writing.draft(turn, meeting, BroadcastKind.INVITATION), meeting)
    elif token.ask == "letters":
        _menu(turn, meeting)
    elif token.choice:
        _open_step(turn, meeting, token.choice)
    else:
        _write(turn, writing.draft(turn, meeting, BroadcastKind.MESSAGE), meeting)


def _write(turn: Turn, told: Broadcast, meeting: Meeting) -> None:
    """Go on with what was begun, or ask for the words."""
    if told.text:
        _show(turn, told, meeting)
    else:
        turn.ask(Token("letter", told.id, "text"), views.ask_text(turn.words, meeting))


def _open_step(turn: Turn, meeting: Meeting, choice: str) -> None:
    step = writing.step_named(turn, meeting, choice)
    if step is None:
        turn.toast(mishaps.gone(turn.words))
    else:
        _show(turn, writing.from_step(turn, meeting, step), meeting)


def _menu(turn: Turn, meeting: Meeting) -> None:
    """List what waits and what has been said."""
    turn.me.expects = None
    ahead = [_planned(meeting, one) for one in writing.steps_ahead(turn, meeting)]
    told = [one for one in broadcasts.of(turn.session, meeting.id) if one.kind in audiences.BY_HAND]
    waiting = [
        _waiting(turn, one)
        for one in told
        if one.status == BroadcastStatus.WAITING and one.kind in audiences.BY_CHOICE
    ]
    sent = [_waiting(turn, one) for one in told if one.count]
    ahead = sorted([*ahead, *waiting], key=lambda one: one.at)
    listed = [*ahead[: views.LISTED], *sent[-views.LISTED :]]
    turn.show(views.menu(turn.words, meeting, listed), about=meeting)


def _planned(meeting: Meeting, due: StepDue) -> Listed:
    token = Token("meet", meeting.id, "write", str(due.step.id))
    return Listed(aiming.glimpse(due.step.text), due.at, str(token), is_sent=False)


def _waiting(turn: Turn, told: Broadcast) -> Listed:
    is_sent = told.count > 0
    token = Token("report" if is_sent else "letter", told.id, "show" if is_sent else "stand")
    return Listed(aiming.begins(turn, told), told.starts_at, str(token), is_sent=is_sent)


def answer(turn: Turn, token: Token) -> None:
    """Take a tap or a text about one message."""
    opened = drafts.opened(turn, token)
    if opened is None:
        return
    told, meeting = opened
    if token.ask in AFTERWARDS:
        AFTERWARDS[token.ask](turn, told, meeting)
    elif told.status != BroadcastStatus.DRAFT:
        turn.toast(audience_views.not_yours(turn.words))
    elif meeting.status == Status.DRAFT:
        turn.goes_on = Token("meet", meeting.id, "preview", "card")
    else:
        STEPS.get(token.ask, _only_card)(turn, told, meeting, token)


def _text(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    """Ask for the words, or take them; what comes at once after a long text is the rest of it."""
    asked = Token("letter", told.id, "text")
    if token.choice is None or not token.is_typed:
        turn.ask(asked, views.ask_text(turn.words, meeting))
        return
    given = token.choice.strip()
    if _goes_on(turn, told):
        given = f"{told.text}\n{given}"
    if not given or lengths.units(given) > LONGEST:
        turn.ask(asked, views.too_long(turn.words, meeting))
        return
    told.text = given
    writing.keep(turn, told)
    _show(turn, told, meeting)
    if lengths.units(token.choice) >= LONG_PASTE:
        turn.await_answer(asked)


def _goes_on(turn: Turn, told: Broadcast) -> bool:
    asked_at = turn.me.asked_at
    is_soon = asked_at is not None and turn.now - asked_at <= AT_ONCE
    return is_soon and lengths.units(told.text) >= LONG_PASTE


def _show(turn: Turn, told: Broadcast, meeting: Meeting) -> None:
    """Show the message as the recipient sees it, and then whom it goes to."""
    turn.me.expects = None
    turn.say(_look(turn, told, meeting), about=meeting)
    turn.say(_drawn_card(turn, told, meeting), about=meeting)


def _look(turn: Turn, told: Broadcast, meeting: Meeting) -> Message:
    return looks.look(turn, told, meeting, Reader(turn.me, None, Telling(turn.now, None)))


def _card(turn: Turn, told: Broadcast, meeting: Meeting) -> None:
    """Show whom it goes to, in the place of what was tapped."""
    turn.me.expects = None
    turn.show(_drawn_card(turn, told, meeting), about=meeting)


def _drawn_card(turn: Turn, told: Broadcast, meeting: Meeting) -> Message:
    step = writing.step_of(turn, told)
    aim = aiming.aim(turn, told, meeting)
    at = plan_steps.moment(meeting, step, turn.house.habits) if step else None
    if step is None or at is None:
        return views.about_to_send(turn.words, meeting, told, aim)
    when = timing.days_from(turn.words, Anchor(step.anchor), step.days or 0)
    return timing.standing(turn.words, meeting, told, aim, (when, at))


def _only_card(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    if token.ask == "show" or (told.kind == BroadcastKind.MESSAGE and not told.text):
        _write(turn, told, meeting)
    else:
        _card(turn, told, meeting)


def _test(turn: Turn, told: Broadcast, meeting: Meeting, _token: Token) -> None:
    """Send it to the one who spoke, and to nobody else."""
    turn.say(_look(turn, told, meeting), about=meeting)
    turn.say(_drawn_card(turn, told, meeting), about=meeting)
    turn.toast(views.tested(turn.words))


def _send(turn: Turn, told: Broadcast, meeting: Meeting, token: Token) -> None:
    """Let it leave, when those it goes to are as many as she was shown."""
    count = profiles.count(turn.session, *audiences.reached(turn, told, meeting))
    if told.kind == BroadcastKind.MESSAGE and not told.text:
        _write(turn, told, meeting)
    elif not count:
        turn.toast(views.nobody(turn.words), alert=True)
        _card(turn, told, meeting)
    elif token.choice != str(count):
        turn.toast(views.changed_number(turn.words, count), alert=True)
        _card(turn, told, meeting)
    else:
        turn.me.expects = None
        writing.send(turn, meeting, told)


def _drop(turn: Turn, told: Broadcast, meeting: Meeting, _token: Token) -> None:
    """Take a message out of the run sheet, or leave what was being written."""
    step = writing.step_of(turn, told)
    turn.session.delete(told)
    if step is not None:
        writing.drop_step(turn, meeting, step)
    turn.toast(timing.removed(turn.words))
    _menu(turn, meeting)


def _undo(turn: Turn, told: Broadcast, meeting: Meeting) -> None:
    if not writing.take_back(turn, meeting, told):
        turn.toast(views.too_late(turn.words), alert=True)


def _again(turn: Turn, told: Broadcast, meeting: Meeting) -> None:
    """Go on writing what was stopped before anyone saw it."""
    if told.status == BroadcastStatus.TAKEN_BACK and not told.count:
        _show(turn, writing.take_up_again(turn, meeting, told), meeting)
    else:
        turn.toast(audience_views.not_yours(turn.words))


def _stand(turn: Turn, told: Broadcast, meeting: Meeting) -> None:
    """Show what waits for its hour, with the button that stops it."""
    if told.status == BroadcastStatus.WAITING:
        turn.show(views.sending(turn.words, meeting, told), about=meeting)
    else:
        turn.toast(audience_views.not_yours(turn.words))


AFTERWARDS = {"undo": _undo, "again": _again, "stand": _stand}
"""What can be asked for when it is no draft."""
STEPS = {
    "text": _text,
    "test": _test,
    "send": _send,
    "drop": _drop,
}
