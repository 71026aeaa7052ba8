"""When a daily chore was last done."""

from datetime import date

from sqlmodel import Field, SQLModel


class Chore(SQLModel, table=True):
    """One row per kind of chore; a chore is done at most once a day."""

    name: str = Field(primary_key=True)
    done_on: date
