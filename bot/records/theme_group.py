"""Standing groups across sectors, and the associations in them."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from bot.records.columns import RowId


class ThemeGroup(SQLModel, table=True):
    """A standing group; `key` is the name folded, so that spellings meet."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    name: str
    key: str = Field(unique=True)
    created_at: datetime
    ended_at: datetime | None = None
    """Since when nobody is asked to it; its associations stay, for those who were invited by it."""


class ThemeMember(SQLModel, table=True):
    """An association in a theme group."""

    __table_args__ = (UniqueConstraint("theme_group_id", "organisation_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    theme_group_id: int = Field(foreign_key="themegroup.id", index=True, sa_type=RowId)
    organisation_id: int = Field(foreign_key="organisation.id", index=True, sa_type=RowId)
