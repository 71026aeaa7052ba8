"""What is left when the process dies, at any step there is."""
