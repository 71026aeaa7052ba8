"""What `samklang --help` says. Plain text."""

from __future__ import annotations

from bot.words.texts import Texts


def samklang(t: Texts) -> str:
    """Say what the program is."""
    return t.plain("commands", "Samklang: a Telegram bot for networks of associations.")


def run(t: Texts) -> str:
    """Say what `run` does."""
    return t.plain("commands", "Run the bot as the settings say.")


def demo(t: Texts) -> str:
    """Say what `demo` does."""
    return t.plain("commands", "Try the bot in the browser, without a token.")


def init(t: Texts) -> str:
    """Say what `init` does."""
    return t.plain("commands", "Set a new bot up: token, network and settings.")


def doctor(t: Texts) -> str:
    """Say what `doctor` does."""
    return t.plain("commands", "Look at what is right and wrong, in plain words.")


def parse(t: Texts) -> str:
    """Say what `parse` does."""
    return t.plain("commands", "Read invitations and show what is found.")


def config(t: Texts) -> str:
    """Explain --config."""
    return t.plain("commands", "The file with the settings; config.toml when not given.")


def port(t: Texts) -> str:
    """Explain --port."""
    return t.plain("commands", "The port of the page; 0 takes any free one.")


def new_config(t: Texts) -> str:
    """Explain --config of init."""
    return t.plain("commands", "Where to write the settings.")


def token_file(t: Texts) -> str:
    """Explain --token-file."""
    return t.plain("commands", "Read the token from this file, and ask for none.")


def name(t: Texts) -> str:
    """Explain --name."""
    return t.plain("commands", "The network's name, as its members know it.")


def controller(t: Texts) -> str:
    """Explain --controller."""
    return t.plain("commands", "Who is responsible for the personal data.")


def contact(t: Texts) -> str:
    """Explain --contact."""
    return t.plain("commands", "Where people turn who want to reach a person.")


def overwrite(t: Texts) -> str:
    """Explain --overwrite."""
    return t.plain("commands", "Write over settings that are there already.")


def story(t: Texts) -> str:
    """Explain --story."""
    return t.plain("commands", "Play a whole meeting and print what everyone saw.")


def move(t: Texts) -> str:
    """Say what `move` does."""
    return t.plain("commands", "Move the whole network to another database.")


def export(t: Texts) -> str:
    """Say what `export` does."""
    return t.plain("commands", "Hand a meeting's papers or the register over as files.")


def bring_in(t: Texts) -> str:
    """Say what `import` does."""
    return t.plain("commands", "Take a list of associations into the register.")


def audit(t: Texts) -> str:
    """Say what `audit` does."""
    return t.plain("commands", "Show who has done what.")


def purge(t: Texts) -> str:
    """Say what `purge` does."""
    return t.plain("commands", "Erase now what has served its time.")


def backup(t: Texts) -> str:
    """Say what `backup` does."""
    return t.plain("commands", "Copy the database into one file, also while the bot runs.")


def restore(t: Texts) -> str:
    """Say what `restore` does."""
    return t.plain("commands", "Put such a copy back, without telling anyone anything twice.")


def bench(t: Texts) -> str:
    """Say what `bench` does."""
    return t.plain("commands", "Measure how fast the bot is, beside others.")


def quick(t: Texts) -> str:
    """Explain --quick."""
    return t.plain("commands", "Measure less, in a minute.")


def part(t: Texts) -> str:
    """Explain --part."""
    return t.plain("commands", "Measure only this; may be given several times.")


def no_such_part(t: Texts, name: str, parts: list[str]) -> str:
    """Say what can be measured by itself."""
    return t.plain(
        "commands",
        "There is no part called {name}. The parts are {parts}.",
        name=name,
        parts=", ".join(parts),
    )


def no_benchmarks(t: Texts) -> str:
    """Say that what measures is not installed."""
    return t.plain(
        "commands", "The measurements lie in the source code. Fetch it and write make bench there."
    )
