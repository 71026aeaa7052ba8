"""Lets members read a meeting's minutes and say what is wrong in them. Decides nothing."""

from __future__ import annotations

from bot.deeds import minuting, remarks, settling
from bot.records.meeting import Meeting
from bot.records.minutes import Comment, Minutes
from bot.rules import minutes as rules
from bot.store import meetings
from bot.store import minutes as store
from bot.token import Token
from bot.turn import Turn
from bot.words.views import minutes_out as views
from bot.words.views import mishaps


def answer(turn: Turn, token: Token) -> None:
    """Take a step with minutes; an old button leads to the version that counts now."""
    old = store.get(turn.session, token.row)
    meeting = meetings.get(turn.session, old.meeting_id) if old else None
    one = minuting.readable(turn, meeting) if meeting else None
    turn.me.expects = None
    if meeting is None or one is None:
        turn.toast(mishaps.gone(turn.words))
    elif token.ask == "comment":
        _comment(turn, meeting, one, token)
    elif token.ask == "done":
        turn.take_buttons()
        turn.toast(views.all_said(turn.words))
    else:
        turn.say(views.whole(turn.words, meeting, one), about=meeting)


def _comment(turn: Turn, meeting: Meeting, one: Minutes, token: Token) -> None:
    if not rules.takes_comments(one, turn.now) or one.comments_until is None:
        turn.say(views.closed(turn.words, settling.contact(turn, meeting)), about=meeting)
        return
    asked = Token("said", one.id, "comment")
    if token.choice is None:
        turn.await_answer(asked)
        turn.say(views.ask_comment(turn.words, meeting, one.comments_until), about=meeting)
    elif store.comments_by(turn.session, one.id, turn.me.id) >= rules.MOST_COMMENTS:
        turn.say(views.enough(turn.words), about=meeting)
    else:
        _keep(turn, one, token.choice)
        remarks.tell(turn, meeting, one)
        turn.ask(asked, views.thanks(turn.words, one), about=meeting)


def _keep(turn: Turn, one: Minutes, said: str) -> None:
    text = rules.kept(said)
    written = {"minutes_id": one.id, "person_id": turn.me.id, "text": text}
    turn.session.add(Comment.model_validate({**written, "created_at": turn.now}))
    turn.session.flush()
