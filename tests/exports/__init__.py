"""Files we make, read back by others' readers."""
