"""Which lines belong to the page or the mail round the invitation, not to the invitation.

Knows menus, dates of publishing, captions, mail headers and footers; must not judge the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.invitation.manuscript import PICTURE

if TYPE_CHECKING:
    from bot.invitation.manuscript import Line, Manuscript

MENU = re.compile(
    r"(?:sök(?: på .*)?|meny|menu|lyssna|startsida|hem|start|nyheter|kalender(?:ium)?|evenemang|"
    r"other languages|lättläst|"
    r"logga in|skriv ut|tipsa.*|facebook|twitter|linkedin|instagram|ja|nej|stäng|translate.*|"
    r"hoppa till .*|till innehållet?|gå till .*|cookies.*|kakor.*|läs mer|läs mer om .*|bild|"
    r"länkar|tillbaka.*|"
    r"visa (?:karta|alla|fler).*|karta|print|share|search|kontakta oss|regional-?utveckling|"
    r"kultur|om oss|"
    r"bli medlem|nyhetsbrev|aktuellt|svenska|english|suomi|prenumerera.*|följ oss.*|välj språk.*|"
    r"lägg till .{0,30}kalender.*|ladda (?:ner|hem).*|spara i kalender.*)[.!:]?"
)
CAPTION = re.compile(
    r"(?:bild på|bilden |bild:|foto(?:grafi)?(?:graf)?\b|illustration|bildtext|photo|kuva:|"
    r"image)|.*\blogoty?p"
    r"|(?:kvinna|man|person|personer|människor|grupp) (?:som|framför|vid|med|i)\b.{0,60}$"
)
STAMP = re.compile(
    r"(?:\W*)(?:publicera[dt]|publiceringsdatum|uppdatera[dt]|(?:sidan )?senast (?:uppdaterad|"
    r"ändrad|granskad|publicerad)|"
    r"print\b(?=.*\d[:.]\d\d)|editera[dt]|redigera[dt]|inlagd|upplagd|postad|"
    r"sidan (?:uppdaterades|granskades|publicerades|är)|skapad|sidansvarig|ändrad|published|"
    r"(?:last )?updated|last modified|granskad|julkaistu|päivitetty)\b"
)
CRUMBS = re.compile(r"[^/>»|]{2,40}(?: [/>»] [^/>»|]{2,40}){2,}")
PAGE_NUMBER = re.compile(r"(?:sida?|page|-)? ?\d{1,3} ?(?:\(\d{1,3}\)|/ ?\d{1,3}|-)?|\W{2,}")
HASHTAGS = re.compile(r"(?:#[^\W_]\w*[ ]*){2,}")
MAIL = re.compile(
    r"(?:från|from|skickat|sent|till|to|kopia|cc|datum|date|svara till|reply-to|lähettäjä|"
    r"vastaanottaja|"
    r"lähetetty|ämne|subject|aihe|bifogat|bilaga|bilagor|attachments?) ?:"
)
MAIL_SURE = re.compile(r"(?:från|from|lähettäjä|skickat|sent|lähetetty) ?:")
SUBJECT = re.compile(r"(?:ämne|subject|aihe) ?:")
FORWARD = re.compile(
    r"-{2,} ?(?:vidarebefordrat|ursprungligt|forwarded|original).{0,40}|.{0,80}\b(?:skrev|wrote) ?:"
)
FOOTER = re.compile(
    r"(?:dela(?: sidan| på| detta| inlägget)?:?|dela sidan.*|hjälpte (?:informationen|sidan|"
    r"det).*|var informationen .*|"
    r"besöksadress.*|postadress.*|organisationsnummer.*|org\.? ?nr.*|följ oss.*|om webbplatsen.*|"
    r"tillgänglighetsredogörelse.*|om cookies.*|kontakta (?:kommunen|regionen|länsstyrelsen)|"
    r"växel:?.*|"
    r"behandling av personuppgifter.*|personuppgifter|så (?:här )?behandlar vi .*personuppgifter.*|"
    r"relaterad(?:e|t) .*|fler nyheter|mer från .*|avregistrera.*|unsubscribe.*)"
)
LEAST_MAIL_LINES = 2


class Furniture:
    """The numbers of the lines to leave out, by why."""

    def __init__(self, manuscript: Manuscript) -> None:
        """Walk the lines once."""
        self._manuscript = manuscript
        self.subject: int | None = None
        self.lines: set[int] = set()
        self.footer = len(manuscript.lines)
        self._mark_mail()
        self._mark_page()

    def covers(self, position: int) -> bool:
        """Whether the words at a position belong to the page and not to the invitation."""
        return self.holds(self._manuscript.line_at(position))

    def holds(self, number: int) -> bool:
        """Whether a line belongs to the page."""
        return number in self.lines or number >= self.footer

    def _low(self, line: Line) -> str:
        return self._manuscript.low[line.body : line.end]

    def _mark_mail(self) -> None:
        """Leave out blocks of 'Från: Skickat: Till:', but remember the subject."""
        block: list[int] = []
        for number, line in enumerate(self._manuscript.lines):
            low = self._low(line)
            if FORWARD.fullmatch(low):
                self.lines.add(number)
            if MAIL.match(low) and not (block and line.after_blank):
                block.append(number)
                continue
            self._close_mail(block)
            block = []
        self._close_mail(block)

    def _close_mail(self, block: list[int]) -> None:
        lows = [self._low(self._manuscript.lines[number]) for number in block]
        if len(block) < LEAST_MAIL_LINES or not any(map(MAIL_SURE.match, lows)):
            return
        for number, low in zip(block, lows, strict=True):
            self.lines.add(number)
            if SUBJECT.match(low) and self.subject is None:
                self.subject = number

    def _mark_page(self) -> None:
        lines = self._manuscript.lines
        for number, line in enumerate(lines):
            low = self._low(line)
            if _is_page(low):
                self.lines.add(number)
            elif number > len(lines) // 3 and FOOTER.fullmatch(low):
                self.footer = number
                return


def _is_page(low: str) -> bool:
    if len(low) > 160:  # noqa: PLR2004 - furniture is short
        return False
    whole = (MENU, CRUMBS, PAGE_NUMBER, HASHTAGS)
    begins = (CAPTION, STAMP)
    return any(one.fullmatch(low) for one in whole) or any(one.match(low) for one in begins)


def without_pictures(words: str) -> str:
    """Take away emojis at the ends of a line."""
    return re.sub(rf"^(?:{PICTURE}|[ ])+|(?:{PICTURE}|[ ])+$", "", words)
