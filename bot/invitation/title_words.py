"""The words that name meetings and invite to them, in three languages.

Knows patterns only; what they make of a line is judged elsewhere.
"""

from __future__ import annotations

import re

NOUN = re.compile(
    r"(?:\w*möte[nt]?\b|\w*träff(?:en|ar)?\b|\w*samråd(?:et)?\b|\w*dialog(?:en|er|kväll|dag|"
    r"möte|träff)?\b|\w*samtal(?:et)?\b|\w*stämma[n]?\b|\w*konferens(?:en)?\b|"
    r"\w*kurs(?:en|kväll|dag)?\b|\w*kväll(?:en)?\b|\w*frukost(?:en)?\b|\w*workshop\w*|"
    r"\w*verkstad\b|\w*seminari\w+|\w*webbinari\w+|\w*forum\b|\w*mingel|"
    r"(?<!\w)(?!(?:mån|tis|ons|tors|fre|lör|sön)dag)\w*dag(?:en|ar|arna)?\b|"
    r"\w*festival\w*|\w*utbildning\w*|\w*rådslag\w*|\w*hearing|"
    r"(?<!\w)(?!lands)\w*ting(?:et)?\b|\w*nätverk\w*|\w*café|\w*caféet|\w*lunch\b|"
    r"\w+sråd\b|\w*öppet hus|open house|\w*kick-?off|\w*upptakt|\w*föreläsning\w*|\w*diskussion\w*|"
    r"\w*cirkel\w*|\w*internat(?:et)?\b|\w*resa\b|\w*läger\b|\w*konvent\w*|\w*fika\b|"
    r"\w*överläggning\w*|\w*avstämning\b|\w*sammanträde\w*|\w*sammankomst\w*|\w*information\w*|\w*informaatiotilaisuus|\w*temagrupp\w*|\w*pub\b|"
    r"\w*loppis|\w*invigning\w*|\w*premiär|meeting|seminar|conference|dialogue|evening|"
    r"\w*kokous|\w*ilta\b|\w*päivä\b|\w*tilaisuus|\w*neuvonpito|\w*seminaari|\w*tapaaminen|"
    r"\w*forum|gathering|consultation|hackathon|rundabords\w*|\w*bord\b|\w*repetition\w*|"
    r"\w*visning\w*|\w*panel\w*|\w*matchmaking)",
)
OPENERS = re.compile(
    r"(?:(?:varmt |hjärtligt )?välkommen|(?:varmt |hjärtligt )?välkomna|inbjudan|inbjudning|"
    r"invitation|kallelse|kutsu|tervetuloa|påminnelse|save the date|"
    r"vi bjuder in|bjuder in|(?:ni|du) (?:inbjuds|är (?:välkommen|inbjuden))|personlig inbjudan|"
    r"preliminär inbjudan|program|(?:kom|följ)(?: och var)? med)"
    r"(?:[ ]?(?:till|på|att delta (?:i|på)|to(?: the| a| an)?|in till)\b|[ ]?[:!–-]|"
    r"(?=$))[ ]*(?:en |ett |the |an? |årets |vårt |vår )?",
    re.IGNORECASE,
)
INVITING = re.compile(
    r"(?:bjud(?:er|s|na|a)?(?: härmed)?(?: \w+){0,3}? in(?: \w+){0,12}? till|inbjud(?:er|s|"
    r"na)(?: härmed)?(?: [\w,-]+){0,25}? till|kall(?:ar|as|ade)(?: härmed| \w+){0,4}? till|"
    r"välkom(?:men|nar?)(?: \w+){0,3}? (?:till|på)|hälsas(?: \w+){0,4} till|"
    r"samla(?: \w+){1,3}? till|ses(?: \w+){0,6}? (?:till|på|för)|samlas(?: \w+){0,4}? (?:till|för)|"
    r"invite[sd]?(?: \w+){0,6}? to(?! attend)|(?:inbjudan|kallelse|kutsu) till|påminnelse om|"
    r"welcome(?: \w+){0,3} to|håller(?! i\b)|arrangerar|"
    r"anordnar|ordnar|tid för|dags(?: \w+){0,3} för)"
    r"[ \n]+(?P<what>(?:en |ett |årets |vårt |vår |sitt |sin |ordinarie |the |an? |our |fyra |"
    r"tre |två |flera |årlig |årligt )*[^.!?\n;]{3,200})",
)
KIND_AFTER = re.compile(r"\s+[-|]\s+(?:inbjudan|kallelse|välkomm?en|välkomna)[!.]?\s*$")
HELD = re.compile(
    r"(?:^|\n|[.!?] )(?P<what>[^.!?\n]{4,80}?) (?:hålls|äger rum|genomförs|går av stapeln|pidetään|"
    r"takes place|will be held)\b"
    r"|(?:^|\n|[.!?] )(?P<group>[^\W\d_]*(?:nätverket|gruppen|rådet|forumet|cirkeln)\b"
    r"[^.!?\n]{0,80}?) (?:träffas|ses|möts)\b"
)
CUT = re.compile(
    r"(?:,?[ ]+(?:den|the)[ ]\d|,?[ ](?:på|i|via|hos|vid|"
    r"in)[ ](?=[A-ZÅÄÖ](?!\w*samverkan))(?!.{0,30}\b(?:kommun|län|region)\b)|,?[ ](?:på|via|"
    r"i)[ ](?:teams|zoom)|"
    r",?[ ](?:kl|klockan|klo)\b|[ ]runt om i|[ ]dit (?:du|ni|alla)|[ ]som (?:kommer|hålls|äger)|"
    r",? där |[ ]under (?:mars|april|hösten|våren)|,? (?:för att|så att|och hoppas)\b|\x00)",
)
TAIL = re.compile(
    r"[\s,:;.!|/–—-]*(?:\((?:\s*)\)|\bden|\bi|\bpå|\btill|\bkl\.?|\bdag|\bthe|\bon|\bfrån|\bvid|"
    r"\bhos|\bonline|,)?[\s,:;.|/–—-]*$",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"(?:hej\w*|bästa|kära|hallå|hello|hälsningar|mvh|dear|hei|god(?: dag|morgon)|"
    r"till (?:alla|samtliga|medlemmar|föreningar|ordförande|våra|länets|er|"
    r"dig)|tjena|diarie|dnr)\b",
    re.IGNORECASE,
)
NOT_TITLE = re.compile(
    r"(?:/|\W*(?:drop-?in |"
    r"adress|box|tel|tfn|www|http|\d+ ?kr|öppna och|vad (?:är|vill|händer)|varför|"
    r"(?:i|på|under|efter|om) \w+(?:en|et|na)\W*$|"
    r"hur (?:går|kan|anm)|vem |anmäl|sista |osa|meny)|.*\x00)",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"(?:region |landsting\w*|länsstyrelsen|studieförbundet |\w+s? (?:kommun|förening(?:en)?|"
    r"förbund(?:et)?|nämnd(?:en)?|r\.?f\.?)$|kulturnämnden|the municipality)",
    re.IGNORECASE,
)
BARE_OPENER = re.compile(
    r"(?:(?:inbjudan|kallelse|invitation|kutsu|välkommen|välkomna|welcome|tervetuloa|program|"
    r"save the date|varmt välkommen|varmt välkomna)[\s!:./|]*)+",
    re.IGNORECASE,
)
SUBJECT_REPLY = re.compile(r"(?:(?:sv|vb|re|fw|fwd|vs|vl) ?: ?)+", re.IGNORECASE)
SENTENCE_WORD = re.compile(
    r"\b(?:är|har|vill|kan|ska|blir|bjuder|kallar|håller|ses|hälsar|we are|träffas|kommer|pågår)\b"
)
NOT_CONTINUED = re.compile(
    r"(?:i|på|hos|vid|kl|klockan|den|från|till|med|plats|tid|digitalt|via)\b"
)
"""How a line begins that says when or where, and is no rest of the heading above it."""
BESIDE_NOUN = re.compile(
    r"(?:[ ][A-ZÅÄÖ][\w-]+){1,3}(?:[ ](?!ses|träffas|möts|samlas|har|är)[a-zåäö]{4,})?"
    r"|[ ](?:om|kring)[ ](?!\d)[\w-]+(?:[ ][a-zåäö]{5,}){0,2}"
)
"""What belongs to the word for a meeting: 'nätverket Ung kultur', 'mötet om kulturnatten'."""
