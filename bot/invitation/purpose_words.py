"""The words that tell what a day is for, in three languages.

Knows patterns only; what they make of a day is judged elsewhere.
"""

from __future__ import annotations

import re

LAST_DAY = re.compile(
    r"\b(?:senast|sist|sista|före|innan|till och med|t\.? ?o\.? ?m\b|fram till|dröj inte|"
    r"deadline|osa|o\.s\.a|rsvp|no later|by|before|until|viimeistään|ennen)\b"
)
"""What stands before a last day of any kind: 'senast den 3 maj'."""
LAST_DAY_AFTER = re.compile(
    r"[ ,)]{0,3}(?:mennessä|asti|saakka|är sista|stänger|går (?:anmälnings)?tiden ut|"
    r"at the latest|vill vi ha|behöver vi)"
)
"""What stands after one: 'den 3 maj är sista dag'."""
BEFORE = re.compile(r"\b(?:före|innan|before|ennen)(?: den| the)? ?$")
"""The last day is the one before: 'före den 3 maj'."""
COUNTED_FROM = re.compile(r" (?:veckan )?(?:innan|före|before|dessförinnan)\b")
"""A day that others are counted from: 'två veckor före mötet den 3 maj'."""
UNTIL = re.compile(r"\b(?:till|tills)(?: den)? ?$")
"""A last day only where the text speaks of registering: 'anmälan är öppen till den 3 maj'."""
REGISTERING = re.compile(
    r"(?<!av)anmäl(?!da?\b)\w*|\bo\.?s\.?a\b|\bsvar\w*|\bmeddela\w*|\bboka\w*|"
    r"\bplats(?:er)? (?:till|hos)|"
    r"\bhör av|\bregist\w+|\brsvp|\bsign up|"
    r"\bilmoittau\w*|(?<!anmälda )\bombud\w*|"
    r"\blunch\w*|\bdelta(?:ga|r)?\b|\bnamn\b|\bsäg till|\bkommer\b|"
    r"\bkoppla|\bmejla\b|\bmaila\b|\bring\b|"
    r"\battend|\blet us know|\btacka ja|\bvill (?:du )?vara med|\blämna\w* (?:besked|svar)|"
    r"\bsista dag(?:en)?\b(?! för)|\bbesked\b|\bbook"
)
"""Words of registering."""
OTHER_MATTER = re.compile(
    r"motion\w*|nominer\w*|valbered\w*|\bförslag\b|hotell\w*|\bboende\b|"
    r"\b\w{0,12}tolk(?!ning finns)\w*|\bbetal\w*|\bansök\w*|"
    r"synpunkt\w*|avanmäl\w*|avbok\w*|återbud|\b\w*handling(?:ar|arna)\b|\bärenden?\b|yttrand\w*|"
    r"remiss(?:svar|tid)\w*|\binspel\b|"
    r"\benkät\w*|\bbidrag\w*|\bpayment|\bhotel|\binterpreter|aloittee\w*|tulk\w*|\bcancel\w*|"
    r"\bhörslinga|\bskriftliga?\b|\bkallelse med|\bunderlag\w*|"
    r"\bidéer\b|\bfrågor till\b|\bföranmäl\w* av fråg|\bearly bird|\btidig|\böppnar\b|"
    r"\böppnas\b|\bsläpps\b|\bresor\b|\bresan\b|\btåg\b|"
    r"rabatt\w*|\bmedlemsavgift\w*|\butställare\w*|\bbidra med"
)
"""Words of what has a last day of its own: motions, interpreters, hotel rooms."""
DONE_BY = re.compile(
    r"\b(?:håll(?:as|s|es)|äga rum|genomför(?:as|s)|ut(?:sänd|skicka)\w*|vara klar\w*|"
    r"(?:skickas|sänds|läggs|delas) ut|publiceras|finns tillgänglig\w*)\b[^.!?\n]{0,40}$"
    r"|\b(?:får (?:du|ni|alla) (?:besked|veta|länk\w*|information)|"
    r"vi (?:skickar|meddelar|hör av))\b[^.!?\n]{0,50}$"
)
"""What is done at the latest on a day, by others than those who are invited."""
MOVED_TO = re.compile(r"\b(?:skjut|flytta|senarelägg|framflytta)\w*[^.!?\n]{0,40} till (?:den )?$")
"""A day that a meeting is moved to, however much the sentence speaks of the past."""
AVERSE = re.compile(r"avanmäl|avbok|återbud|ej anmäl")
"""Words of giving a place back, which are not words of registering."""
HISTORY = re.compile(
    r"\b(?:beslut(?:ade|et|ar)|besluta(?:s|t)|antogs|antog|antagits|sade|sedan|från och med|"
    r"fr\.? ?o\.? ?m|gällde|gäller|träder i kraft|började|"
    r"börjar gälla|publicera\w*|uppdatera\w*|förra|senaste mötet|tidigare|ersätter|ställer in|"
    r"inställt?|flyttas från|utgångspunkt|"
    r"kommer i|skickas|skickade|meddelas|återkommer|presenterades|hölls|föddes|grundades|"
    r"startade|bildades|invigdes|"
    r"protokoll(?:et)? från|anteckningar från|minnesanteckningar|fattar|beslut|kungörelse|"
    r"datum för|diarie\w*|dnr|dokument\w*|"
    r"inför|upptakt|efter|was held|since|decided|under perioden|perioden|räkenskap\w*|"
    r"verksamhetsår\w*|mandatperiod\w*|delas ut|släpps|"
    r"nästa år|planeras|uppföljning\w*|öppnar|öppnas|därefter|"
    r"sammanställ\w*)\b"
)
"""Words of what has been, or will be, beside the meeting."""
DOCUMENT = re.compile(
    r"diarie|dnr|ärendenr|handläggare|vår beteckning|dokumentdatum|datum för utskick"
)
"""Words of the letter itself: its number, its day, who wrote it."""
PLAIN_REGISTERING = ("anmäl", "osa", "o.s.a", "ilmoitt", "regist", "svar", "ombud")
"""What a word of registering begins with where it can mean nothing else."""
PLAIN_OTHER = ("motion", "nominer", "avanm", "avbok", "återbud")
"""What a word of another matter begins with where it can mean nothing else."""
