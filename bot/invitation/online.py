"""Whether one can take part from a distance, and by which link.

Judges set phrases and labels. Must not know rooms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.invitation.invitation import Finding, absent, found
from bot.invitation.label_words import Kind

if TYPE_CHECKING:
    from bot.invitation.scan import Scan

TOOL = r"(?:zoom|teams|google meet|webex|skype|jitsi|whereby|discord)"
GATHERING = (
    r"\w*(?:möte|träff|samråd|dialog|seminari|samtal|konferens|kväll|workshop|lunch|fika|"
    r"frukost|nätverk|"
    r"avstämning|information|föreläsning|utbildning|kurs|deltag|event|meeting|plats)\w*"
)
ONLINE_WORD = (
    rf"(?:{TOOL}|etä\w*|verkossa|online|digitalt|distans|webben|nätet|webbinari\w*|webinar\w*|"
    r"livestream\w*|hybrid\w*|länk(?:en)?|videolänk|videomöte\w*|skärm)"
)
"""What a place label says when the place is a screen."""
ONLINE = re.compile(
    "(?:"
    + "|".join(
        (
            (
                rf"\b(?:via|på|i|over|on|genom|med) (?:microsoft |ms )?(?:{TOOL}|länk|webben|"
                rf"distans|nätet|"
                r"skärm|videolänk|video\b|meet\b)\w*"
            ),
            rf"\b(?:zoom|teams)-?(?:möte|länk|meeting|link|room|rum)\w*|\b(?:ms|microsoft) {TOOL}",
            r"\bgoogle meet|\bwebbinari\w*|\bwebinar\w*|\bhybrid\w*|\blivesänd\w*|\bstreama[sd]\w*",
            r"\blivestream\w*|\bonline\b|\bhemifrån\b|\bvideo-?(?:möte|konferens|länk)\w*",
            r"\betäyhte\w*|\betänä\b|\bverkossa\b|\b(?:teams|zoom)issa\b",
            rf"\bdigital[at]? (?:\w+ )?{GATHERING}",
            (
                r"\b(?:delta|medverka|vara med|ansluta?|hänga? med|följ?a?|koppla upp|närvara|"
                r"deltagande|"
                r"deltar|join|participate)(?: \w+){0,4}? (?:digitalt|via|på distans|remotely)"
            ),
            (
                r"\b(?:sker|håll(?:s|es)|är|genomförs|äger rum|blir|helt|också|samt|eller|och|även)"
                r"(?: \w+)? digital[at]?\b(?! (?:delakt|utveckl|verktyg|plattform|kultur|teknik))"
            ),
            (
                r"(?:[,(/:]|\n|- ) ?(?:digital(?:t|träff|möte)|zoom|teams|google meet)\b"
                r"(?! (?:delakt|utveckl))"
            ),
            (
                r"\blänk (?:till (?:mötet|zoom|teams|träffen|webb)|skickas|får|fås|kommer|"
                r"för att delta|"
                r"mejlas|delas)|\blänken (?:när|skickas|får|till mötet|kommer|mejlas)"
            ),
            r"\b(?:mötes|zoom|teams|deltagar)länk\w*",
        )
    )
    + ")"
)
NOT_ONLINE = re.compile(
    r"(?:\b(?:inte|ej|ingen|inga|utan|not|istället för|i stället för|tidigare|förra|ställer in|"
    r"inställt|"
    r"ei)(?: \w+){0,4}|\b(?:bidrag|söka|boka|anmäl(?:er|ning|an)?|formulär|blankett|ansökan|"
    r"biljett)"
    r"(?: \w+){0,3})$"
)
NOT_ONLINE_AFTER = re.compile(
    r" ?(?:till (?:annan|anmäl|program|formul|webb|sidan)|för anmälan|till mer|är inte)"
)
PHYSICAL = re.compile(
    r"\b(?:på plats|fysisk\w*|i lokalen|hybrid\w*|in person|on site|paikan päällä|både|"
    r"plats och digitalt|eller digitalt)\b"
)


def judge(scan: Scan) -> Finding[bool]:
    """Say whether one can take part from a distance."""
    for said in scan.find_all(ONLINE):
        line = scan.manuscript.line_at(said.start())
        if scan.in_programme(said.start()) or line == scan.block.heading:
            continue
        before = scan.low[max(0, said.start() - 45) : said.start()]
        after = scan.low[said.end() : said.end() + 24]
        if NOT_ONLINE.search(
            re.split(r"[.!?\n]", before)[-1].rstrip() or before
        ) or NOT_ONLINE_AFTER.match(after):
            continue
        if _only_registers(scan, said):
            continue
        return found(True, scan.span(said.start(), said.end()))  # noqa: FBT003
    return _online_by_label(scan)


def _only_registers(scan: Scan, said: re.Match[str]) -> bool:
    """Tell 'anmäl dig via länken' from 'delta via länk'."""
    if not re.search(r"länk|online|webb", said[0]):
        return False
    sentence = scan.said(scan.sentence(said.start()))
    registers = re.search(r"anmäl|boka|osa|regist|formul|läs mer|mer information|ilmoitt", sentence)
    takes_part = re.search(
        r"delta|mötet|vara med|ansluta|efter anmälan|vid anmälan|när du (?:har )?anmäl|skickas|"
        r"fås|medverka|hybrid|möteslänk|online",
        sentence,
    )
    return bool(registers) and not takes_part


def _online_by_label(scan: Scan) -> Finding[bool]:
    for label in scan.labelled(Kind.PLACE) + scan.labelled(Kind.ONLINE):
        extent = scan.value(label)
        said = re.search(r"(?<!\w)(?:digital\w*|" + ONLINE_WORD + r")(?!\w)", scan.said(extent))
        if said and not NOT_ONLINE.search(
            scan.low[
                max(0, extent.start + said.start() - 30) : extent.start + said.start()
            ].rstrip()
        ):
            return found(True, scan.span(extent.start + said.start(), extent.start + said.end()))  # noqa: FBT003
    for link in scan.contacts.links:
        if re.search(
            r"zoom\.us|teams\.(?:microsoft|live)|meet\.google|whereby\.com|meet\.jit",
            link.value.lower(),
        ):
            return found(True, scan.span(link.start, link.end))  # noqa: FBT003
    return absent()


def is_replaced(scan: Scan) -> bool:
    """Whether the meeting has moved from its room to the screen."""
    moved = re.compile(
        r"blir (?:ett |en )?(?:helt )?digital|ställer in|ställs om till (?:ett )?digital|"
        r"i ?stället (?:digitalt|via|på (?:zoom|teams)|håller vi ett (?:\w+ )?digital)"
    )
    return scan.find(moved) is not None and not PHYSICAL.search(scan.low)


def join_url(scan: Scan, online: Finding[bool]) -> Finding[str]:
    """Give the link that opens the meeting, if it stands in the text."""
    if not online.value:
        return absent()
    for link in scan.contacts.links:
        if re.search(r"zoom|teams|meet\.|whereby|jitsi|webex", link.value.lower()):
            return found(link.value, scan.span(link.start, link.end))
    return absent()
