"""The register: associations, authorities and groups that people in the network come from."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import Facts, RowId


class Organisation(SQLModel, table=True):
    """One entry of the register; `key` is the name folded, so that spellings meet."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    name: str
    key: str = Field(unique=True)
    kind: str = Field(default="", index=True)
    """One of the network's own kinds."""
    municipality: str = Field(default="", index=True)
    languages: list[str] = Field(default_factory=list, sa_type=Facts)
    """Languages, named in themselves, that those who come may want to be spoken to in."""
    contact: str = ""
    phone: str = ""
    email: str = ""
    """How the association itself is reached."""
    added_by: int | None = Field(default=None, sa_type=RowId)
    """The person who added it in conversation; NULL when the organiser did."""
    created_at: datetime


class Alias(SQLModel, table=True):
    """Another name that an association is known by; `key` is folded like the association's own."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    organisation_id: int = Field(foreign_key="organisation.id", index=True, sa_type=RowId)
    name: str
    key: str = Field(unique=True)


class Membership(SQLModel, table=True):
    """A person belongs to this association too, beside the one she first said she came from."""

    __table_args__ = (UniqueConstraint("person_id", "organisation_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    organisation_id: int = Field(foreign_key="organisation.id", index=True, sa_type=RowId)
    created_at: datetime
