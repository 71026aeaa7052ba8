"""Whether a story ended as it should, although something went wrong on the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from bot.config import Delivery
from tests.crashes.endings import Ending, same_chat, same_rows
from tests.crashes.fate import Died
from tests.crashes.mortal import MortalTown


@dataclass(slots=True)
class Verdict:
    """How it went when the process died at one step, and perhaps at a later one too."""

    step: int
    died: list[str]
    faults: list[str] = field(default_factory=list)
    extra: int = 0
    uncertain: int = 0

    def __str__(self) -> str:
        died = " and ".join(self.died)
        return f"step {self.step}, dead {died}: {'; '.join(self.faults) or 'ok'}"


def judge(verdict: Verdict, wanted: Ending, left: Ending, town: MortalTown) -> None:
    """Compare how one town was left with how it should be."""
    if told(town) and _apologies(town):
        verdict.uncertain += 1
        return
    unsure = _uncertain(town)
    verdict.uncertain += len(unsure)
    if _goes_by_the_moment(town):
        _judge_copies(verdict, wanted, left, town)
        return
    # Who arranges a meeting reads that something is not known to have come.
    excused = unsure | _organisers(town) if unsure else set()
    wire = _in_doubt(town)
    for chat_id, clean in wanted.chats.items():
        compared = same_chat(clean, left.chats[chat_id])
        verdict.extra += compared.extra
        if compared.fault and chat_id not in excused:
            verdict.faults.append(compared.fault)
        if compared.extra > wire[chat_id]:
            verdict.faults.append(f"{compared.extra} extra copies to {chat_id}")
    if not unsure and not town.has_asked:
        verdict.faults += same_rows(wanted, left)


def _goes_by_the_moment(town: MortalTown) -> bool:
    """Whether a death may rightly change what happens next.

    So it is where the bot is slow on purpose, and someone acts in the midst of a broadcast; and
    where the next calls are to go wrong, whichever they are.
    """
    is_slow = town.settings.delivery.per_second < Delivery().per_second
    return is_slow or town.telegram.faults.were_asked_for


def _judge_copies(verdict: Verdict, wanted: Ending, left: Ending, town: MortalTown) -> None:
    """Let nobody hear the same more often than was in doubt."""
    wire = _in_doubt(town)
    for chat_id, said in left.chats.items():
        usual = Counter(one.first.text for one in wanted.chats[chat_id] if one.by_bot)
        heard = Counter(one.first.text for one in said if one.by_bot)
        extra = sum(max(0, heard[text] - max(1, usual[text])) for text in heard)
        verdict.extra += extra
        if extra > wire[chat_id]:
            verdict.faults.append(f"{extra} extra copies to {chat_id}")


def _in_doubt(town: MortalTown) -> Counter[int]:
    """How often something was sent to a chat without an answer; groups are never tried again."""
    wire = Counter(int(str(row[0])) for rows in town.left for row in rows if _sends(str(row[1])))
    wire.update(town.lost)
    return Counter({chat_id: times for chat_id, times in wire.items() if chat_id > 0})


def _sends(method: str) -> bool:
    return method.startswith("send")


def told(town: MortalTown) -> int:
    """Twice in doubt on the same: how many messages or updates a person is told of."""
    is_twice = len(town.left) + len(town.lost) > 1
    return (len(_uncertain(town)) + _apologies(town)) if is_twice else 0


def _uncertain(town: MortalTown) -> set[int]:
    """Chats with a message of which nobody knows: two deaths on its way, or one to a group."""
    return {
        int(str(row[0]))
        for row in _found(town, "SELECT chat_id FROM outgoing WHERE status = 'uncertain'")
    }


def _organisers(town: MortalTown) -> set[int]:
    rows = _found(town, "SELECT telegram_id FROM person WHERE role <> 'member'")
    return {int(str(row[0])) for row in rows}


def _apologies(town: MortalTown) -> int:
    """How many updates were put aside, each with its code in some chat."""
    rows = _found(town, "SELECT update_id FROM incoming WHERE status = 'quarantined'")
    said = [
        one.text for chat in town.telegram.chats.values() for one in town.telegram.history(chat)
    ]
    return sum(any(f"{row[0]:06X}"[-6:] in text for text in said) for row in rows)


def _found(town: MortalTown, asked: str) -> list[tuple[object, ...]]:
    try:
        with town.store.reading() as session:
            return [tuple(row) for row in session.connection().exec_driver_sql(asked)]
    except (Exception, Died):  # noqa: BLE001  (then it cannot excuse anything)
        return []
