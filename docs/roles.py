"""Writes docs/roller.md from the table that decides: `python -m docs.roles`."""
# ruff: noqa: INP001 - a script beside the documents, no package

from __future__ import annotations

from pathlib import Path

from bot.records.person import Role
from bot.rules.authority import TABLE, Deed, Place

PAGE = Path(__file__).with_name("roller.md")
WORDS = {
    Deed.COMPOSE: "skriva ett nytt möte",
    Deed.INVITE: "bjuda in och skriva till dem som kommer",
    Deed.CHANGE: "ändra ett möte",
    Deed.CANCEL: "ställa in ett möte",
    Deed.SEE_WHO_COMES: "se vilka som kommer och kökets antal",
    Deed.ANSWER_REQUESTS: "svara på förfrågningar",
    Deed.REGISTER_OTHERS: "anmäla någon för hand",
    Deed.CHECK_IN: "pricka av vid dörren",
    Deed.TAKE_LISTS: "hämta listor och handlingar",
    Deed.WRITE_MINUTES: "skriva och skicka anteckningar",
    Deed.SHARE_MEETING: "dela arbetet med ett möte",
    Deed.KEEP_REGISTER: "sköta registret över föreningar",
    Deed.MAKE_LINKS: "göra länkar som släpper in medlemmar",
    Deed.LINK_GROUP: "släppa in boten i en grupp",
    Deed.READ_LOG: "läsa loggen",
    Deed.APPOINT: "säga ja till arrangörer och nätverksadmin",
    Deed.PURGE: "gallra",
    Deed.GIVE_AWAY: "göra någon till ägare",
}
HEADING = """# Vem får göra vad

Boten frågar en enda tabell, i samma ögonblick som något får verkan.
Den här sidan är skriven av den tabellen.
En arrangör av ett enda möte får göra det som står i den kolumnen, men bara med det mötet.
Allt görs i den privata chatten, utom det som har ”ja” i sista kolumnen.

| Får | Medlem | Arrangör av mötet | Arrangör | Nätverksadmin | Ägare | I grupp |
| --- | --- | --- | --- | --- | --- | --- |
"""


def told() -> str:
    """Give the page as the table says today."""
    return HEADING + "".join(_row(deed) for deed in Deed)


def _row(deed: Deed) -> str:
    rule = TABLE[deed]
    marks = (
        Role.MEMBER in rule.roles,
        rule.of_meeting or Role.MEMBER in rule.roles,
        Role.ORGANISER in rule.roles,
        Role.ADMIN in rule.roles,
        Role.OWNER in rule.roles,
        Place.GROUP in rule.places,
    )
    return f"| {WORDS[deed]} | " + " | ".join("ja" if mark else "–" for mark in marks) + " |\n"


if __name__ == "__main__":
    PAGE.write_text(told(), encoding="utf-8")
