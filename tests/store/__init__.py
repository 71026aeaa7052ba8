"""Tests of the rows on disk."""
