"""A list of associations that an organiser has sent, until she has decided what to do with it."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.records.columns import Facts, RowId


class RegisterImport(SQLModel, table=True):
    """One list, one row; nothing of it is in the register before she says so."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    name: str
    """What the file is called."""
    content: list[list[str]] = Field(default_factory=list, sa_type=Facts)
    """Its rows, as boxes."""
    places: dict[str, int] = Field(default_factory=dict, sa_type=Facts)
    """Which column holds what: a field's name, and the column's number from 0."""
    heading: int = 0
    """The number of the row that names the columns, from 1; 0 when there is none."""
    sheet: str = ""
    """The sheet that is read, where the file has several."""
    others: dict[str, list[list[str]]] = Field(default_factory=dict, sa_type=Facts)
    """The rows of its other sheets, by name."""
    doubts: list[dict[str, object]] | None = Field(default=None, sa_type=Facts)
    """The rows that a person must decide about; NULL while the columns are not yet agreed on."""
    decisions: dict[str, str] = Field(default_factory=dict, sa_type=Facts)
    """What was decided, by the number of the row in the list."""
    created_at: datetime
