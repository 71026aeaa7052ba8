"""The commands of `samklang`, one a file, each with a `command` that Typer can show."""
