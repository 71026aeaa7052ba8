"""From an invitation in running text to a draft meeting with every doubt marked.

Pure: text and today's date in, values out. Knows no records, no rules, no Telegram, no network.
"""
