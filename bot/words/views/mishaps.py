"""What people read when something did not go as they meant. Kind, short, with a way on."""

from __future__ import annotations

from bot.records.meeting import Meeting
from bot.token import Token
from bot.words.calendar import Words
from bot.words.message import Button, Message, rows
from bot.words.texts import lines


def stale(w: Words) -> str:
    """Show in a toast that a button is old."""
    return w.plain("mishaps", "That button is old. Here is how things stand now.")


def busy(w: Words) -> str:
    """Show in a toast that a tap is noticed although nothing can be stored just now."""
    return w.plain(
        "mishaps",
        "This is taking a little longer than usual. No need to tap again: I will carry on.",
    )


def gone(w: Words) -> str:
    """Show in a toast that what a button was about is no longer there."""
    return w.plain("mishaps", "That is no longer here. /moten shows the meetings.")


def not_made(w: Words) -> Message:
    """Say that a file someone waits for is not coming, and that nothing is lost."""
    return Message(
        w.say(
            "mishaps",
            "I could not make the file you asked for. Everything in it is still with me: wait a"
            " little and ask again. If it goes wrong once more, tell the one who looks after me.",
        )
    )


def not_yours(w: Words) -> str:
    """Show in a toast that a button belongs to someone else."""
    return w.plain("mishaps", "That button is for someone else.")


def only_text(w: Words) -> Message:
    """Answer a sticker, a voice message or a photo."""
    return Message(
        w.say(
            "mishaps",
            "Nice, but I can only read text and button presses. Your answer"
            " to my last question is still welcome.",
        )
    )


def only_text_now(w: Words) -> Message:
    """Answer a sticker, a voice message or a photo when nothing was asked."""
    return Message(w.say("mishaps", "Nice, but I can only read text and button presses."))


def only_buttons(w: Words) -> Message:
    """Answer a text when nothing was asked."""
    return Message(
        w.say(
            "mishaps",
            "I did not understand that. /moten shows the meetings, and /hjalp shows everything "
            "I can do.",
        )
    )


def paste_hint(w: Words, draft: Meeting | None) -> Message:
    """Answer an organiser's text when nothing was asked; she may mean what she has begun."""
    token = Token("meet", 0, "new")
    if draft is not None:
        return Message(
            w.say(
                "mishaps",
                "Do you want to change your draft? Write for example “Seats: 40”, or press the"
                " button. Everything I can do you see with /hjalp.",
            ),
            rows(
                Button(
                    w.say("mishaps", "Go on with the draft"), str(Token("meet", draft.id, "review"))
                ),
                Button(w.say("mishaps", "New meeting"), str(token)),
            ),
        )
    return Message(
        w.say(
            "mishaps",
            "Is that a meeting you want to announce? Press the button and paste the"
            " text again, or see everything I can do with /hjalp.",
        ),
        rows(Button(w.say("mishaps", "New meeting"), str(token))),
    )


def edit_noticed(w: Words) -> Message:
    """Answer an edited message that had been answered already."""
    return Message(
        w.say(
            "mishaps",
            "I see that you changed a message. I have already saved the"
            " first one. Use the buttons to change an answer.",
        )
    )


def unknown_command(w: Words) -> Message:
    """Answer a command that does not exist."""
    return Message(w.say("mishaps", "I do not know that command. /hjalp shows all of them."))


def only_organisers(w: Words) -> Message:
    """Say that something is for organisers."""
    return Message(
        w.say("mishaps", "Only organisers can do that. Ask the organiser if you want to help.")
    )


def not_allowed(w: Words) -> str:
    """Show in a toast that something is for organisers."""
    return w.plain("mishaps", "Only organisers can do that.")


def as_yourself(w: Words) -> str:
    """Show in a toast that an anonymous admin must act as herself."""
    return w.plain("mishaps", "I can only answer people. Turn off anonymous mode and press again.")


def in_private(w: Words) -> Message:
    """Ask, in a group, to talk in private instead."""
    return Message(w.say("mishaps", "Write to me in a private chat, and I will help you there."))


def only_a_preview(w: Words) -> str:
    """Show in a toast that a button is only shown."""
    return w.plain("mishaps", "This is how the button looks to members. Nothing is sent yet.")


def already(w: Words) -> str:
    """Show in a toast that the person has answered before."""
    return w.plain("mishaps", "You have answered already.")


def noted(w: Words) -> str:
    """Show in a toast that something is seen."""
    return w.plain("mishaps", "Good, then we know.")


def broken(w: Words, code: str) -> Message:
    """Apologise for our own mistake."""
    return Message(
        w.say(
            "mishaps",
            "Something went wrong on my side, and your message was not"
            " handled. Please try again. If it happens again, tell the organiser this"
            " code: {code}",
            code=code,
        )
    )


def choose_button(w: Words, question: Message) -> Message:
    """Ask again for a tap, where a text does not do."""
    said = w.say("mishaps", "Please choose one of the buttons.")
    return Message(lines(said, "", question.text), question.rows)


def written_to_you(w: Words, *, waiting: bool) -> str:
    """Show in a toast, in a group, that it worked."""
    if waiting:
        return w.plain(
            "mishaps", "The meeting is full. You are on the reserve list. I have written to you."
        )
    return w.plain("mishaps", "You are registered! I have written to you in a private chat.")
