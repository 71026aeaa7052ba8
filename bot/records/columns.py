"""Column types that every table shares."""

from sqlalchemy import BigInteger, Integer, String
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

# Telegram's ids need up to 52 bits (Bot API, "User" and "Chat"); PostgreSQL's INTEGER has 32.
TelegramId = BigInteger
# SQLite only counts up an INTEGER key by itself.
RowId = BigInteger().with_variant(Integer, "sqlite")
Word = String
Facts = JSON
