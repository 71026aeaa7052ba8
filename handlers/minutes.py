"""Writes a meeting's minutes with an organiser, and sends them. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from bot.deeds import guarding, minuting, remarks
from bot.events import Sent
from bot.records.meeting import Meeting
from bot.records.minutes import Minutes, MinutesKind, MinutesStatus
from bot.rules import minutes as rules
from bot.rules import registration
from bot.rules.authority import Deed
from bot.store import minutes as store
from bot.token import Token, parse
from bot.turn import Turn
from bot.words.message import Message
from bot.words.views import minutes as views
from bot.words.views import minutes_out
from bot.words.views import minutes_sending as leaving

To = Literal["present", "all", "invited"]
NO_NUMBER = frozenset({"-", "–", "—"})


def answer(turn: Turn, token: Token) -> None:
    """Take a step with a meeting's minutes."""
    meeting = _opened(turn, token)
    if meeting is None:
        return
    turn.me.expects = None
    STEPS.get(token.ask, _desk)(turn, meeting, token)


def _opened(turn: Turn, token: Token) -> Meeting | None:
    meeting = guarding.opened(turn, token, Deed.WRITE_MINUTES)
    if meeting is None:
        return None
    if not registration.is_over(meeting, turn.now, turn.house.zone):
        turn.toast(views.not_yet(turn.words), alert=True)
        return None
    return meeting


def awaits_file(turn: Turn) -> bool:
    """Whether the one who spoke is writing minutes, so that a file is the minutes."""
    token = parse(turn.person.expects or "") if turn.person else None
    return token is not None and (token.what, token.ask) == ("notes", "write")


def take_file(turn: Turn, sent: Sent) -> None:
    """Keep Telegram's handle of a file, to send it again."""
    token = parse(turn.me.expects or "")
    meeting = _opened(turn, token) if token else None
    if meeting is None:
        return
    one = _draft(turn, meeting)
    one.file_id, one.file_name = sent.file_id, sent.file_name
    turn.session.add(one)
    got = views.got_large_file if sent.file_size > rules.LARGEST_KEPT else views.got_file
    turn.say(got(turn.words, meeting, sent.file_name), about=meeting)


def _desk(turn: Turn, meeting: Meeting, _token: Token) -> None:
    turn.show(_overview(turn, meeting), about=meeting)


def _overview(turn: Turn, meeting: Meeting) -> Message:
    one = minuting.current(turn, meeting)
    block = minutes_out.attendance(turn.house.words(), minuting.there(turn, meeting))
    on = views.Desk(
        version=one,
        is_written=one is not None and rules.is_written(one),
        comments=minuting.comments(turn, meeting),
        attendance=bool(block) and one is not None and block not in one.text,
        sent=minuting.last_sent(turn, meeting),
    )
    return views.overview(turn.words, meeting, on)


def _draft(turn: Turn, meeting: Meeting) -> Minutes:
    """Find the version being written, or begin one."""
    one = minuting.current(turn, meeting)
    if one is not None and one.status == MinutesStatus.DRAFT:
        return one
    if one is not None:
        return store.add(turn.session, rules.next_version(one, turn.me.id, turn.now))
    begun = Minutes(meeting_id=meeting.id, created_by=turn.me.id, created_at=turn.now)
    return store.add(turn.session, begun)


def _write(turn: Turn, meeting: Meeting, token: Token) -> None:
    asked = Token("notes", meeting.id, "write")
    if token.choice is None:
        turn.ask(asked, views.ask_text(turn.words, meeting), about=meeting)
        return
    one = _draft(turn, meeting)
    whole = f"{one.text}\n\n{token.choice.strip()}".strip()
    if not rules.fits(whole, rules.LONGEST):
        turn.ask(asked, views.too_long(turn.words, meeting), about=meeting)
        return
    if not one.text:
        turn.note("wrote minutes", meeting)
    one.text = whole
    turn.session.add(one)
    turn.ask(asked, views.added(turn.words, meeting), about=meeting)


def _empty(turn: Turn, meeting: Meeting, _token: Token) -> None:
    """Begin the text anew; nothing but the draft is touched."""
    one = _draft_or_none(turn, meeting)
    if one is not None:
        one.text, one.file_id, one.file_name = "", "", ""
        turn.session.add(one)
        _write(turn, meeting, Token("notes", meeting.id, "write"))
    else:
        _stale(turn, meeting)


def _draft_or_none(turn: Turn, meeting: Meeting) -> Minutes | None:
    one = minuting.current(turn, meeting)
    return one if one is not None and one.status == MinutesStatus.DRAFT else None


def _stale(turn: Turn, meeting: Meeting) -> None:
    turn.toast(views.stale(turn.words))
    turn.show(_overview(turn, meeting), about=meeting)


def _kind(turn: Turn, meeting: Meeting, token: Token) -> None:
    one = _draft_or_none(turn, meeting)
    if one is not None and token.choice in set(MinutesKind):
        one.kind = MinutesKind(token.choice)
        turn.session.add(one)
    _desk(turn, meeting, token)


