"""What handlers let through to a view: how long each text may be, and the words it knows."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.deeds.clearing import Cleared
from bot.records.meeting import Meeting
from bot.rules import changes, coordinates, needs, series
from bot.rules.by_hand import Wanted
from bot.rules.drafting import BY_NAME, QUESTIONS, Question
from bot.rules.needs import Wish
from bot.rules.quiet_hours import Quiet
from bot.token import Token
from bot.words.message import Button, File, Message
from bot.words.views.changing import Changed
from bot.words.views.messaging import Listed

# The next line turns its own direction, as a name may.
EVIL = "<b>&amp;</a>{0.__class__}%(x)s _*[x](tg://user?id=1)\u202e😀 "
NOON = datetime(2027, 2, 13, 11, tzinfo=UTC)
ROW = 10**17
FEW = frozenset({"listed", "drafts", "begun", "held", "possible", "clocks"})
"""Lists of which handlers show a page."""
LIMITS = {
    "name": 100,
    "words": 100,
    "suggestion": 64,
    "need": 300,
    "now": 300,
    "before": 300,
    "quote": 120,
    "contact": 200,
}
"""Characters that handlers let through, where that is fewer than a message holds."""
LIMITS |= {"title": 128, "group": 128, "warns": 120, "day": 60}  # 128: Bot API, setChatTitle
LIMITS |= {"by": 100, "giver": 100, "link": 120, "address": 120}
LIMITS |= {"letters": 100, "home": 100, "phone": 40, "email": 200}
LIMITS |= {"food": 200, "change": 600}
LIMITS |= {
    "code": 8,
    "key": 16,
    "member": 120,
    "organiser": 120,
    "speaker": 200,
    "agenda_title": 300,
}
LIMITS |= {"chosen": 1200, "whom": 1200, "sender": 100, "key": 16, "begins": 40, "when": 80}
FIELDS = tuple(BY_NAME)
SERIES = series.days(date(2027, 2, 23), series.Every.WEEK, 4)
LONG_SERIES = series.Plan(
    series.Every.MONTH, series.days(date(2026, 12, 24), series.Every.MONTH, series.MOST), 0xFFFFF
)
MENU_LINE = Listed(EVIL[:40], NOON, "letter:1:show", is_sent=False)
MOVED = Meeting(
    id=ROW,
    secret="hemlig",
    title=EVIL,
    day=date(2027, 2, 13),
    start=time(10),
    place=EVIL * 5,
    created_by=1,
    created_at=NOON,
)
MANY_CHANGES = [Changed(MOVED, MOVED, changes.IN_CALENDARS, waits=bool(n)) for n in range(20)]
COUNTED = tuple((one.name, 1_000) for one in dataclasses.fields(Cleared))
WORDS: Mapping[tuple[str, str], Sequence[object]] = {
    ("questions.label", "name"): (*FIELDS, "text_fi"),
    ("questions.prompt", "name"): (*FIELDS, "text_qaa"),
    ("reviewing.fact_value", "name"): tuple(one for one in FIELDS if one != "agenda"),
    ("notices.evaluation", "asked"): ("overall", "heard", "comment"),
    ("notices.evaluation_labels", "asked"): ("overall", "heard", "comment"),
    ("reviewing.choices", "languages"): (["en", "fi", "qaa"], []),
    ("reviewing.review", "left"): (list(FIELDS), []),
    ("changing.changed", "names"): (changes.IN_CALENDARS, frozenset({"place"}), frozenset()),
    ("changing.several", "changed"): (MANY_CHANGES, MANY_CHANGES[:2]),
    ("joining.ask_name_again", "reason"): ("long", "empty"),
    ("asking.changed_to", "about"): ("attends", "part", "food", "access"),
    ("asking.changed_to", "answer"): (needs.written(Wish(("vegan", "sign"), EVIL)),),
    ("doors.door", "tongues"): (["sv", "fi"], ["sv"]),
    ("series.plan", "laid"): (series.Plan(series.Every.WEEK, SERIES, 0b1011), LONG_SERIES),
    ("series_changes.ask_follow", "name"): (*FIELDS, "text_fi"),
    ("series_changes.ask_follow", "shift"): (0, 7, -365),
    ("noted.thanks", "keep"): ("usual:1:keep", None),
    ("noted.kept", "remove"): ("usual:0:remove",),
    ("noted.withdrawn", "remove"): ("usual:0:remove", None),
    ("messaging.menu", "listed"): ([], [MENU_LINE], [MENU_LINE] * 20),
    ("messaging.letter", "ask"): ("show",),
    ("messaging.letter", "choice"): ("43", None),
    ("messaging.whom_token", "ask"): ("names",),
    ("messaging.whom_token", "choice"): ("0.0123456789abcdef", None),
    ("audiences.turned", "ask"): ("organisations",),
    ("audiences.turned", "number"): (0, 7),
    ("audiences.names", "number"): (0, 7),
    ("placing.which", "point"): (coordinates.written((-63.176612, -144.636113)),),
    ("handing_over.cleared", "counted"): (COUNTED, ()),
}
"""What a view that only knows some words is asked for; everything else gets any text."""
PLAIN: Mapping[object, Sequence[object]] = {
    bool: (True, False),
    int: (1, 0, ROW, 7),
    float: (1.5,),
    bytes: (b"x",),
    date: (date(2027, 2, 13), date(2027, 2, 12)),
    time: (time(10), time(23, 59)),
    datetime: (NOON,),
    type(None): (None,),
    Quiet: (Quiet(time(20), time(8), ZoneInfo("Europe/Stockholm")),),
    Question: QUESTIONS,
    File: (File("mote.ics", "text/calendar", b"x"),),
    Button: (Button("Ja", "come:1:yes"),),
    Message: (Message("Hej!"),),
    Mapping[str, str]: ({"yes": "Ja"},),
    Token: (Token("guest", ROW, "address"),),
    Wanted: (Wanted(ROW, "online", "over"), Wanted(ROW)),
}
"""What is made the same however people are."""
