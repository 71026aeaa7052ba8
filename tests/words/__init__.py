"""Words: the catalogues, Swedish days, and what every view makes of a hostile name."""
