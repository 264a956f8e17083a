"""Knows the option that all tests in Python have in common."""


def pytest_addoption(parser) -> None:
    parser.addoption("--whole", action="store_true",
                     help="the long forms: both languages, all recordings, all kills, the mutant that has to be built")
