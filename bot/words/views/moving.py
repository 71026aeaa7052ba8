"""What the person who runs the bot reads when a network moves to another database. Plain text."""

from __future__ import annotations

from bot.words.texts import Texts


def to(t: Texts) -> str:
    """Explain --to."""
    return t.plain("moving", "The address of the new, empty database.")


def as_json(t: Texts) -> str:
    """Explain --json."""
    return t.plain("moving", "Print what was copied as JSON.")


def working(t: Texts) -> str:
    """Stand beside the progress bar."""
    return t.plain("moving", "Copying")


def bad_address(t: Texts) -> str:
    """Refuse something that is not a database's address."""
    return t.plain(
        "moving",
        "The new address must look like sqlite:///samklang.db or"
        " postgresql://user:password@host/database.",
    )


def same(t: Texts) -> str:
    """Refuse to move nowhere."""
    return t.plain("moving", "The new database is the one you already use.")


def missing(t: Texts, address: str) -> str:
    """Say that there is nothing to move."""
    return t.plain("moving", "There is no database to move at {address}.", address=address)


def outdated(t: Texts) -> str:
    """Ask for the old database to be brought up to date first."""
    return t.plain(
        "moving",
        "The database you use was made by another version of Samklang. Start the bot once with"
        " this version, stop it, and try again.",
    )


def in_use(t: Texts) -> str:
    """Refuse while the bot runs."""
    return t.plain("moving", "The bot is running. Stop it first, and then move.")


def not_empty(t: Texts, table: str) -> str:
    """Refuse to mix two networks."""
    return t.plain(
        "moving",
        "The new database is not empty: the table {table} has rows. Nothing has been copied.",
        table=table,
    )


def differs(t: Texts, table: str) -> str:
    """Say that the copy was not good enough to keep."""
    return t.plain(
        "moving",
        "The table {table} does not read the same in the new database. Nothing has been kept"
        " there, and the old one is as it was.",
        table=table,
    )


def old_trouble(t: Texts, trouble: str) -> str:
    """Say that the old database cannot be read."""
    return t.plain("moving", "The old database cannot be used: {trouble}", trouble=trouble)


def new_trouble(t: Texts, trouble: str) -> str:
    """Say that the new database cannot be written."""
    return t.plain("moving", "The new database cannot be used: {trouble}", trouble=trouble)


def table(t: Texts) -> str:
    """Head the column of names."""
    return t.plain("moving", "Table")


def rows(t: Texts) -> str:
    """Head the column of numbers."""
    return t.plain("moving", "Rows")


def fingerprint(t: Texts) -> str:
    """Head the column of fingerprints."""
    return t.plain("moving", "Fingerprint")


def done(t: Texts, count: int) -> str:
    """Say that everything arrived."""
    return t.plain_many(
        "moving",
        "{n} row has been copied, and it reads the same in the new database.",
        "{n} rows have been copied, and all read the same in the new database.",
        count,
    )


def next_steps(t: Texts, config: str, address: str, keys: str) -> str:
    """Tell what remains for a person to do."""
    return t.plain(
        "moving",
        'What remains:\n1. Write url = "{address}" under [database] in {config}.\n2. Keep the key'
        " file {keys}. It is not in the database, and without it nobody can read what people have"
        " told about food and needs.\n3. Start the bot.\nThe old database is as it was. Remove it"
        " when you have seen that all is well.",
        config=config,
        address=address,
        keys=keys,
    )
