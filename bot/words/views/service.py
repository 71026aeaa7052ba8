"""What the person who runs the bot reads when it starts, stops or cannot. Plain text, not HTML."""

from __future__ import annotations

from bot.words.texts import Texts


def running(t: Texts, name: str, username: str) -> str:
    """Say that the bot is up, and how to stop it."""
    return t.plain(
        "service",
        "{name} is running as @{username}. Stop it with Ctrl-C.",
        name=name,
        username=username,
    )


def owner_link(t: Texts, link: str) -> str:
    """Give the first organiser her way in."""
    return t.plain(
        "service",
        "Nobody is responsible for the bot yet. Open this link in Telegram to take it over."
        " It works once:\n{link}",
        link=link,
    )


def stopped(t: Texts) -> str:
    """Say that everything is put away."""
    return t.plain("service", "The bot has stopped. Everything is saved.")


def schema_too_new(t: Texts, revision: str) -> str:
    """Refuse a database from a newer version."""
    return t.plain(
        "service",
        "The database was made by a newer version of Samklang (step {revision}). Install that"
        " version, or restore an older backup. Nothing has been changed.",
        revision=revision,
    )


def taken(t: Texts, path: str, pid: int) -> str:
    """Refuse a database that another process uses."""
    return t.plain(
        "service",
        "Another Samklang (process {pid}) is already using {path}. Only one can run at a time.",
        path=path,
        pid=pid,
    )


def database_trouble(t: Texts, trouble: str) -> str:
    """Say that the database cannot be used."""
    return t.plain("service", "The database cannot be used: {trouble}", trouble=trouble)


def damaged(t: Texts, damage: str) -> str:
    """Say that the database's file is damaged, and what to do."""
    return t.plain(
        "service",
        "The database is damaged: {damage}. Put back your latest copy; see the chapter on"
        " backups in docs/drift.md. Nothing has been changed.",
        damage=damage,
    )


def gone(t: Texts) -> str:
    """Say that the database's file was taken away while we ran."""
    return t.plain(
        "service",
        "The database's file is gone or was replaced while the bot ran, so the bot stops. Put"
        " the file back and start again.",
    )


def not_kept(t: Texts) -> str:
    """Say that the disk could not keep what was written, and what to do."""
    return t.plain(
        "service",
        "The disk could not save what it was given, so the bot stops at once. Nobody has been"
        " promised anything that is not saved. See how the disk is, and start the bot again.",
    )


def token_refused(t: Texts) -> str:
    """Say that Telegram does not know the token."""
    return t.plain(
        "service",
        "Telegram does not accept the token. Get a new one from @BotFather and write it in the"
        " settings.",
    )


def two_pollers(t: Texts) -> str:
    """Say that the bot runs somewhere else too."""
    return t.plain(
        "service",
        "The same bot is already running somewhere else. Stop the other one, or make a new token.",
    )


def no_line(t: Texts, reason: str) -> str:
    """Say that Telegram cannot be reached."""
    return t.plain("service", "Telegram cannot be reached: {reason}", reason=reason)


def part_ended(t: Texts, part: str) -> str:
    """Say which part of the bot ended by itself."""
    return t.plain(
        "service",
        "The part “{part}” ended unexpectedly, so the bot stops. Nothing is lost; start it again.",
        part=part,
    )


def exposed(t: Texts, path: str) -> str:
    """Warn that others can read a file with secrets."""
    return t.plain(
        "service", "Others on this computer can read {path}. Run: chmod 600 {path}", path=path
    )


def demo_ready(t: Texts, address: str, link: str) -> str:
    """Invite to the demonstration."""
    return t.plain(
        "service",
        "Samklang is ready to try.\n\n"
        "Open the page in your browser:\n  {address}\n\n"
        "You are Karin, who arranges, and Sara, Ahmed, Märta and Nils, who come. The clock is"
        " yours.\n"
        "Karin takes the bot over with this link, which waits in her chat:\n  {link}\n\n"
        "Stop with Ctrl-C. Nothing is kept.",
        address=address,
        link=link,
    )


def demo_over(t: Texts) -> str:
    """Say that the demonstration is put away."""
    return t.plain("service", "The demonstration is over. Nothing is kept.")


def story_told(t: Texts, steps: int, seconds: float) -> str:
    """Say that every step of the story happened."""
    return t.plain_many(
        "service",
        "Every step happened: {n} in {seconds} seconds.",
        "Every step happened: {n} in {seconds} seconds.",
        steps,
        seconds=f"{seconds:.1f}".replace(".", ","),
    )


def story_broke(t: Texts, why: str) -> str:
    """Say which step did not happen."""
    return t.plain("service", "The story stopped here:\n{why}", why=why)


def sample_invitation(t: Texts) -> str:
    """Name the ready-made invitation that can be pasted."""
    return t.plain("service", "A finished invitation")
