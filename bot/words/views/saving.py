"""What the person who runs the bot reads when a network is backed up or restored. Plain text."""

from __future__ import annotations

from datetime import datetime

from bot.words.calendar import Words
from bot.words.texts import Texts


def target(t: Texts) -> str:
    """Explain where the copy goes."""
    return t.plain("saving", "The file or folder to write to; without it, the folder you are in.")


def source(t: Texts) -> str:
    """Explain which copy is restored."""
    return t.plain("saving", "The copy to restore.")


def cut_off(t: Texts) -> str:
    """Explain --until."""
    return t.plain(
        "saving", 'The last time the bot worked, such as "2026-11-22 18:00"; "now" for this minute.'
    )


def agreed(t: Texts) -> str:
    """Explain --yes."""
    return t.plain("saving", "Do not ask before the database is replaced.")


def as_json(t: Texts) -> str:
    """Explain --json."""
    return t.plain("saving", "Print what was done as JSON.")


def working(t: Texts) -> str:
    """Stand beside the progress bar."""
    return t.plain("saving", "Copying")


def restoring(t: Texts) -> str:
    """Stand beside the progress bar while a copy is put back."""
    return t.plain("saving", "Putting the copy back")


def missing(t: Texts, address: str) -> str:
    """Say that there is nothing to copy."""
    return t.plain("saving", "There is no database at {address}.", address=address)


def exists(t: Texts, path: str) -> str:
    """Refuse to write over a file."""
    return t.plain("saving", "{path} is there already. Choose another name.", path=path)


def failed(t: Texts, why: str) -> str:
    """Say that there is no copy."""
    return t.plain("saving", "The copy could not be made: {why}.", why=why)


def saved(t: Texts, path: str, size: str, key_file: str) -> str:
    """Say where the copy is, and what it does not hold."""
    return t.plain(
        "saving",
        "The copy is in {path} ({size}) and has been checked. It does not hold the keys in"
        " {key_file}: keep them, and the list of erased people beside them, in another place.",
        path=path,
        size=size,
        key_file=key_file,
    )


def unusable(t: Texts, path: str, why: str) -> str:
    """Refuse a file that is no copy."""
    return t.plain(
        "saving", "{path} is not a copy that can be restored: {why}.", path=path, why=why
    )


def other_kind(t: Texts, path: str) -> str:
    """Refuse a copy of another kind of database."""
    return t.plain(
        "saving",
        "{path} comes from another kind of database than the one in the settings. Restore it where"
        " it came from, and then use samklang move.",
        path=path,
    )


def in_use(t: Texts) -> str:
    """Refuse while the bot runs."""
    return t.plain("saving", "The bot is running. Stop it first, and restore then.")


def too_new(t: Texts) -> str:
    """Refuse a copy that a newer version made."""
    return t.plain("saving", "The copy was made by a newer version of Samklang. Update first.")


def ask_cut_off(t: Texts) -> str:
    """Ask until when the lost database told people things."""
    return t.plain(
        "saving",
        "When did the bot last work? What was due before that is not sent again. Write it like "
        "this: 2026-11-22 18:00, or press Enter for now.",
    )


def bad_cut_off(t: Texts) -> str:
    """Ask for a time that can be read."""
    return t.plain("saving", "I cannot read that as a time. Write it like this: 2026-11-22 18:00.")


def needs_cut_off(t: Texts) -> str:
    """Refuse to guess when nobody is there to ask."""
    return t.plain(
        "saving",
        'Add --until with the last time the bot worked, such as --until "2026-11-22 18:00".',
    )


def ask_replace(t: Texts, path: str) -> str:
    """Ask before the database is replaced."""
    return t.plain("saving", "The database is replaced by {path}. Go on? (yes/no)", path=path)


def is_yes(t: Texts, said: str) -> bool:
    """Whether an answer in the terminal is a yes."""
    yes = t.plain("saving", "yes")
    return said.strip().casefold() in {yes.casefold(), yes[:1].casefold()}


def untouched(t: Texts) -> str:
    """Say that nothing was done."""
    return t.plain("saving", "Nothing has been changed.")


def restored(w: Words, until: datetime, told: int, forgotten: int) -> str:
    """Say what restoring did."""
    return "\n".join(
        (
            w.plain("saving", "The copy is restored."),
            w.plain_many(
                "saving",
                "{n} message that was due before {moment} is not sent.",
                "{n} messages that were due before {moment} are not sent.",
                told,
                moment=w.moment(until),
            ),
            w.plain_many(
                "saving",
                "{n} person who had asked to be erased is erased again.",
                "{n} people who had asked to be erased are erased again.",
                forgotten,
            ),
            w.plain("saving", "Start the bot with samklang run."),
        )
    )


def kept(t: Texts, path: str) -> str:
    """Say where the old database is."""
    return t.plain(
        "saving",
        "What stood there before is kept in {path}. Remove it when you know that all is well.",
        path=path,
    )
