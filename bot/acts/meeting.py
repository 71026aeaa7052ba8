"""A dialogue meeting from pasted invitation to thanks, as its members live it."""

from __future__ import annotations

from datetime import time, timedelta

from bot.records.admission import AdmissionKind
from bot.story import Step, Story, invitation, tells


def claims(story: Story) -> None:
    """Karin takes charge with the link from the console."""
    story.karin.starts(story.stage.link(AdmissionKind.OWNER))
    story.karin.sees("Vad heter du?")
    story.karin.writes("Karin Ek")
    story.karin.sees("Vilken förening eller organisation kommer du från?")
    story.karin.taps("Jag är privatperson")
    story.karin.sees("Du är arrangör")
    story.stage.cast.gathers(
        "Kulturnätet i bygden", story.karin.player, story.sara.player, story.ahmed.player
    )
    story.karin.sees("Nu är jag med i Kulturnätet i bygden")


def joins(story: Story) -> None:
    """Members come in by the link Karin shares."""
    link = story.stage.link(AdmissionKind.MEMBER)
    for actor, name in ((story.sara, "Sara Lind"), (story.nils, "Nils Berg")):
        actor.starts(link)
        actor.writes(name)
        actor.taps("Bygdeteatern Månskenet")
        actor.sees("nu är allt klart")
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
    story.karin.taps(str(story.words.full_day(story.day)))
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
    story.group_sees("0 anmälda, 2 platser kvar")
    story.karin.sees("är skickad till 4 personer")


def registers(story: Story) -> None:
    """Sara has her seat with one tap; the questions come after."""
    story.sara.taps("Anmäl mig")
    story.sara.sees("Du är anmäld", "Är det något du inte äter?")
    tells(story.sara, "Vegetariskt", "Laktosfritt")
    story.sara.sees("Behöver du något för att kunna vara med?")
    tells(story.sara, "Hörslinga")
    story.sara.sees("Du är anmäld till", "Din mat: jag har noterat ditt svar", "Karin Ek")
    story.karin.sees("Sara Lind har berättat om ett behov", "hörslinga")
    story.sara.sees("Får andra deltagare se ditt namn?")
    story.sara.taps("Ja, visa mitt namn")
    story.sara.taps("Lägg i kalendern")
    story.sara.document(".ics")
    story.stage.moves(seconds=5)
    story.group_sees("1 anmäld, 1 plats kvar")


def fills(story: Story) -> None:
    """Ahmed takes the last seat from the group; Märta lands on the reserve list."""
    story.ahmed.taps("Anmäl mig", in_group=True)
    story.ahmed.sees_toast("Du är anmäld!")
    story.ahmed.taps("Jag äter allt")
    story.ahmed.taps("Nej tack")
    story.ahmed.sees("Du är anmäld till", "Får andra deltagare se ditt namn?")
    story.ahmed.taps("Nej")
    story.ahmed.sees("Ditt namn visas inte för andra deltagare")
    story.marta.taps("Anmäl mig")
    story.marta.sees("du står på reservlistan som nummer 1")
    story.stage.moves(seconds=5)
    story.group_sees("2 anmälda. Mötet är fullt, 1 på reservlistan.")


def gives_way(story: Story) -> None:
    """Sara cancels; Märta is offered the seat and takes it."""
    story.sara.taps("Lämna återbud")
    story.sara.sees("Du har lämnat återbud")
    story.marta.sees("En plats är ledig", "Svara senast")
    story.marta.taps("Ja, jag kommer")
    tells(story.marta, "Glutenfritt")
    story.marta.taps("Nej tack")
    story.marta.sees("Du är anmäld till", "Får andra deltagare se ditt namn?")
    story.marta.taps("Ja, visa mitt namn")


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


def brings(story: Story) -> None:
    """Ahmed registers a colleague who has no Telegram, and looks who else comes."""
    story.ahmed.taps("Anmäl fler")
    story.ahmed.writes("Leila Ali")
    story.ahmed.sees("Leila Ali är anmäld till")
    story.ahmed.taps("Äter allt")
    story.ahmed.taps("Nej tack")
    story.ahmed.writes("/moten")
    story.ahmed.taps("Dialogmöte om kulturen i bygden")
    story.ahmed.taps("Vilka kommer?")
    story.ahmed.sees("Märta Dahl", "Och 2 till")


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
    story.marta.taps("Anmäl mig")
    story.marta.taps("Nej tack")
    story.marta.taps("Skicka någon annan")
    story.ahmed.starts(story.marta.link())
    story.ahmed.sees("Märta Dahl har gett dig sin plats på Filmkväll")
    story.marta.sees("Ahmed Ali har tagit över din plats på Filmkväll")
    story.karin.taps("Se vilka som kommer")
    story.karin.taps("Ställ in mötet")
    story.karin.writes("Filmen kom aldrig fram.")
    story.nils.sees("inställt", "Filmen kom aldrig fram.")
    story.sara.sees("inställt")
    story.stage.moves(days=30)
    story.nils.sees_nothing()


def chooses(story: Story) -> None:
    """Ahmed wants fewer reminders."""
    story.ahmed.writes("/installningar")
    story.ahmed.sees("Dina inställningar", "Påminnelser: alla")
    story.ahmed.taps("Färre påminnelser")
    story.ahmed.sees("Påminnelser: färre")


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
    Step("Ahmed anmäler en kollega och ser vilka som kommer", brings),
    Step("Anmälan stänger av sig själv, och en eftersläntrare släpps in", closes),
    Step("Karin byter lokal, och alla anmälda får veta", moves_house),
    Step("Dagordning en vecka före, påminnelse dagen före", reminds),
    Step("Dagen efter: tack och tre frågor", thanks),
    Step("Märta skickar Ahmed i sitt ställe, mötet ställs in, och sedan är det tyst", cancels),
    Step("Ahmed väljer hur ofta boten skriver", chooses),
    Step("Alla kan se, tysta och ta bort sitt", leaves),
)
