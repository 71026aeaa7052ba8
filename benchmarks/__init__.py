"""How fast, how steady, how small: measured beside others in the same run. Not in the wheel."""
