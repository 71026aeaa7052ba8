"""The words that name streets, buildings and rooms, and those that never do.

Knows words only; which of them is the meeting's place is judged elsewhere.
"""

from __future__ import annotations

import re

STREET = re.compile(
    r"[A-ZÅÄÖ0-9][\w'-]*(?:[ ](?:[A-ZÅÄÖ][\w'-]*|[a-zåäö]{1,3})){0,3}?[ ]?(?:gatan|gata|vägen|"
    r"väg|torget|torg|gränd|gränden|allén|allé|stigen|stig|platsen|plan|backen|kajen|kaj|"
    r"esplanaden|leden|gården|bron|brogatan|katu|tie|tori|kuja|polku|street|road|square|avenue|"
    r"lane|strand|stranden|hamnen|slingan|rundan|ringen)[ ]\d{1,3}(?!\d)[ ]?[A-Z]?\b"
    r"|\b\d{1,4}[ ][A-Z][\w']+(?:[ ][A-Z][\w']+)?[ ](?:Street|Road|Square|Avenue|Lane)\b",
)
UNDECIDED = re.compile(
    r"(?:meddelas|kommer senare|ej (?:klart|bestämt)|bestäms|tbd|tba|återkommer|"
    r"lokal (?:meddelas|kommer)|inte (?:klar|bestämd)|to be (?:decided|announced|confirmed)|"
    r"ilmoitetaan|fastställs|preciseras)"
)
VENUE = re.compile(
    r"(?:(?<=[\s(])|^)(?:i|på|hos|vid|till|at|in|plats(?:en)?(?: är| blir)?:)[ ]"
    r"(?P<venue>(?:(?:lokal|sal|rum|restaurang|"
    r"café|kafé|hotell?|gamla|stora|lilla|the)[ ])?(?:[A-ZÅÄÖÉ][\w'&:-]*|[a-zåäö]*(?:lokalen|"
    r"biblioteket|kyrkan|stugan|gården|salen|huset|skolan|museet|teatern|caféet|hallen|rummet|gårn|"
    r"kansliet|föreningslokalen)\b)"
    r"(?:[ ](?:(?:i|på|och|&|vid|av|nr|sal|rum|lokal|hus|the|of|plan|"
    r"våning)[ ])?(?:[A-ZÅÄÖÉ0-9][\w'&:-]*|folkhögskola|hembygdsgård|bibliotek|kyrka|museum|"
    r"teater|skola|slott|gård|stora sal|lilla sal|hotell|folkhögskolas?|församlingshem|"
    r"bygdegård|huset|hus|stadshus|gymnasium|aula)){0,6}"
    r"(?:,[ ](?:[A-ZÅÄÖÉ][\w'&-]*(?:[ ][A-ZÅÄÖÉ0-9a-z][\w'&-]*){0,3}[ ]\d{1,4}[ ]?[A-Z]?|"
    r"[A-ZÅÄÖÉ][\w-]{2,}(?:[ ][A-ZÅÄÖÉ][\w-]+)?)(?![\w:])|"
    r",[ ][a-zåäö]{0,12}(?:salen|aulan|matsal|sal [A-Z\d]\w*|våning \d|lokalen|foajén)\b)*"
    r"(?:[ ]\([^()\n]{3,50}\d[^()\n]{0,10}\))?)",
)
NO_VENUE = re.compile(
    r"(?:zoom|teams|facebook|instagram|webben|google|januari|februari|mars|april|maj|juni|juli|"
    r"augusti|september|oktober|november|december|måndag|tisdag|onsdag|"
    r"torsdag|fredag|lördag|söndag|svenska|engelska|finska|samiska|region|kommunen?|länet|"
    r"sverige|norden|europa|europe|english|swedish|arabic|meänkieli|kulturplan\w*|vi|ni|du|er|"
    r"det|den|dig|kl|ett|en|riks\w*förbund\w*|klys|ax|sv\b|abf|kulturrådet|nämnd\w*|styrelsen|"
    r"föreningen\b(?! \w)|plats|samråd|"
    r"ideell|anmälan|välkom\w+|unga|alla|vår\w*|kultur\b|storgrupp|grupper?|jul|påsk|mejl|"
    r"telefon|hemsidan|landets|väst|norr|syd|öst)\b",
    re.IGNORECASE,
)
VENUE_NOUN = re.compile(
    r"hus\b|huset|gårn\b|lokal|sal\b|salen|bibliotek|kyrka|stuga|gård|skola|museum|museet|teater|"
    r"folkets|hotell|hotel|café|kafé|hall|center|centrum|scen|konsert|stadshus|station|slott|"
    r"verkstad|arkiv|"
    r"kansli|församling|bygde|sessions|rådhus|magasin|galleri|ateljé|aula|rum\b|studio|"
    r"konferens|kirjasto|talo|sali|library|house|campus|universitet|park|parken|restaurang|"
    r"medborgar|studieförbund|loge|fabrik|kulturhus|lada|torp|bio\b|biograf|"
    r"hemmet|hem\b"
)
MEETS = re.compile(
    r"\b(?:är vi|ses vi|träffas vi|äger rum|hålls|håller till|samlas|ses|plats|årsmöte|stämma|"
    r"träffas|mötet är|träffen är|hålles|"
    r"vi är|möts|pidetään|takes place|held)\b[^.]{0,40}$"
)
SETTING = re.compile(
    r"\b(?:(?:mötet|träffen|kvällen|samrådet|dialogen|årsmötet|konferensen|seminariet|kursen|"
    r"vi) (?:är|hålls|äger rum|ses|träffas|möts|håller till|samlas|kör)|"
    r"(?:bjuder in|inbjuder|kallar|välkom\w+) till|"
    r"(?:ses|träffas|samlas|möts) vi|äger rum|håller till|takes place|pidetään)\b"
)
AT_HOME = re.compile(
    r"hemma (?:hos|i) [^.,;()\n]{2,39}[^.,;()\s](?: \([^()\n]{3,60}\)|, [A-ZÅÄÖ]\w+ \d{1,3})?"
)
TOWN = re.compile(
    r"\b(?:\w*(?:möte[nt]?|träff(?:en)?|konferens(?:en)?|samråd(?:et)?|stämma[n]?|kväll(?:en)?|"
    r"seminari(?:um|et)|samtal(?:et)?)|ses|träffas|samlas|hålls) i (?P<venue>[A-ZÅÄÖ][a-zåäöé]+)"
    r"(?=,? (?:den |\d|kl|[a-zåäö]+dag)|[,.!])"
)
"""A town alone, where no house is named: 'möte i Flen den 21 november'."""
WIDE = re.compile(
    r"(?:Skåne|Dalarna|Jämtland|Härjedalen|Norrland|Norrbotten|Västerbotten|Småland|Skaraborg|"
    r"Östergötland|Sörmland|Värmland|Uppland|Gotland|Halland|Blekinge|Bohuslän|Dalsland|Närke|"
    r"Västmanland|Hälsingland|Medelpad|Ångermanland|Lappland|Sverige|Norden|Europa)"
)
"""Too wide to find a meeting in."""
AREA = re.compile(r" (?:kommuns?|läns?|region\w*|landskap\w*|stads?)\b")


def is_venue(words: str) -> bool:
    """Tell '7 mars: Folkets hus, Lit' from '7 mars: Arkiv', which is the day's subject."""
    named = VENUE_NOUN.search(words.lower()) is not None and " " in words
    return named or STREET.search(words) is not None
