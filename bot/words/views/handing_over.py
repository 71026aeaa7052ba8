"""What the person who runs the bot reads when something is exported, imported, read or cleared.

Plain text.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.words.texts import Texts


def target(t: Texts) -> str:
    """Explain where an export goes."""
    return t.plain("handing_over", "The zip file to write.")


def meeting(t: Texts) -> str:
    """Explain --meeting."""
    return t.plain(
        "handing_over", "Only this meeting: announcement, changes, agenda, messages and minutes."
    )


def names(t: Texts) -> str:
    """Explain --names."""
    return t.plain("handing_over", "With the names of those who answered.")


def as_json(t: Texts) -> str:
    """Explain --json."""
    return t.plain("handing_over", "Print as JSON.")


def packing(t: Texts) -> str:
    """Stand beside the progress bar of an export."""
    return t.plain("handing_over", "Gathering the papers")


def comparing(t: Texts) -> str:
    """Stand beside the progress bar while a list is held against the register."""
    return t.plain("handing_over", "Comparing with the register")


def importing(t: Texts) -> str:
    """Stand beside the progress bar while a list is written."""
    return t.plain("handing_over", "Writing to the register")


def reading(t: Texts) -> str:
    """Stand beside the progress bar while the log is written to a file."""
    return t.plain("handing_over", "Writing the log")


def clearing(t: Texts) -> str:
    """Stand beside the progress bar while something is erased."""
    return t.plain("handing_over", "Erasing what has served its time")


def exists(t: Texts, path: str) -> str:
    """Refuse to write over a file."""
    return t.plain("handing_over", "{path} is there already. Choose another name.", path=path)


def done(t: Texts, path: str) -> str:
    """Say where the export is."""
    return t.plain(
        "handing_over",
        "Everything is in {path}, with checksums in manifest.json. Food and needs are not part"
        " of it.",
        path=path,
    )


def missing(t: Texts, names: Sequence[str]) -> list[str]:
    """Name the documents that could not be enclosed, one line each."""
    return [
        t.plain(
            "handing_over",
            "The document {name} is missing: save it from the chat and put it beside.",
            name=name,
        )
        for name in names
    ]


def no_meeting(t: Texts, number: int, listed: Sequence[tuple[int, str]]) -> str:
    """Say which meetings there are."""
    known = "\n".join(f"{row}  {title}" for row, title in listed)
    return (
        t.plain("handing_over", "There is no meeting with number {n}. There are:", n=number)
        + f"\n{known}"
        if known
        else t.plain("handing_over", "There are no meetings yet.")
    )


def failed(t: Texts, why: str) -> str:
    """Say that it could not be done."""
    return t.plain("handing_over", "It could not be done: {why}.", why=why)


def in_use(t: Texts) -> str:
    """Refuse while the bot runs."""
    return t.plain("handing_over", "The bot is running. Stop it first, or do it in the chat.")


def no_network(t: Texts) -> str:
    """Say that the database is not one of ours, or of another version."""
    return t.plain(
        "handing_over",
        "There is no network in the database yet, or it comes from another version. Run samklang"
        " doctor.",
    )


def source(t: Texts) -> str:
    """Explain which list is imported."""
    return t.plain("handing_over", "The list of associations, as .xlsx or .csv.")


def agreed(t: Texts) -> str:
    """Explain --yes."""
    return t.plain("handing_over", "Do not ask before it is written.")


def unreadable(t: Texts, path: str) -> str:
    """Say that a list cannot be read."""
    return t.plain(
        "handing_over", "I cannot read {path} as a list. Save it as .xlsx or .csv.", path=path
    )


def no_names(t: Texts, path: str) -> str:
    """Say that no column holds names."""
    return t.plain(
        "handing_over",
        "I find no names of associations in {path}. Is there a column called Förening?",
        path=path,
    )


def found(t: Texts, new: int, changed: int, same: int, doubtful: int) -> str:
    """Say what a list would do."""
    return "\n".join(
        (
            t.plain_many("handing_over", "{n} is new.", "{n} are new.", new),
            t.plain_many("handing_over", "{n} is changed.", "{n} are changed.", changed),
            t.plain_many("handing_over", "{n} is as before.", "{n} are as before.", same),
            t.plain_many(
                "handing_over",
                "{n} is doubtful and is left alone.",
                "{n} are doubtful and are left alone.",
                doubtful,
            ),
        )
    )


def doubtful(t: Texts, row: int, name: str, like: str) -> str:
    """Say why a row is doubtful."""
    return t.plain(
        "handing_over", "Row {row}: {name} is much like {like}.", row=row, name=name, like=like
    )


def left_out(t: Texts, row: int, name: str, said: str) -> str:
    """Say that a box is left out, because it cannot stand in the register."""
    return t.plain(
        "handing_over",
        "Row {row}: {name}. I leave out “{said}”, which is no phone number or e-mail address.",
        row=row,
        name=name,
        said=said,
    )


def twice(t: Texts, row: int, name: str, twin: int) -> str:
    """Say that a row stands twice in the list."""
    return t.plain(
        "handing_over", "Row {row}: {name} stands in row {twin} too.", row=row, name=name, twin=twin
    )


def ask_import(t: Texts, n: int) -> str:
    """Ask before anything is written."""
    return t.plain_many("handing_over", "Import {n}? (yes/no)", "Import {n}? (yes/no)", n)


def imported(t: Texts, n: int) -> str:
    """Say how many were written."""
    return t.plain_many(
        "handing_over", "{n} association is written.", "{n} associations are written.", n
    )


def nothing(t: Texts) -> str:
    """Say that nothing was written."""
    return t.plain("handing_over", "Nothing has been changed.")


def log_target(t: Texts) -> str:
    """Explain where the log goes."""
    return t.plain("handing_over", "The file to write, .csv or .xlsx; without it, to the screen.")


def rows(t: Texts) -> str:
    """Explain --rows."""
    return t.plain("handing_over", "How many of the latest to show.")


def decision(t: Texts) -> str:
    """Explain --decision."""
    return t.plain(
        "handing_over", "The decision that lets a public body erase, such as KN 2026/123."
    )


def dry(t: Texts) -> str:
    """Explain --dry-run."""
    return t.plain("handing_over", "Only tell what would be erased.")


def needs_decision(t: Texts) -> str:
    """Refuse a public body without a decision (arkivlagen 1990:782)."""
    return t.plain(
        "handing_over",
        "A public body erases only by a decision. Add --decision with its number, or write it as"
        " gallring under [network].",
    )


def cleared(t: Texts, counted: Sequence[tuple[str, int]], *, is_dry: bool) -> str:
    """Say what was erased, or would be."""
    heading = (
        t.plain("handing_over", "This would be erased:")
        if is_dry
        else t.plain("handing_over", "This has been erased:")
    )
    labels = {
        "needs": t.plain("handing_over", "answers about food and needs"),
        "usuals": t.plain("handing_over", "answers kept for next time"),
        "registrations": t.plain("handing_over", "registrations of old meetings"),
        "updates": t.plain("handing_over", "traces of received messages"),
        "deliveries": t.plain("handing_over", "traces of sent messages"),
        "log": t.plain("handing_over", "lines of the log"),
    }
    return "\n".join((heading, *(f"{n:>8}  {labels[name]}" for name, n in counted)))
