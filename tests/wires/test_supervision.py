"""The bot either does its work or ends, and it stops when asked to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine, Mapping, Sequence
from typing import TypeVar

import httpx
import pytest

from bot.clock import MovableClock, SystemClock
from bot.store.engine import StoreTroubleError
from bot.wires.clockwork import Clockwork
from bot.wires.intake import Intake
from bot.wires.supervisor import Ended, Heartbeat, watch
from bot.wires.web import Door, webhook
from tests.wires.post import MORNING, Post

T = TypeVar("T")
SECRET = "0123456789abcdef-hemlig"


def run(deed: Coroutine[object, object, T]) -> T:
    """Let one thing happen to its end, but not for ever."""
    return asyncio.run(asyncio.wait_for(deed, 10))


async def for_ever() -> None:
    """Do nothing and never end."""
    await asyncio.Event().wait()


async def breaks() -> None:
    """End with an error."""
    raise LookupError


async def returns() -> None:
    """End without one, which nobody asked for either."""


def test_a11_a_part_that_breaks_ends_all() -> None:
    """A poller or sender that dies takes the process with it, and we hear which it was."""
    ended = run(watch({"sender": for_ever(), "poller": breaks()}, asyncio.Event()))

    assert ended is not None
    assert (ended.name, type(ended.error)) == ("poller", LookupError)


def test_a11_a_part_that_just_returns_ends_all() -> None:
    """No part has a reason to be done while the bot runs."""
    assert run(watch({"sender": for_ever(), "poller": returns()}, asyncio.Event())) == Ended(
        "poller", None
    )


def test_asked_to_stop_nothing_has_ended() -> None:
    """A stop is no mishap."""

    async def story() -> Ended | None:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(0.01, stop.set)
        return await watch({"sender": for_ever()}, stop)

    assert run(story()) is None


def test_a8_a_stop_in_a_broadcast_loses_nothing(post: Post) -> None:
    """Stopped in the middle, what is on the wire lands and the rest waits for the next start."""
    crowd = [post.person(f"Medlem {n}") for n in range(20)]
    for member in crowd:
        post.queues(member.id, "Inbjudan")

    async def story() -> None:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(0.1, stop.set)
        assert await watch({"sender": post.sender.run()}, stop) is None
        await post.sender.land(5)

    post.run(story())
    early = sum(len(post.seen(member.id)) for member in crowd)
    post.restarts()
    post.sends()

    assert 0 < early < 20
    assert all(post.seen(member.id) == ["Inbjudan"] for member in crowd)


def test_the_sender_wakes_for_what_is_queued(post: Post) -> None:
    """A sleeping sender sends at once when it is told that something is there."""
    karin = post.person()

    async def story() -> None:
        sending = asyncio.create_task(post.sender.run())
        await asyncio.sleep(0.02)
        post.queues(karin.id, "hej")
        post.sender.wake()
        await asyncio.sleep(0.1)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)

    post.run(story())

    assert post.seen(karin.id) == ["hej"]


def test_b8_the_sender_ends_when_the_token_is_refused(post: Post) -> None:
    """The process ends, with a name for it, instead of trying for ever."""
    post.queues(post.person().id, "hej")
    post.world.token = "1:other"

    ended = post.run(watch({"sender": post.sender.run()}, asyncio.Event()))

    assert ended is not None
    assert type(ended.error).__name__ == "TokenRefusedError"


def test_d5_the_clockwork_looks_by_its_own_timer() -> None:
    """It looks at once, when woken, and every thirty seconds of the monotonic clock."""
    clock = MovableClock(MORNING, runs=False)
    looks: list[float] = []

    async def story() -> None:
        clockwork = Clockwork(clock, lambda: looks.append(clock.mono()))
        running = asyncio.create_task(clockwork.run())
        for _ in range(3):
            await asyncio.sleep(0.01)
            clock.advance(30)
        await asyncio.sleep(0.01)
        clockwork.wake()
        await asyncio.sleep(0.01)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    run(story())

    assert looks == [0, 30, 60, 90, 90]


def test_h1_the_clockwork_outlives_a_full_disk() -> None:
    """A database in trouble is asked again; any other mistake ends the clockwork."""
    clock = MovableClock(MORNING, runs=False)
    errors: list[Exception] = [StoreTroubleError("full"), LookupError()]

    async def tick() -> None:
        raise errors.pop(0)

    async def story() -> None:
        running = asyncio.create_task(Clockwork(clock, tick).run())
        await asyncio.sleep(0.01)
        assert not running.done()
        clock.advance(30)
        await running

    with pytest.raises(LookupError):
        run(story())


def test_a_heartbeat_tells_the_age_of_each_part() -> None:
    """What has been silent too long is not well."""
    clock = MovableClock(MORNING, runs=False)
    pulses = {"poller": 0.0, "sender": 50.0}
    heartbeat = Heartbeat(clock, {name: lambda name=name: pulses[name] for name in pulses})  # type: ignore[misc]  # a default argument in a lambda
    clock.advance(60)

    assert heartbeat.ages() == {"poller": 60.0, "sender": 10.0}
    assert heartbeat.is_well(60)
    assert not heartbeat.is_well(59)


def knock(
    body: bytes, *, secret: str | None = SECRET, receive: object = None, path: str = "/x/y"
) -> tuple[int, list[Mapping[str, object]]]:
    """Knock at the webhook as Telegram does; gives the status and what was kept."""
    kept: list[Mapping[str, object]] = []

    def keeps(updates: Sequence[Mapping[str, object]]) -> int:
        kept.extend(updates)
        return len(updates)

    site = webhook(
        Door("/x/y", SECRET),
        receive if callable(receive) else keeps,
        Heartbeat(SystemClock(), {"sender": SystemClock().mono}),
    )
    headers = {} if secret is None else {b"X-Telegram-Bot-Api-Secret-Token": secret.encode()}

    async def story() -> int:
        wire = httpx.ASGITransport(app=site)
        async with httpx.AsyncClient(transport=wire, base_url="http://bot") as client:
            method = "POST" if path == "/x/y" else "GET"
            answer = await client.request(method, path, content=body, headers=headers)
            return answer.status_code

    return run(story()), kept


UPDATE = json.dumps({"update_id": 1}).encode()


def test_c7_an_update_is_kept_before_it_is_confirmed() -> None:
    """With the right secret the update is kept and Telegram is told so."""
    assert knock(UPDATE) == (200, [{"update_id": 1}])


@pytest.mark.parametrize("secret", [None, "", SECRET[:-1], SECRET + "x", "åäö"])
def test_c7_without_the_secret_nobody_comes_in(secret: str | None) -> None:
    """A missing, wrong or nearly right secret is refused and nothing is kept."""
    assert knock(UPDATE, secret=secret) == (403, [])


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"x" * 1_000_001, 413), (b"{", 400), (b"[]", 400), (b"{}", 400), (b"\xff", 400)],
)
def test_c7_what_is_no_update_is_refused(body: bytes, status: int) -> None:
    """Too large or not an update: refused, nothing kept."""
    assert knock(body) == (status, [])


def test_c7_what_could_not_be_kept_is_not_confirmed() -> None:
    """When the disk is full Telegram must come again."""

    def full(_: object) -> int:
        raise StoreTroubleError("full")

    assert knock(UPDATE, receive=full)[0] == 503


def test_c7_a_replay_has_no_second_effect(post: Post) -> None:
    """The webhook leads into the same inbox, where a number is kept once."""
    intake = Intake(post.bot, post.store, post.clock, lambda *_: None, lambda *_: None)

    assert [intake.receive([{"update_id": 1}]) for _ in range(2)] == [1, 0]


def test_a_door_has_a_lock() -> None:
    """Without a real secret the webhook does not start, and a printed door keeps it to itself."""
    with pytest.raises(ValueError, match="secret"):
        Door("/x", "kort")
    assert SECRET not in repr(Door("/x", SECRET))


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_others_may_ask_how_we_are(path: str) -> None:
    """Whoever watches over the process can ask without a secret."""
    assert knock(b"", secret=None, path=path)[0] == 200
