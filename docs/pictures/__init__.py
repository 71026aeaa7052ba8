"""Takes every picture in the documents: the real bot, played by the people of its story."""
