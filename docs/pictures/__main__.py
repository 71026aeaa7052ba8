"""Takes all the pictures anew; run by `make pictures`."""

from __future__ import annotations

from docs.pictures import desk, meeting


def main() -> None:
    """Take the pictures of the meeting, and then those of the organiser's desk."""
    meeting.take_all()
    desk.take_all()


if __name__ == "__main__":
    main()
