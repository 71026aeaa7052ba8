"""What each fact of a meeting is called, and how an organiser is asked for it."""

from __future__ import annotations

from datetime import timedelta

from bot.records.meeting import Meeting
from bot.rules.clashes import LAST_DAYS
from bot.rules.drafting import Question, language_of
from bot.words.calendar import Words
from bot.words.texts import Html


def label(w: Words, name: str) -> str:
    """Name a fact on a button."""
    language = language_of(name)
    if language is not None:
        return w.plain("drafting", "Text in {language}", language=w.language_name(language))
    names = {
        "title": w.plain("drafting", "Title"),
        "day": w.plain("drafting", "Day"),
        "start": w.plain("drafting", "Starts"),
        "end": w.plain("drafting", "Ends"),
        "form": w.plain("drafting", "Form"),
        "place": w.plain("drafting", "Place"),
        "join_url": w.plain("drafting", "Link"),
        "closes_on": w.plain("drafting", "Register by"),
        "seats": w.plain("drafting", "Seats"),
        "food": w.plain("drafting", "Food"),
        "accessibility": w.plain("drafting", "Accessibility"),
        "contact": w.plain("drafting", "Contact"),
        "agenda": w.plain("drafting", "Agenda"),
        "hosts": w.plain("drafting", "Hosts"),
        "doors": w.plain("drafting", "Doors open"),
        "moderator": w.plain("drafting", "Moderator"),
        "about": w.plain("drafting", "About"),
        "online_seats": w.plain("drafting", "Online seats"),
        "per_party": w.plain("drafting", "Per association"),
        "asks_part": w.plain("drafting", "Ask for role"),
        "closes_clock": w.plain("drafting", "Closes at"),
        "changes_on": w.plain("drafting", "Last day to change"),
        "changes_clock": w.plain("drafting", "Changes end at"),
        "needs_on": w.plain("drafting", "Last day to book help"),
    }
    return names[name]


def prompt(w: Words, name: str) -> Html:
    """Ask for a fact."""
    language = language_of(name)
    if language is not None:
        return w.say(
            "drafting",
            "What is the meeting about, in {language}? Those who read {language} see this text"
            " instead of the usual one.",
            language=w.language_name(language),
        )
    asked = {
        "title": w.say("drafting", "What is the meeting called?"),
        "day": w.say("drafting", "Which day is the meeting?"),
        "start": w.say("drafting", "What time does it start?"),
        "end": w.say("drafting", "What time does it end?"),
        "form": w.say("drafting", "How do people take part?"),
        "place": w.say("drafting", "Where is it? Write the venue and the address."),
        "join_url": w.say("drafting", "What is the link to the online meeting?"),
        "closes_on": w.say("drafting", "Which is the last day to register?"),
        "seats": w.say("drafting", "How many seats are there?"),
        "food": w.say("drafting", "What food do you offer?"),
        "accessibility": w.say("drafting", "What should people know about accessibility?"),
        "contact": w.say(
            "drafting",
            "Who answers questions? Write a name and an e-mail address or a phone number.",
        ),
        "agenda": w.say("drafting", "What is on the agenda? Write one point on each line."),
        "hosts": w.say("drafting", "Who are the hosts?"),
        "doors": w.say("drafting", "When do the doors open?"),
        "moderator": w.say("drafting", "Who is the moderator?"),
        "about": w.say("drafting", "What is the meeting about? Write a few sentences."),
        "online_seats": w.say("drafting", "How many can take part online?"),
        "per_party": w.say("drafting", "How many may come from each association?"),
        "asks_part": w.say(
            "drafting",
            "Shall those who register say whether they are delegate, substitute or observer?",
        ),
        "closes_clock": w.say("drafting", "What time on the last day does registration close?"),
        "changes_on": w.say(
            "drafting", "Which is the last day to change an answer or cancel by oneself?"
        ),
        "changes_clock": w.say("drafting", "Until what time that day?"),
        "needs_on": w.say(
            "drafting",
            "Which is the last day to ask for what must be booked, such as an interpreter?",
        ),
    }
    return asked[name]


def hint(w: Words, meeting: Meeting, asked: Question) -> Html | None:
    """Show by example how an answer may look; a last day lies before the meeting."""
    if asked.name in LAST_DAYS and meeting.day is not None:
        day = meeting.day - timedelta(days=1)
        return w.say("drafting", "For example: {day}", day=w.day(day))
    hints = {
        "day": w.say("drafting", "For example: Saturday 13 February"),
        "clock": w.say("drafting", "For example: 17:30"),
        "number": w.say("drafting", "Write a number."),
    }
    return hints.get(asked.kind)
