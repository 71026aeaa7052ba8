"""A dialogue meeting from pasted invitation to thank-you, played by people who tap what they see.

Knows the stage and what people read in Swedish; nothing of how the bot works.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.records.admission import AdmissionKind
from bot.simulator.cast import Player
from bot.stage import Stage
from bot.words.calendar import Words

SATURDAY = 5
ASSOCIATIONS = (
    "Bygdeteatern Månskenet",
    "Finska föreningen Kaleva",
    "Fiddlers folkmusik",
    "Storsjöbygdens hembygdsförening",
    "Kvarnens konstförening",
    "Körsällskapet Norrsken",
    "Sörgårdens ungdomsteater",
    "Västra byalaget",
    "Östra samernas kulturförening",
)


def meeting_day(today: date) -> date:
    """Choose the second Saturday of next month."""
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first + timedelta(days=(SATURDAY - first.weekday()) % 7 + 7)


def invitation(today: date, zone: ZoneInfo) -> str:
    """Write an invitation for next month, as an organiser writes: no year, and a wrong weekday."""
    words = Words("sv", zone)
    day = meeting_day(today)
    last = day - timedelta(days=12)
    agenda = day - timedelta(days=1)
    return TEXT.format(
        wrong_day=words.day(agenda).split()[0].replace("\u00a0", " ").capitalize(),
        day=_bare(words, day),
        last=_bare(words, last),
    )


def _bare(words: Words, day: date) -> str:
    """Write "12 december"."""
    return words.day(day).replace("\u00a0", " ").split(" ", 1)[1]


TEXT = """Dialogmöte om kulturen i bygden

Region Storsjön och Kulturnätet bjuder in föreningar och andra som skapar kultur ideellt till ett \
samtal om den nya kulturplanen.

När: {wrong_day} {day} kl. 10.00–14.00
Kaffe från 9.30.
Plats: Gamla Teatern, Storgatan 16, Östersund
Mat: vi bjuder på kaffe och smörgås.
Tillgänglighet: parkering på gården, hiss och hörslinga.
Anmälan: senast {last} till Karin Ek, karin.ek@region.example, 070-174 06 05. Berätta gärna om \
du har särskilda behov.

Dagordning
10.00 Välkommen – Lena Ås, ordförande i kulturnämnden
10.15 Så blir en kulturplan till – Per Holm
10.45 Samtal vid runda bord, del 1
- Vad fungerar bra i dag?
- Vad saknar din förening?
11.45 Paus med kaffe och smörgås
12.15 Samtal vid runda bord, del 2
- Vad kan vi göra tillsammans?
13.30 Vi berättar för varandra och summerar

Moderator: Kerstin Norr
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the story, with its heading."""

    heading: str
    happens: Callable[[Story], None]


class Story:
    """The people of the story, and where it stands."""

    def __init__(self, stage: Stage, restarting: bool = False) -> None:  # noqa: FBT001, FBT002
        """Begin; with `restarting` the bot's process ends after every step."""
        self.stage = stage
        self.zone = stage.app.house.zone
        self.today = stage.clock.now().astimezone(self.zone).date()
        self.day = meeting_day(self.today)
        self.last_day = self.day - timedelta(days=12)
        self._restarting = restarting
        for name in ("Karin Ek", "Sara Lind", "Ahmed Ali", "Märta Dahl", "Nils Berg"):
            setattr(self, name.split()[0].casefold().replace("ä", "a"), stage.cast.person(name))

    karin: Player
    sara: Player
    ahmed: Player
    marta: Player
    nils: Player

    def play(self, tell: Callable[[str], None]) -> None:
        """Play every step; raises AssertionError with the chat where one does not happen."""
        for number, step in enumerate(STEPS, 1):
            tell(f"{number}. {step.heading}")
            step.happens(self)
            if self._restarting:
                self.stage.restarts()

    def moves_to(self, day: date, clock: time) -> None:
        """Let time pass to an hour of a day."""
        self.stage.moves_to(datetime.combine(day, clock, tzinfo=self.zone))

    def before(self, days: int) -> date:
        """Give a day counted back from the meeting."""
        return self.day - timedelta(days=days)


def claims(story: Story) -> None:
    """Karin takes charge with the link from the console."""
    story.karin.starts(story.stage.link(AdmissionKind.OWNER))
    story.karin.sees("Vad heter du?")
    story.karin.writes("Karin Ek")
    story.karin.sees("Vilken förening eller organisation kommer du från?")
    story.karin.taps("Jag är privatperson")
    story.karin.sees("Du är arrangör")
    story.stage.cast.gathers("Kulturnätet i bygden", story.karin, story.sara, story.ahmed)
    story.karin.sees("Nu är jag med i Kulturnätet i bygden")


