"""Whether one can take part from a distance, and by which link.

Judges set phrases and labels. Must not know rooms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.invitation.invitation import Finding, absent, found
from bot.invitation.labels import Kind

if TYPE_CHECKING:
    from bot.invitation.scan import Scan

ONLINE_WORD = r"(?:zoom|teams|google meet|webex|skype|jitsi|whereby|etä\w*|verkossa|online|digitalt|distans|webben|nätet|webbinarium\w*|webinar\w*|livestream\w*|hybrid\w*|länk(?:en)?|videolänk|videomöte\w*|skärm|discord)"
ONLINE = re.compile(
    r"(?<!\w)(?:(?:via|på|i|over|on|genom|med)[ ](?:microsoft |ms )?(?:zoom|teams|google meet|webex|skype|jitsi|whereby|discord|länk|webben|distans|nätet|skärm|videolänk|video\b|meet\b)\w*"
    r"|zoom(?:-?(?:möte|länk|lenk|link|meeting|room|rum)\w*)|teams-?(?:möte|länk|link|meeting)\w*|ms teams|microsoft teams|google meet"
    r"|webbinari\w*|webinar\w*|digital[at]? (?:\w+ )?(?:\w*möte\w*|\w*träff\w*|\w*samråd\w*|\w*dialog\w*|\w*seminari\w*|\w*samtal\w*|deltag\w*|konferens\w*|kväll\w*|workshop\w*|lunch\w*|fika\w*|frukost\w*|nätverks\w*|avstämning\w*|information\w*|event|meeting|plats\w*|årsmöte\w*|föreläsning\w*|utbildning\w*|kurs\w*)"
    r"|(?:delta|medverka|vara med|ansluta?|hänga? med|följa?|koppla upp|join|participate|närvara|deltagande|deltar)(?: \w+){0,4}? (?:digitalt|online|hemifrån|på distans|remotely|via)|(?:sker|hålls|hålles|är|genomförs|äger rum|blir|helt|också|samt|eller|och|även|heldigital\w*)(?: \w+)? digital(?:t|a)?\b(?! (?:delakt|utveckl|verktyg|plattform))"
    r"|(?:[,(/:]|\n|- )[ ]{0,2}digitalt\b(?! (?:delakt|utveckl))|länk (?:till (?:mötet|zoom|teams|träffen|webb)|skickas|får|fås|kommer|för att delta|mejlas|delas)|länken (?:när|skickas|får|till mötet|kommer|mejlas)|(?:möteslänk|zoomlänk|teamslänk|möteslänken|deltagarlänk|möteslänk\w*)"
    r"|(?:[,(/:]|\n|[–-] )[ ]*digital(?:t|träff|möte)\b|hybrid(?:möte\w*|träff\w*|form\w*|konferens\w*|event\w*)?\b|livesänd\w*|streama[sd]\w*|livestream\w*|online\b|etäyhte\w*|etänä|verkossa|teamsissä|zoomissa|på distans|hemifrån|video-?(?:möte|konferens|länk)\w*)",
)
NOT_ONLINE = re.compile(
    r"(?:inte|ej|ingen|inga|utan|not|istället för|i stället för|tidigare|förra|ställer in|inställt|ei)(?: \w+){0,4}$|(?:bidrag|söka|boka|anmäl(?:er|ning|an)?|formulär|blankett|ansökan|biljett)(?: \w+){0,3}$"
)
NOT_ONLINE_AFTER = re.compile(
    r"[ ]?(?:till (?:annan|anmäl|program|formul|webb|sidan)|för anmälan|till mer|är inte)"
)
PHYSICAL = re.compile(
    r"\b(?:på plats|fysisk\w*|i lokalen|hybrid\w*|in person|on site|paikan päällä|både|plats och digitalt|eller digitalt)\b"
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
        r"delta|mötet|vara med|ansluta|efter anmälan|vid anmälan|när du (?:har )?anmäl|skickas|fås|medverka|hybrid|möteslänk|online",
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
    """Whether the meeting has moved from its room to the screen: 'ställer in', 'i stället digitalt'."""
    moved = re.compile(
        r"blir (?:ett |en )?(?:helt )?digital|ställer in|ställs om till (?:ett )?digital|i ?stället (?:digitalt|via|på (?:zoom|teams)|håller vi ett (?:\w+ )?digital)"
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
