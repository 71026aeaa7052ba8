"""Column types that every table shares."""

from enum import StrEnum

from sqlalchemy import BigInteger, Dialect, Integer, String, TypeDecorator
from sqlalchemy.types import JSON
from sqlmodel import SQLModel

# A constraint needs a name before a migration can change it on SQLite.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

# A row is never checked by Pydantic, so what it would check by need not be built at each start.
SQLModel.model_config["defer_build"] = True

# Telegram's ids need up to 52 bits (Bot API, "User" and "Chat"); PostgreSQL's INTEGER has 32.
TelegramId = BigInteger
# SQLite only counts up an INTEGER key by itself.
RowId = BigInteger().with_variant(Integer, "sqlite")
Facts = JSON


class Choice(TypeDecorator[StrEnum]):
    """One word out of an enumeration, kept as the word itself, so that new ones need nothing."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        """Keep words of this kind."""
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | str | None, _dialect: Dialect) -> str | None:
        """Write the word; raises ValueError for one that is not of the kind."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> StrEnum | None:
        """Read the word as the enumeration's own."""
        return None if value is None else self.kind(value)
