"""The words of a spreadsheet's first sheet, boxes parted by tabs.

Knows the format. Must not know what the words say.
"""

from __future__ import annotations

import csv
import io
import warnings

from openpyxl import load_workbook

from bot.invitation.file_office import checked

MOST_ROWS, MOST_COLUMNS = 20_000, 60


def xlsx(content: bytes) -> str:
    """Take the words of the sheet that was open when it was saved; formulas give their results."""
    checked(content)
    with warnings.catch_warnings():
        # It complains of what it leaves out, such as a look it does not know.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        whole = io.StringIO(newline="")
        writer = csv.writer(whole, dialect="excel-tab", lineterminator="\n")
        sheet = book.active or book.worksheets[0]
        for row in sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True):
            writer.writerow(["" if box is None else str(box) for box in row])
    return whole.getvalue()
