"""`samklang bench`. What measures lies in `benchmarks/`, in the repository only."""

import importlib
from typing import Annotated

import typer

from bot.words.texts import FIRST, Texts
from bot.words.views import commands as views

_texts = Texts(FIRST)


def command(
    quick: Annotated[bool, typer.Option("--quick", help=views.quick(_texts))] = False,
    part: Annotated[list[str] | None, typer.Option("--part", help=views.part(_texts))] = None,
) -> None:
    """Measure, and show the tables."""
    try:
        report = importlib.import_module("benchmarks.report")
    except ModuleNotFoundError:
        # They are in the repository but not in the package that is installed.
        typer.echo(views.no_benchmarks(_texts))
        raise typer.Exit(1) from None
    if unknown := set(part or ()) - set(report.PARTS):
        typer.echo(views.no_such_part(_texts, min(unknown), list(report.PARTS)))
        raise typer.Exit(2)
    report.write(report.QUICK if quick else report.WHOLE, typer.echo, part or ())
