"""What an organiser reads when a text or an answer is unclear."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.rules.answers import Unclear
from bot.rules.drafting import Question
from bot.words.calendar import Words
from bot.words.message import Message
from bot.words.texts import Html, bold, lines
from bot.words.views import drafting, questions


def doubt_line(w: Words, reason: str, quote: str) -> Html:
    """Say what in the text was unclear, quoting it."""
    passed = w.say("drafting", "The text says “{quote}”, but that has passed.", quote=quote)
    said = {
        "weekday_disagrees": w.say(
            "drafting", "The text says “{quote}”, but that date is another weekday.", quote=quote
        ),
        "two_candidates": w.say(
            "drafting", "The text can be read in more than one way: “{quote}”.", quote=quote
        ),
        "in_the_past": passed,
        "deadline_passed": passed,
        "no_such_date": w.say(
            "drafting", "The text says “{quote}”, but there is no such date.", quote=quote
        ),
        "no_such_time": w.say(
            "drafting", "The text says “{quote}”, but there is no such time.", quote=quote
        ),
        "after_the_meeting": w.say(
            "drafting", "The text says “{quote}”, but that is after the meeting.", quote=quote
        ),
        "shown_twice": w.say(
            "drafting", "“{quote}”: the clock shows that hour twice that day.", quote=quote
        ),
        "end_before_start": w.say(
            "drafting", "The text says “{quote}”, but then it ends before it starts.", quote=quote
        ),
        "week_without_day": w.say(
            "drafting", "The text says “{quote}”, but not which day.", quote=quote
        ),
    }
    unsure = w.say("drafting", "I am not sure how to read “{quote}”.", quote=quote)
    return said.get(reason, unsure if quote else w.say("drafting", "I am not sure about this one."))


def unclear(w: Words, meeting: Meeting, asked: Question, outcome: Unclear) -> Message:
    """Say why an answer cannot be taken, and ask again."""
    said = {
        "in_the_past": w.say("drafting", "That has already passed."),
        "after_the_meeting": w.say("drafting", "That is after the meeting."),
        "deadline_passed": w.say("drafting", "That day has already passed."),
        "end_before_start": w.say("drafting", "Then the meeting ends before it starts."),
        "no_such_date": w.say("drafting", "There is no such date."),
        "no_such_time": w.say("drafting", "That time does not exist on that day."),
        "shown_twice": w.say(
            "drafting",
            "The clock shows that hour twice that day. Do you mean summer time or winter time?",
        ),
        "weekday_disagrees": w.say("drafting", "The weekday and the date do not agree."),
        "two_candidates": w.say("drafting", "That can be read in more than one way."),
        "week_without_day": w.say("drafting", "Which day of that week?"),
        "too_long": w.many(
            "drafting",
            "That is too long. At most {n} character fits.",
            "That is too long. At most {n} characters fit.",
            asked.limit,
        ),
        "number": w.say("drafting", "I need a number, for example 40."),
        "not_a_link": w.say("drafting", "I need a link that begins with https://"),
        "choose": w.say("drafting", "Please choose one of the buttons."),
    }
    reason = said.get(outcome.reason, w.say("drafting", "I did not understand that."))
    text = lines(reason, bold(questions.prompt(w, asked.name)), questions.hint(w, meeting, asked))
    return Message(text, drafting.choices(w, meeting, asked, offered=outcome.options))
