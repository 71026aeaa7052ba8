"""Stories about people in a town: what they tap, write and see."""
