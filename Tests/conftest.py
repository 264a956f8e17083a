"""Knows what all tests in Python have in common: the option for long forms, and that the longest begin first."""


def pytest_addoption(parser) -> None:
    parser.addoption("--whole", action="store_true",
                     help="the long forms: both languages, all recordings, all kills, the mutant that has to be built")


def pytest_configure(config) -> None:
    config.addinivalue_line("markers", "long: takes long, mostly by waiting, so it begins while there is other work")


def pytest_collection_modifyitems(items: list) -> None:
    """Two workers begin with a half each, so the long ones stand at the beginnings of both."""
    long = [item for item in items if item.get_closest_marker("long")]
    rest = [item for item in items if item not in long]
    middle = len(items) // 2 - len(long[::2])
    items[:] = [*long[::2], *rest[:middle], *long[1::2], *rest[middle:]]
