"""The register is read in from a spreadsheet, and people come in where they belong."""

from __future__ import annotations

from bot.exports.tables import Table, as_xlsx
from bot.records.admission import AdmissionKind
from bot.story import Actor, Step, Story

HEADINGS = ("Förening", "Typ", "Kommun", "Temagrupp", "Språk", "E-post", "Antal medlemmar")
LIST = (
    ("Bygdeteatern Månskenet", "ideell kultur", "Östersund", "Mötesplatser", "", "", 41),
    (
        *("Finska föreningen Kaleva", "nationell minoritet", "Östersund"),
        *("Mötesplatser", "finska", "kaleva@kaleva.example", 120),
    ),
    ("Kvarnens konstförening", "ideell kultur", "Krokom", "", "", "kvarnen@konst.example", 33),
    ("Körsällskapet Norrsken", "ideell kultur", "Åre", "", "", "", 28),
    ("Västra byalag", "ideell kultur", "Krokom", "Mötesplatser", "", "", 17),
    ("Studieförbundet Skogen", "studieförbund", "Östersund", "", "", "skogen@studie.example", 6),
)
"""What Karin keeps at home: most are known, one is spelt in another way, and one is new."""


def claims(story: Story) -> None:
    """Karin takes charge with the link from the console."""
    story.karin.starts(story.stage.link(AdmissionKind.OWNER))
    story.karin.writes("Karin Ek")
    story.karin.taps("Jag är privatperson")
    story.karin.sees("Du är arrangör")


def reads_in(story: Story) -> None:
    """Nothing is written before Karin has seen what would be, and decided what is doubtful."""
    karin = story.karin
    karin.sends("foreningar.xlsx", as_xlsx([Table("Föreningar", HEADINGS, LIST)]))
    karin.sees("Så här läser jag foreningar.xlsx", "läser jag som Namn", "läser jag inte")
    story.scene("lista-in", karin)
    karin.taps("Visa vad som skulle ändras")
    karin.sees("Inget är skrivet än", "1 är ny", "4 ändras", "1 är tveksam")
    karin.taps("Bestäm om 1")
    karin.sees("Västra byalag", "Västra byalaget")
    story.scene("tveksam-rad", karin)
    karin.taps("Samma som Västra byalaget")
    karin.sees("1 är ny", "5 ändras")
    story.scene("importera", karin)
    karin.taps("Importera 6")
    karin.sees("Klart", "1 lades till", "5 ändrades")


def writes_letter(story: Story) -> None:
    """A letter with a code leads Märta straight to her association; only her name is asked."""
    karin, marta = story.karin, story.marta
    karin.writes("/register Kvarnen")
    karin.taps("Kvarnens konstförening")
    karin.sees("ideell kultur", "Kommun: Krokom")
    karin.taps("Länk och brev")
    karin.taps("Nytt brev (svenska)")
    karin.sees("Här är brevet till Kvarnens konstförening")
    karin.document(".pdf")
    story.scene("brev", karin)
    marta.starts(karin.link())
    marta.sees("Vad heter du?")
    marta.writes("Märta Dahl")
    marta.sees("nu är allt klart")


def joins(story: Story) -> None:
    """The others come in by the link for members."""
    link = story.stage.link(AdmissionKind.MEMBER)
    for actor, name, association in (
        (story.sara, "Sara Lind", "Bygdeteatern Månskenet"),
        (story.ahmed, "Ahmed Ali", "Finska föreningen Kaleva"),
        (story.nils, "Nils Berg", "Körsällskapet Norrsken"),
        (story.gun, "Gun Frisk", "Studieförbundet Skogen"),
        (story.olle, "Olle Ås", "Västra byalaget"),
    ):
        _comes_in(actor, link, name, association)


def _comes_in(actor: Actor, link: str, name: str, association: str) -> None:
    actor.starts(link)
    actor.writes(name)
    actor.writes(association)
    actor.sees("nu är allt klart")


STEPS = (
    Step("Karin tar över en tom bot", claims),
    Step("Hon läser in föreningarna ur sitt kalkylblad", reads_in),
    Step("Ett brev med en kod för in Märta på rätt plats", writes_letter),
    Step("De andra kommer in genom medlemslänken", joins),
)
