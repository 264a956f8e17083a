"""Knows days that are always still to come: an ordinary one, and the two nights on which the clocks are changed."""

from datetime import date, timedelta

MARCH, OCTOBER = 3, 10
DAYS_AHEAD = 30


def _last_sunday(month: int) -> date:
    """Far enough ahead to be no other meeting's day."""
    least = date.today() + timedelta(days=DAYS_AHEAD)
    for year in (least.year, least.year + 1):
        day = date(year, month, 31)
        day -= timedelta(days=(day.weekday() + 1) % 7)
        if day >= least:
            return day
    raise AssertionError(f"no month {month} after {least}")


def clocks_forward() -> date:
    """The next Sunday on which Britain has no half past one at night."""
    return _last_sunday(MARCH)


def clocks_back() -> date:
    """The next Sunday on which Britain has half past one at night twice."""
    return _last_sunday(OCTOBER)


def ordinary() -> date:
    """A day on which nothing happens to clocks: the Thursday before they go forward."""
    return clocks_forward() - timedelta(days=3)
