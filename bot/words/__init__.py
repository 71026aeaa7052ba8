"""Everything a person reads: texts, Swedish dates and the views that join them."""
