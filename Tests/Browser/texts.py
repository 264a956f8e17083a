"""Knows the texts of the pages in both languages, so that a test names a key and never a sentence."""

import json

from .server import ROOT

LOCALES = ROOT / "Web" / "locales"
LANGUAGES = ("en", "cy")
WELSH_FORMS = {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}


def called(n: int) -> tuple[str, dict]:
    """The group of that number in a sentence."""
    return "common.group", {"n": n}


class Texts:
    """The catalogue of one language. Called with a key it gives the text, with its parameters filled in."""

    def __init__(self, language: str):
        self.language = language
        self.catalogue: dict = {}
        for file in LOCALES.glob(f"{language}*.json"):
            self.catalogue.update(json.loads(file.read_text()))

    def __call__(self, key: str, **params) -> str:
        text = self.catalogue[key]
        if isinstance(text, dict):
            count = params["count"]
            form = WELSH_FORMS.get(count, "other") if self.language == "cy" else "one" if count == 1 else "other"
            text = text["zero"] if count == 0 and "zero" in text else text.get(form, text["other"])
        for name, value in params.items():
            value = self(value[0], **value[1]) if isinstance(value, tuple) else value
            text = text.replace("{" + name + "}", str(value))
        return text
