"""What the rows share that are made for every message and every turn."""

from sqlmodel import SQLModel


class Row(SQLModel):
    """Its columns are set as SQLAlchemy sets them, and not by way of Pydantic as well.

    Pydantic checks nothing of a table's rows, yet it looks up each name and keeps which were set:
    a third of the time that it takes to make a row. That a name exists is mypy's to see.
    """

    __setattr__ = object.__setattr__  # type: ignore[assignment]  # bound to the row all the same
