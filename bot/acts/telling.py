"""Karin writes to those who come, follows her plan, and what is changed is told."""

from __future__ import annotations

from datetime import time, timedelta

from bot.acts.habits import TITLE, opens
from bot.story import Step, Story, tells

WORDS = "Ta med en mugg, så slipper vi engångsmuggar."


def writes(story: Story) -> None:
    """She tries it on herself, sends, stops it, sends again, and reads where it came."""
    karin = story.karin
    opens(story)
    karin.taps("Skicka")
    karin.taps("Skriv till deltagarna")
    karin.sees("Vad vill du säga om")
    karin.writes(WORDS)
    karin.sees("Till: anmälda", "Den går till 5 personer", "1 person till borde få veta")
    karin.taps("Prova på mig själv")
    karin.sees(WORDS)
    karin.taps("Skicka till 5")
    karin.taps("Stoppa")
    karin.sees("Stoppat. Ingen har sett meddelandet")
    karin.taps("Fortsätt skriva")
    karin.taps("Skicka till 5")
    story.stage.moves(seconds=61)
    story.sara.sees(WORDS)
    karin.taps("Leveransrapport")
    karin.sees("Framme: 5", "Har inte Telegram: 1", "Elsa Svensson", "063-10 20 30")
    story.scene("leveransrapport", karin)
    karin.taps("Som fil")
    karin.document(".xlsx")


def plans(story: Story) -> None:
    """All that happens around the meeting is one list; the reminder is moved a day."""
    karin = story.karin
    opens(story)
    karin.taps("Plan")
    karin.sees("inbjudan, till", "Klart.", "en påminnelse, till de anmälda")
    story.scene("plan", karin)
    karin.taps("Påminnelsen")
    karin.taps("Annan dag")
    karin.taps(f"{story.words.day(story.before(2))} (2 dagar före)")
    karin.taps("Annat klockslag")
    karin.writes("12.30")
    karin.sees(f"{story.words.day(story.before(2))} kl. 12.30: en påminnelse")


def moves_house(story: Story) -> None:
    """Those who come read the new place and the old; one who does not come hears nothing."""
    karin = story.karin
    opens(story)
    karin.taps("Ändra mötet")
    karin.taps("Plats")
    karin.writes("Folkets hus, Rådhusgatan 48, Östersund")
    karin.sees("Ändringen är sparad")
    story.stage.moves(seconds=61)
    story.sara.sees("Ny plats: Folkets hus", "Förut: Gamla Teatern")
    story.nils.sees_nothing()


def lets_in(story: Story) -> None:
    """Nils asks too late; a quiet morning message says that he waits, and Karin lets him in."""
    story.moves_to(story.last_day + timedelta(days=1), time(9))
    story.karin.sees(f"Anmälan till {TITLE} har stängt")
    story.nils.taps("Anmäl mig")
    story.nils.taps("Fråga arrangören")
    story.karin.sees("Nils Berg vill komma")
    story.moves_to(story.last_day + timedelta(days=3), time(9))
    story.karin.sees("God morgon! Det här väntar på dig:", "1 fråga väntar på ditt svar")
    story.scene("morgon", story.karin)
    story.karin.taps("Släpp in")
    story.nils.sees("Arrangören har ordnat en plats åt dig")
    tells(story.nils, "Veganskt")
    story.nils.taps("Nej tack")


def counts(story: Story) -> None:
    """The kitchen gets numbers without names, and after that only what has changed."""
    karin = story.karin
    story.moves_to(story.before(2), time(9, 30))
    karin.sees("God morgon!", "Köket har inte fått")
    opens(story)
    karin.taps("Köket och lokalen")
    karin.sees("kl. 11.45: 7", "Glutenfritt: 1", "Veganskt: 1")
    karin.taps("Som PDF")
    karin.document(".pdf")
    karin.taps("Text att skicka vidare")
    karin.sees("Glutenfritt: 1", "Hörslinga: 1")
    story.scene("kok", karin)
    story.marta.taps("Lämna återbud")
    story.marta.sees("Du har lämnat återbud")
    opens(story)
    karin.taps("Köket och lokalen")
    karin.taps("Visa ändringar sedan sist")
    karin.sees("1 färre glutenfritt")
    story.scene("kok-andring", karin)


STEPS = (
    Step("Ett meddelande: provat, ångrat, skickat och redovisat", writes),
    Step("Planen: påminnelsen flyttas en dag", plans),
    Step("Mötet flyttar: de anmälda läser det nya och det gamla", moves_house),
    Step("Nils frågar för sent, och morgonens enda meddelande minns det", lets_in),
    Step("Köket får siffror, och sedan bara ändringarna", counts),
)
