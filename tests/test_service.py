"""`samklang run` as a process: it starts, says what is needed, serves, and ends when asked."""

from __future__ import annotations

import asyncio
import os
import signal
import stat
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.simulator.api import Api
from bot.simulator.server import Server
from bot.simulator.world import World

ROOT = Path(__file__).parents[1]
PATIENCE = 30.0


def settings(folder: Path, base_url: str, token: str) -> Path:
    """Write settings for a bot that talks to our own Telegram."""
    file = folder / "config.toml"
    file.write_text(
        f"""
[telegram]
token = "{token}"
base_url = "{base_url}/bot"
local_server = true
[database]
url = "sqlite:///{folder / "bot.db"}"
key_file = "{folder / "bot.keys"}"
[network]
name = "Kulturnätet"
controller = "Region Storsjön"
contact = "kultur@region.example"
""",
        encoding="utf-8",
    )
    file.chmod(0o600)
    return file


class Running:
    """A process of the bot, and what it has said so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        """Follow a process."""
        self.process = process
        self.said = ""

    async def hears(self, text: str) -> None:
        """Wait until the process has said this."""
        assert self.process.stdout is not None
        while text not in self.said:
            line = await asyncio.wait_for(self.process.stdout.readline(), PATIENCE)
            if not line:
                raise AssertionError(f"it never said {text!r}, but: {self.said}")
            self.said += line.decode()

    async def ends(self, limit: float) -> int:
        """Wait for the end, at most so many seconds; give the exit code."""
        assert self.process.stdout is not None
        rest = await asyncio.wait_for(self.process.stdout.read(), limit)
        self.said += rest.decode()
        return await asyncio.wait_for(self.process.wait(), limit)


async def started(config: Path) -> Running:
    """Start `samklang run`."""
    return await begun("run", "--config", str(config))


async def begun(*words: str, folder: Path = ROOT, **variables: str) -> Running:
    """Start a command of samklang's."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *words,
        cwd=folder,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(ROOT), **variables},
    )
    return Running(process)


@asynccontextmanager
async def served() -> AsyncIterator[tuple[World, str]]:
    """Serve a Telegram of our own."""
    world = World(MovableClock(datetime.now(UTC), runs=True), is_fair=True)
    server = Server(Api(world, contract=False))
    address = await server.start()
    try:
        yield world, address
    finally:
        await server.stop()


def test_it_serves_and_ends_within_eight_seconds_when_asked(tmp_path: Path) -> None:
    """The first start prints the owner's link; Ctrl-C ends it cleanly; files are private."""

    async def story() -> None:
        async with served() as (world, address):
            running = await started(settings(tmp_path, address, world.token))
            await running.hears("https://t.me/samklang_bot?start=")
            link = running.said.rpartition("?start=")[2].split()[0]
            karin = world.add_user("Karin")
            world.starts(karin, link)
            await said(world, "Vad heter du?")
            running.process.send_signal(signal.SIGINT)

            assert await running.ends(8.0) == 0
            assert "Allt är sparat" in running.said
            assert world.token not in running.said

    asyncio.run(story())
    for name in ("bot.db", "bot.keys"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


async def said(world: World, text: str) -> None:
    """Wait until the bot has said something anywhere."""
    for _ in range(int(PATIENCE / 0.05)):
        if any(text in m.text for c in world.chats.values() for m in world.history(c)):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"nobody heard {text!r}")


def test_a_refused_token_is_told_in_plain_words(tmp_path: Path) -> None:
    """A token that Telegram does not know ends the bot with a sentence, not a traceback."""

    async def story() -> None:
        async with served() as (_, address):
            wrong = "123456789:" + "A" * 35
            running = await started(settings(tmp_path, address, wrong))

            assert await running.ends(PATIENCE) == 1
            assert "Telegram godtar inte din token" in running.said
            assert "Traceback" not in running.said
            assert wrong not in running.said

    asyncio.run(story())


def test_a_telegram_that_is_away_is_told_in_plain_words(tmp_path: Path) -> None:
    """When nobody answers, the bot says so and ends; whoever watches it starts it again."""

    async def story() -> None:
        token = "123456789:" + "A" * 35
        running = await started(settings(tmp_path, "http://127.0.0.1:9", token))

        assert await running.ends(PATIENCE) == 1
        assert "Telegram går inte att nå" in running.said
        assert "Traceback" not in running.said

    asyncio.run(story())


@pytest.mark.parametrize(
    ("line", "heard"),
    [
        ('[network]\nnamn = "Kulturnätet"\n', "namn"),
        ("[telegram]\ntoken = 7\n", "rad 2"),
        ("[telegram\n", "rad 1"),
    ],
)
def test_wrong_settings_are_refused_in_one_sentence(tmp_path: Path, line: str, heard: str) -> None:
    """The sentence names the line, and the exit code says that settings are wrong."""
    config = tmp_path / "config.toml"
    config.write_text(line, encoding="utf-8")

    async def story() -> None:
        running = await started(config)

        assert await running.ends(PATIENCE) == 2
        assert heard in running.said
        assert "Traceback" not in running.said

    asyncio.run(story())


def test_a_second_process_on_the_same_file_is_refused_h8(tmp_path: Path) -> None:
    """Two bots on one database would tell everything twice; the second says so and ends."""

    async def story() -> None:
        async with served() as (world, address):
            config = settings(tmp_path, address, world.token)
            first = await started(config)
            await first.hears("i gång")
            second = await started(config)

            assert await second.ends(PATIENCE) == 1
            assert "använder redan" in second.said
            first.process.send_signal(signal.SIGTERM)
            assert await first.ends(8.0) == 0

    asyncio.run(story())


def test_a_new_bot_is_set_up_and_answers_its_owner(tmp_path: Path) -> None:
    """`init` checks the token, writes private settings and gives a link that `run` honours."""

    async def story() -> None:
        async with served() as (world, address):
            token = tmp_path / "token"
            token.write_text(world.token, encoding="utf-8")
            ours = {
                "SAMKLANG_TELEGRAM__BASE_URL": f"{address}/bot",
                "SAMKLANG_TELEGRAM__LOCAL_SERVER": "true",
            }
            told = ["--name", "Kulturnätet", "--contact", "kultur@region.example"]
            made = await begun("init", "--token-file", str(token), *told, folder=tmp_path, **ours)
            assert await made.ends(PATIENCE) == 0, made.said
            link = made.said.rpartition("?start=")[2].split()[0]
            running = await begun("run", folder=tmp_path, **ours)
            await running.hears("i gång")
            karin = world.add_user("Karin")
            world.starts(karin, link)
            await said(world, "Vad heter du?")
            running.process.send_signal(signal.SIGTERM)

            assert await running.ends(8.0) == 0
            assert world.token not in made.said + running.said

    asyncio.run(story())
    assert stat.S_IMODE((tmp_path / "config.toml").stat().st_mode) == 0o600


def test_the_doctor_says_what_is_right_and_wrong(tmp_path: Path) -> None:
    """A bot that is set up right gets a clean bill; one without settings is told what to do."""

    async def story() -> None:
        async with served() as (world, address):
            config = settings(tmp_path, address, world.token)
            well = await begun("doctor", "--config", str(config))
            assert await well.ends(PATIENCE) == 0, well.said
            ill = await begun("doctor", "--config", str(tmp_path / "ingen.toml"))

            assert await ill.ends(PATIENCE) == 1
            assert "samklang init" in ill.said

    asyncio.run(story())
