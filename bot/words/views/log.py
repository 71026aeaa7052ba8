"""What an admin reads of who has done what. Deeds only, never what was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.exports.tables import Table, Workbook
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import XLSX, Button, File, Message, rows
from bot.words.texts import Html, bold, lines, within

PAGE = 12
"""Acts shown at a time."""
ROOM = 3_400


@dataclass(frozen=True, slots=True)
class Act:
    """One act; without an actor the clock did it, or someone who is erased."""

    at: datetime
    actor: str | None
    verb: str
    meeting: str | None
    detail: str = ""


def page(w: Words, acts: list[Act], start: int, *, is_more: bool) -> Message:
    """Show a page of the log, the latest first."""
    if not acts:
        return Message(w.say("log", "Nothing has been noted yet."))
    written = [_line(w, act) for act in acts]
    newer = Button(w.say("log", "Newer"), str(Token("log", 0, "page", str(max(0, start - PAGE)))))
    older = Button(w.say("log", "Older"), str(Token("log", 0, "page", str(start + PAGE))))
    turning = tuple(one for one in (newer if start else None, older if is_more else None) if one)
    return Message(
        lines(bold(w.say("log", "Who has done what")), "", *within(ROOM, written)),
        rows(turning, Button(w.say("log", "Get as a file"), str(Token("log", 0, "file")))),
    )


def _line(w: Words, act: Act) -> Html:
    who = act.actor or w.say("log", "Someone who is no longer here")
    if act.meeting is None:
        return w.say(
            "log",
            "{moment}: {who} {deed}.",
            moment=w.moment(act.at),
            who=who,
            deed=deed(w, act.verb),
        )
    return w.say(
        "log",
        "{moment}: {who} {deed} ({title}).",
        moment=w.moment(act.at),
        who=who,
        deed=deed(w, act.verb),
        title=act.meeting,
    )


def table(w: Words, acts: list[Act]) -> Table:
    """Write the whole log as a table."""
    said = sayings(w)
    return Table(
        w.plain("log", "Log"),
        (
            w.plain("log", "When"),
            w.plain("log", "Who"),
            w.plain("log", "What"),
            w.plain("log", "Meeting"),
        ),
        tuple(
            (
                act.at.astimezone(w.zone).replace(tzinfo=None),
                act.actor or "",
                str(said(act.verb)),
                act.meeting or "",
            )
            for act in acts
        ),
    )


def file(w: Words, content: Workbook, *, is_all: bool) -> Message:
    """Send the log as a spreadsheet; say so when it is only the latest of it."""
    name = w.plain("log", "log.xlsx")
    latest = w.say("log", "These are the latest lines. Whoever runs me can take out the whole log.")
    return Message(
        lines(
            w.say("log", "Here is the log. It holds names and meetings, but nothing people wrote."),
            None if is_all else latest,
        ),
        file=File(name, XLSX, content),
    )


def deed(w: Words, verb: str) -> Html:
    """Say what was done, to stand after a name."""
    return sayings(w)(verb)


def sayings(w: Words) -> Callable[[str], Html]:
    """Give what says deeds, for a list of many: their words are looked up once."""
    known = deeds(w)
    unknown = w.say("log", "did something that this version has no word for")
    return lambda verb: known.get(verb, unknown)


def deeds(w: Words) -> dict[str, Html]:
    """Every act that is noted."""
    return {
        "read an invitation": w.say("log", "let the bot read an invitation"),
        "discarded": w.say("log", "discarded a draft"),
        "sent": w.say("log", "sent the invitation"),
        "copied": w.say("log", "used a meeting as the model of a new one"),
        "made a series": w.say("log", "made a series of a meeting"),
        "changed the series": w.say("log", "changed several meetings of a series"),
        "moved occasion": w.say("log", "moved to another occasion of a meeting"),
        "took back": w.say("log", "took the invitation back"),
        "paused": w.say("log", "paused the sending"),
        "went on": w.say("log", "went on with the sending"),
        "stopped the rest": w.say("log", "stopped the rest of the sending"),
        "opened": w.say("log", "opened registration"),
        "closed": w.say("log", "closed registration"),
        "cancelled": w.say("log", "cancelled the meeting"),
        "put on the map": w.say("log", "put the meeting's place on the map"),
        "changed": w.say("log", "changed the meeting"),
        "answered a request": w.say("log", "answered a request"),
        "linked a group": w.say("log", "let the bot into a group"),
        "made a link": w.say("log", "made a link that lets people in"),
        "became owner": w.say("log", "became owner"),
        "gave a role": w.say("log", "gave someone a role"),
        "changed a role": w.say("log", "changed someone's role"),
        "refused a role": w.say("log", "said no to someone who asked for a role"),
        "took a role away": w.say("log", "took someone's role away"),
        "handed a seat over": w.say("log", "handed a seat over to someone else"),
        "passed an invitation on": w.say("log", "passed an invitation on"),
        "registered a colleague": w.say("log", "registered someone from their association"),
        "added an association": w.say("log", "added an association to the register"),
        "changed the register": w.say("log", "changed an association in the register"),
        "removed an association": w.say("log", "took an association out of the register"),
        "merged associations": w.say("log", "made one association of two"),
        "began a theme group": w.say("log", "began a theme group"),
        "changed a theme group": w.say("log", "changed a theme group"),
        "removed a theme group": w.say("log", "removed a theme group"),
        "took the register out": w.say("log", "took the register out as a file"),
        "renewed a link": w.say("log", "let a link work longer"),
        "closed links": w.say("log", "closed the links to an association"),
        "registered by hand": w.say("log", "registered someone by hand"),
        "removed by hand": w.say("log", "took someone who was registered by hand off the list"),
        "made a certificate": w.say("log", "made someone a certificate of attendance"),
        "took lists": w.say("log", "took a meeting's lists out as files"),
        "arranged": w.say("log", "said that what people need is booked"),
        "sent a message": w.say("log", "sent a message"),
        "took a message back": w.say("log", "took a message back"),
        "invited more": w.say("log", "invited more people"),
        "planned a message": w.say("log", "planned a message"),
        "dropped a planned message": w.say("log", "removed a planned message"),
        "sent once more": w.say("log", "sent an uncertain message once more"),
        "imported": w.say("log", "took in a list of associations"),
        "handed papers over": w.say("log", "handed a meeting's papers over"),
        "purged": w.say("log", "erased what had served its time"),
        "sent the agenda": w.say("log", "sent the agenda"),
        "changed the plan": w.say("log", "changed what is told around the meeting"),
        "wrote minutes": w.say("log", "began to write minutes"),
        "sent minutes for comments": w.say("log", "sent minutes for comments"),
        "published minutes": w.say("log", "published minutes"),
        "took minutes back": w.say("log", "took minutes back before anyone saw them"),
        "told the kitchen": w.say("log", "sent the numbers to the kitchen"),
        "said who is wanted": w.say("log", "said who is wanted at a meeting"),
        "merged a double": w.say("log", "merged someone who was listed twice"),
    }
