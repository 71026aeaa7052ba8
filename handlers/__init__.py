"""The conversations, one noun a file. They fetch, ask the rule and say the view."""
