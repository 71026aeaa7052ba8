"""`samklang init`."""

from pathlib import Path

from bot import setup
from bot.clock import SystemClock
from bot.config import Settings
from bot.house import House
from bot.setup import Rim
from bot.store import schema
from bot.store.engine import Store
from bot.store.lock import Taken
from bot.store.sealing import KeyRing
from bot.turn import Turn
from bot.wires import introducing
from bot.wires.profile import BotName
from handlers import joining


def owner_link(settings: Settings, name: BotName) -> str | Taken:
    """Make the link that lets the first organiser in, in a database made for it if need be.

    Gives who has the database when it is not ours to write in.
    """
    store = Store(settings.database.url)
    try:
        if taken := store.lock():
            return taken
        schema.migrate(store)
        house = House(settings, KeyRing(Path(settings.database.key_file)), name.username)
        with store.transaction() as session:
            turn = Turn(session, house, SystemClock().now())
            return house.link(joining.make_owner_link(turn))
    finally:
        store.close()


command = setup.command(Rim(introducing.check, introducing.introduce, owner_link))
