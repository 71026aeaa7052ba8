"""Where the house meets the world: the library, timers, the web. Decides nothing."""
