"""Column types that every table shares."""

from sqlalchemy import BigInteger, Integer, String
from sqlalchemy.types import JSON

# Telegram's ids need up to 52 bits (Bot API, "User" and "Chat"); PostgreSQL's INTEGER has 32.
TelegramId = BigInteger
# SQLite only counts up an INTEGER key by itself.
RowId = BigInteger().with_variant(Integer, "sqlite")
Word = String
Facts = JSON
