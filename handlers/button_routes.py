"""Every button and question, in one list, and the conversation it belongs to."""

from __future__ import annotations

from collections.abc import Callable

from bot.records.meeting import Meeting
from bot.rules import audience, drafting
from bot.rules.authority import Deed
from bot.token import Token
from bot.turn import Turn
from bot.words.views import mishaps as views
from handlers import (
    agenda,
    announcing,
    answering,
    archive,
    arranging,
    association,
    audiences,
    belonging,
    by_hand,
    certificates,
    checking_in,
    codes,
    comfort,
    copying,
    correcting,
    desk,
    doors,
    doubling,
    erasing,
    evaluating,
    hand_entries,
    handing_over,
    home,
    joining,
    kitchen,
    late,
    lining_up,
    lists,
    log,
    meetings,
    merging,
    messaging,
    minutes,
    minutes_missed,
    missing,
    occasions,
    opinions,
    own_data,
    own_settings,
    parties,
    pausing,
    placing,
    plan,
    register,
    register_import,
    registration,
    releasing,
    reporting,
    roles,
    sending,
    series,
    series_changes,
    state,
    theme_groups,
    timing,
    usual,
    viewing,
)

Conversation = Callable[[Turn, Token], None]

DESK_STEPS = frozenset({"desk", "close", "open", "cancel"})
ANSWERS = frozenset({"attends", "food", "access", "again", "change", "withdraw", "part"})
SENDING_STEPS = frozenset({"preview", "send", "undo"})
LETTER_STEPS = frozenset({"letters", "write", "widen"})
PAUSING_STEPS = frozenset({"pause", "resume", "halt"})


def converse(turn: Turn, token: Token) -> None:
    """Hand a token to its conversation, when the one who spoke may be in it."""
    if turn.person is None:
        joining.start(turn, "")
    elif token.what in {"join", "self", "own"}:
        CONVERSATIONS[token.what](turn, token)
    elif not audience.is_member(turn.person):
        turn.person.wants = str(Token("come", token.row, "show")) if token.what == "come" else None
        joining.go_on(turn)
    elif token.what in CONVERSATIONS:
        CONVERSATIONS[token.what](turn, token)
    else:
        turn.toast(views.stale(turn.words))


def _self(turn: Turn, token: Token) -> None:
    {"erase": erasing.answer, "data": own_data.answer}.get(token.ask, home.answer)(turn, token)


def _come(turn: Turn, token: Token) -> None:
    if token.ask == "late":
        late.ask(turn, token)
    elif token.ask in viewing.STEPS:
        viewing.answer(turn, token)
    elif token.ask in lining_up.STEPS:
        lining_up.answer(turn, token)
    elif token.ask in occasions.STEPS:
        occasions.answer(turn, token)
    elif token.ask in ANSWERS:
        answering.answer(turn, token)
    else:
        registration.answer(turn, token)


def _ours(turn: Turn, token: Token) -> None:
    """Lead to what is asked about a colleague she answers for."""
    if token.ask in lining_up.STEPS:
        lining_up.answer(turn, token)
    elif token.ask in ANSWERS:
        answering.answer(turn, token)
    else:
        parties.guest(turn, token)


def _party(turn: Turn, token: Token) -> None:
    """Lead to the colleagues she registers, or to seats that wait for several of them."""
    if token.ask in lining_up.STEPS:
        lining_up.answer(turn, token)
    else:
        parties.answer(turn, token)


def _bring(turn: Turn, token: Token) -> None:
    """Lead to a list that waits, or take it for the invitation that it is."""
    text = register_import.words_of(turn, token) if token.ask == "invitation" else None
    if text is None:
        register_import.answer(turn, token)
    elif turn.may(Deed.COMPOSE):
        announcing.paste(turn, text)


def _meet(turn: Turn, token: Token) -> None:
    """Lead an organiser to the part of her work that a token is about."""
    meeting = turn.session.get(Meeting, token.row) if token.row else None
    if not turn.may(Deed.COMPOSE) and not turn.may(Deed.CHANGE, meeting):
        turn.toast(views.not_allowed(turn.words))
    elif token.ask == "new":
        announcing.new(turn, "")
    elif token.ask in WORK:
        WORK[token.ask](turn, token)
    elif token.ask == "change" or drafting.question(token.ask) is not None:
        correcting.answer(turn, token)
    else:
        announcing.answer(turn, token)


def _desk(turn: Turn, token: Token) -> None:
    """Lead to what organisers were asked: about a post that may be missing, or a latecomer."""
    if token.ask == "again":
        desk.post_again(turn, token)
    else:
        late.decide(turn, token)


def _letter(turn: Turn, token: Token) -> None:
    """Lead to what is written to many, or to when it leaves."""
    if token.ask in timing.STEPS:
        timing.answer(turn, token)
    else:
        messaging.answer(turn, token)


def _series(turn: Turn, token: Token) -> None:
    """Lead to a series, or to what holds for several of its occasions."""
    led = series_changes if token.ask in series_changes.STEPS else series
    led.answer(turn, token)


def _notes(turn: Turn, token: Token) -> None:
    """Lead to a meeting's minutes, or to those whom they would not reach."""
    led = minutes_missed if token.ask in minutes_missed.STEPS else minutes
    led.answer(turn, token)


WORK: dict[str, Conversation] = {
    **dict.fromkeys(SENDING_STEPS, sending.answer),
    **dict.fromkeys(PAUSING_STEPS, pausing.answer),
    **dict.fromkeys(LETTER_STEPS, messaging.begin),
    **dict.fromkeys(DESK_STEPS, desk.answer),
    "hour": timing.begin,
    "booked": arranging.answer,
    "spot": placing.answer,
    "mine": correcting.answer,
    "holds": comfort.answer,
    "copy": copying.answer,
}
"""The steps of an organiser's work that have a handler of their own."""

CONVERSATIONS: dict[str, Conversation] = {
    "join": joining.answer,
    "self": _self,
    "own": own_settings.answer,
    "come": _come,
    "ours": _ours,
    "party": _party,
    "hand": handing_over.answer,
    "twin": doubling.answer,
    "meet": _meet,
    "letter": _letter,
    "whom": audiences.answer,
    "report": reporting.answer,
    "desk": _desk,
    "series": _series,
    "after": evaluating.answer,
    "list": meetings.leaf,
    "group": theme_groups.answer,
    "theme": theme_groups.of_meeting,
    "plan": plan.answer,
    "points": agenda.answer,
    "notes": _notes,
    "said": archive.answer,
    "lists": lists.answer,
    "here": checking_in.answer,
    "code": codes.answer,
    "proof": certificates.answer,
    "entry": by_hand.answer,
    "guest": hand_entries.answer,
    "usual": usual.answer,
    "role": roles.answer,
    "lead": roles.of_meeting,
    "log": log.answer,
    "reg": register.answer,
    "org": association.answer,
    "door": doors.answer,
    "merge": merging.answer,
    "bring": _bring,
    "also": belonging.answer,
    "think": opinions.answer,
    "pack": releasing.answer,
    "state": state.answer,
    "lack": missing.answer,
    "cook": kitchen.answer,
}
"""The first word of a token, and the conversation it belongs to."""