def joins(story: Story) -> None:
    """Members come in by the link Karin shares."""
    link = story.stage.link(AdmissionKind.MEMBER)
    for player, name in ((story.sara, "Sara Lind"), (story.nils, "Nils Berg")):
        player.starts(link)
        player.writes(name)
        player.taps("Bygdeteatern Månskenet")
        player.sees("nu är allt klart")
    story.ahmed.starts(link)
    story.ahmed.writes("Ahmed Ali")
    story.ahmed.writes("kale")
    story.ahmed.taps("Finska föreningen Kaleva")
    story.marta.starts(link)
    story.marta.writes("Märta Dahl")
    story.marta.taps("En annan förening")
    story.marta.writes("Silverdalens spelmanslag")
    story.marta.taps("Ja, lägg till den")
    story.marta.sees("nu är allt klart")


def pastes(story: Story) -> None:
    """Karin pastes her invitation; what is unsure is asked."""
    story.karin.writes("/ny")
    story.karin.writes(invitation(story.today, story.zone))
    story.karin.sees("Så här ser mötet ut", "Dialogmöte om kulturen i bygden", "10.00", "14.00")
    story.karin.sees("det datumet är en annan veckodag")
    words = Words("sv", story.zone)
    story.karin.taps(str(words.full_day(story.day)))
    story.karin.sees("Hur många platser finns det?")
    story.karin.writes("2")
    story.karin.sees("Stämmer allt?")
    story.karin.taps("Plats")
    story.karin.writes("Gamla Teatern, Stora salen, Storgatan 16, Östersund")
    story.karin.sees("Stora salen")


def sends(story: Story) -> None:
    """She sees the invitation as members will, sends it, and it goes after a minute."""
    story.karin.taps("Se inbjudan")
    story.karin.sees("Anmäl dig senast", "Den går till 4 personer", "Sara Lind", "Märta Dahl")
    story.karin.taps("Skicka till 4")
    story.karin.sees("Du hinner fortfarande stoppa den")
    story.sara.sees_nothing()
    story.stage.moves(seconds=61)
    story.sara.sees("Dialogmöte om kulturen i bygden", "Gamla Teatern", "kaffe och smörgås")
    story.nils.sees("Anmäl dig senast")
    story.stage.cast.group.sees("0 anmälda, 2 platser kvar")
    story.karin.sees("är skickad till 4 personer")


def tells(player: Player, *choices: str) -> None:
    """Let someone say yes to telling what she eats or needs, choose, and be done."""
    player.taps("Ja, spara mitt svar")
    for choice in choices:
        player.taps(choice)
    player.taps("Klart")


def registers(story: Story) -> None:
    """Sara has her seat with one tap; the questions come after."""
    story.sara.taps("Anmäl mig")
    story.sara.sees("Du är anmäld", "Är det något du inte äter?")
    tells(story.sara, "Vegetariskt", "Laktosfritt")
    story.sara.sees("Behöver du något för att kunna vara med?")
    tells(story.sara, "Hörslinga")
    story.sara.sees("Du är anmäld till", "Din mat: jag har noterat ditt svar", "Karin Ek")
    story.karin.sees("Sara Lind har berättat om ett behov", "hörslinga")
    story.sara.taps("Lägg i kalendern")
    story.sara.document(".ics")
    story.stage.moves(seconds=5)
    story.stage.cast.group.sees("1 anmäld, 1 plats kvar")


def fills(story: Story) -> None:
    """Ahmed takes the last seat from the group; Märta lands on the reserve list."""
    story.ahmed.taps("Anmäl mig", in_group=True)
    story.ahmed.sees_toast("Du är anmäld!")
    story.ahmed.taps("Jag äter allt")
    story.ahmed.taps("Nej tack")
    story.ahmed.sees("Du är anmäld till")
    story.marta.taps("Anmäl mig")
    story.marta.sees("du står på reservlistan som nummer 1")
    story.stage.moves(seconds=5)
    story.stage.cast.group.sees("2 anmälda. Mötet är fullt, 1 på reservlistan.")


def gives_way(story: Story) -> None:
    """Sara cancels; Märta is offered the seat and takes it."""
    story.sara.taps("Lämna återbud")
    story.sara.sees("Du har lämnat återbud")
    story.marta.sees("En plats är ledig", "Svara senast")
    story.marta.taps("Ja, jag kommer")
    tells(story.marta, "Glutenfritt")
    story.marta.taps("Nej tack")
    story.marta.sees("Du är anmäld till")


def nudges(story: Story) -> None:
    """Before the deadline nobody is chased when the meeting is full; a freed seat changes that."""
    story.karin.writes("/moten")
    story.karin.taps("Dialogmöte om kulturen i bygden")
    story.karin.taps("Se vilka som kommer")
    story.karin.sees("Kommer: 2 av 2", "Märta Dahl", "1 glutenfritt")
    story.karin.taps("Ändra mötet")
    story.karin.taps("Antal platser")
    story.karin.writes("30")
    story.karin.sees("30")
    story.moves_to(story.last_day - timedelta(days=1), time(12))
    story.nils.sees("Sista dagen att anmäla sig")
    story.ahmed.sees_nothing()