def _who(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Put who was there first, in the network's language, as everything else that is written."""
    one = _draft_or_none(turn, meeting)
    block = minutes_out.attendance(turn.house.words(), minuting.there(turn, meeting))
    if one is not None and block and block not in one.text:
        one.text = f"{block}\n\n{one.text}".strip()
        turn.session.add(one)
    _desk(turn, meeting, token)


def _whole(turn: Turn, meeting: Meeting, token: Token) -> None:
    one = minuting.current(turn, meeting)
    if one is None or not rules.is_written(one):
        _desk(turn, meeting, token)
    else:
        turn.say(minutes_out.whole(turn.words, meeting, one), about=meeting)


def _until(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Ask until when it can be corrected, and then show whom it goes to."""
    one = _draft_or_none(turn, meeting)
    if one is None or not rules.is_written(one):
        _stale(turn, meeting)
        return
    zone, today = turn.house.zone, turn.now.astimezone(turn.house.zone).date()
    days = [rules.until(day, zone) for day in rules.ready_days(today)]
    day = rules.last_day(token.choice, today) if token.choice else None
    if day is None:
        ask = leaving.unclear_day if token.choice else leaving.ask_until
        turn.ask(Token("notes", meeting.id, "until"), ask(turn.words, meeting, days), about=meeting)
        return
    until = rules.until(day, zone)
    turn.say(minutes_out.for_comments(turn.words, meeting, one, until), about=meeting)
    _confirm(turn, meeting, "present", until)


def _confirm(turn: Turn, meeting: Meeting, to: To, until: datetime | None) -> None:
    """Show the number and the names before anything leaves."""
    people, missed = minuting.goes_to(turn, meeting, to)
    names = [one.name or "–" for one in people]
    aim = leaving.Aim(names, missed, to, until)
    turn.say(leaving.about_to_send(turn.words, meeting, aim), about=meeting)


def _publish(turn: Turn, meeting: Meeting, token: Token) -> None:
    one = minuting.current(turn, meeting)
    if one is None or one.status == MinutesStatus.PUBLISHED or not rules.is_written(one):
        _stale(turn, meeting)
        return
    to: To = "invited" if token.choice == "invited" else "all"
    turn.say(minutes_out.published(turn.words, meeting, one), about=meeting)
    _confirm(turn, meeting, to, None)


def _out(turn: Turn, meeting: Meeting, token: Token) -> None:
    today = turn.now.astimezone(turn.house.zone).date()
    day, one = rules.last_day(token.choice or "", today), _draft_or_none(turn, meeting)
    if day is None or one is None or not rules.is_written(one):
        _stale(turn, meeting)
        return
    turn.take_buttons()
    minuting.send(turn, meeting, one, minuting.PRESENT, rules.until(day, turn.house.zone))


def _public(turn: Turn, meeting: Meeting, token: Token) -> None:
    one, to = minuting.current(turn, meeting), token.choice or ""
    is_ready = one is not None and rules.is_written(one)
    if one is None or not is_ready or one.status == MinutesStatus.PUBLISHED or to not in ENDS:
        _stale(turn, meeting)
        return
    minuting.send(turn, meeting, one, to, None)
    if to == minuting.NONE:
        turn.toast(views.published_quietly(turn.words))
        turn.show(_overview(turn, meeting), about=meeting)
    else:
        turn.take_buttons()


def _undo(turn: Turn, meeting: Meeting, token: Token) -> None:
    told = minuting.keyed(turn, meeting, token.choice or "")
    if told is None or not minuting.take_back(turn, meeting, told):
        turn.toast(views.too_late(turn.words), alert=True)


def _new(turn: Turn, meeting: Meeting, token: Token) -> None:
    """Begin a new version of what is out, and ask what is new in it."""
    one = minuting.current(turn, meeting)
    if one is None or one.status == MinutesStatus.DRAFT:
        _desk(turn, meeting, token)
        return
    _draft(turn, meeting)
    _changes(turn, meeting, Token("notes", meeting.id, "changes"))


def _changes(turn: Turn, meeting: Meeting, token: Token) -> None:
    one, asked = _draft_or_none(turn, meeting), Token("notes", meeting.id, "changes")
    if one is None:
        _stale(turn, meeting)
    elif token.choice is None:
        turn.ask(asked, views.ask_changes(turn.words, meeting), about=meeting)
    elif not rules.fits(token.choice, rules.LONGEST_CHANGE):
        turn.ask(asked, views.shorter(turn.words), about=meeting)
    else:
        one.changes = " ".join(token.choice.split())
        turn.session.add(one)
        turn.say(_overview(turn, meeting), about=meeting)


def _number(turn: Turn, meeting: Meeting, token: Token) -> None:
    asked = Token("notes", meeting.id, "diary")
    if token.choice is None:
        turn.ask(asked, views.ask_number(turn.words, meeting), about=meeting)
    elif not rules.fits(token.choice, rules.LONGEST_NUMBER):
        turn.ask(asked, views.shorter(turn.words), about=meeting)
    else:
        given = " ".join(token.choice.split())
        meeting.diary = "" if given in NO_NUMBER else given
        turn.session.add(meeting)
        turn.say(_overview(turn, meeting), about=meeting)


def _comments(turn: Turn, meeting: Meeting, _token: Token) -> None:
    found = store.comments(turn.session, meeting.id)
    listed = [views.Said(person.name or "–", n, one.text) for one, person, n in found]
    turn.say(views.comments(turn.words, meeting, listed), about=meeting)
    remarks.are_read(turn, meeting)


def _drop(turn: Turn, meeting: Meeting, token: Token) -> None:
    one = _draft_or_none(turn, meeting)
    if one is not None:
        store.drop(turn.session, one)
    _desk(turn, meeting, token)


ENDS = frozenset({minuting.ALL, minuting.INVITED, minuting.NONE})
STEPS: dict[str, Callable[[Turn, Meeting, Token], None]] = {
    "write": _write,
    "empty": _empty,
    "kind": _kind,
    "who": _who,
    "whole": _whole,
    "until": _until,
    "publish": _publish,
    "out": _out,
    "public": _public,
    "undo": _undo,
    "new": _new,
    "changes": _changes,
    "diary": _number,
    "comments": _comments,
    "drop": _drop,
}
