"""The reader of invitations and its own corpus."""