def closes(story: Story) -> None:
    """At the last minute of the last day registration closes by itself."""
    story.moves_to(story.last_day + timedelta(days=1), time(8, 30))
    story.karin.sees("Anmälan till Dialogmöte om kulturen i bygden har stängt", "Till köket")
    story.nils.taps("Anmäl mig")
    story.nils.sees("stängde", "Jag kan fråga arrangören")
    story.nils.taps("Fråga arrangören")
    story.karin.sees("Nils Berg vill komma")
    story.karin.taps("Släpp in")
    story.nils.sees("Arrangören har ordnat en plats åt dig")
    story.nils.taps("Jag äter allt")
    story.nils.taps("Nej tack")


def moves_house(story: Story) -> None:
    """Karin changes the place; those who registered hear what is new and what was."""
    story.karin.writes("/moten")
    story.karin.taps("Dialogmöte om kulturen i bygden")
    story.karin.taps("Se vilka som kommer")
    story.karin.taps("Ändra mötet")
    story.karin.taps("Plats")
    story.karin.writes("Folkets hus, Rådhusgatan 48, Östersund")
    story.karin.sees("Ändringen är sparad")
    story.stage.moves(seconds=61)
    story.marta.sees("Ny plats: Folkets hus", "Förut: Gamla Teatern", "Din anmälan gäller")
    story.marta.document(".ics")
    story.sara.sees_nothing()


def reminds(story: Story) -> None:
    """The agenda goes out a week ahead, the reminder at five the day before."""
    story.moves_to(story.before(7), time(11))
    story.ahmed.sees("här är dagordningen", "Välkommen – Lena Ås")
    story.moves_to(story.before(1), time(17, 1))
    story.ahmed.sees("Vi ses i morgon", "Folkets hus")
    story.marta.sees("Vi ses i morgon")
    story.sara.sees_nothing()


def thanks(story: Story) -> None:
    """The day after come the thanks and three questions."""
    story.moves_to(story.before(-1), time(11))
    story.ahmed.sees("Tack för att du var med", "Hur var mötet för dig?")
    story.ahmed.taps("Mycket bra")
    story.ahmed.taps("Ja")
    story.ahmed.writes("Fler unga nästa gång!")
    story.ahmed.sees("Tack för dina svar!")


def cancels(story: Story) -> None:
    """Karin composes another meeting from nothing, and has to cancel it."""
    story.karin.writes("/ny")
    story.karin.taps("Jag har ingen text, fråga mig")
    story.karin.writes("Filmkväll")
    story.karin.writes(f"{story.before(-19).day}/{story.before(-19).month}")
    story.karin.writes("halv sju")
    story.karin.writes("21")
    story.karin.taps("Digitalt")
    story.karin.writes("https://mote.example/film")
    story.karin.taps("En vecka före")
    story.karin.taps("Ingen gräns")
    story.karin.taps("Lämna tomt")
    story.karin.taps("Kommer senare")
    story.karin.taps("Se inbjudan")
    story.karin.taps("Skicka till 4")
    story.stage.moves(seconds=61)
    story.nils.sees("Filmkväll")
    story.nils.taps("Anmäl mig")
    story.nils.taps("Nej tack")
    story.karin.taps("Se vilka som kommer")
    story.karin.taps("Ställ in mötet")
    story.karin.writes("Filmen kom aldrig fram.")
    story.nils.sees("inställt", "Filmen kom aldrig fram.")
    story.sara.sees("inställt")
    story.stage.moves(days=30)
    story.nils.sees_nothing()


def leaves(story: Story) -> None:
    """Everyone can see, stop and remove what is saved."""
    story.sara.writes("/minadata")
    story.sara.sees("Det här har jag sparat om dig", "Sara Lind")
    story.sara.document(".json")
    story.nils.writes("/stopp")
    story.nils.sees("Jag skriver inte till dig längre")
    story.sara.writes("/radera")
    story.sara.taps("Ja, ta bort det")
    story.sara.sees("Allt om dig är borta")


STEPS = (
    Step("Karin tar över boten med länken från konsolen", claims),
    Step("Medlemmarna kommer in genom en länk", joins),
    Step("Karin klistrar in sin inbjudan och svarar på det som är osäkert", pastes),
    Step("Hon ser vart den går, skickar, och har en minut att ångra sig", sends),
    Step("Sara anmäler sig med ett tryck", registers),
    Step("Ahmed tar sista platsen, Märta hamnar på reservlistan", fills),
    Step("Sara lämnar återbud och Märta får platsen", gives_way),
    Step("Den som inte har svarat får en påminnelse före sista dagen", nudges),
    Step("Anmälan stänger av sig själv, och en eftersläntrare släpps in", closes),
    Step("Karin byter lokal, och alla anmälda får veta", moves_house),
    Step("Dagordning en vecka före, påminnelse dagen före", reminds),
    Step("Dagen efter: tack och tre frågor", thanks),
    Step("Ett annat möte ställs in, och sedan är det tyst", cancels),
    Step("Alla kan se, tysta och ta bort sitt", leaves),
)
