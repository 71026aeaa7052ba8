"""Decisions over records: pure, of facts and the hour. No database, chat or language."""
