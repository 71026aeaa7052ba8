"""The tests read as stories about people."""
