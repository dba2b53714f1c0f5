"""In which language a text is written."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

UNKNOWN = "und"
_ENOUGH = 20
_SURE = 0.7
_HEAD = 1500
_WORDS = re.compile(r"[^\W\d_]+")


# Small words by which English is known without asking the model (2 ms a text).
_ENGLISH = frozenset(("the", "of", "and", "to", "that", "was", "with", "for", "which", "said", "were", "from", "has"))


# Of these, one in five words tells English where a text is too short for the model (a caption, one sentence).
_ENGLISH_ONLY = frozenset(("the", "of", "and", "that", "was", "were", "with", "which", "said", "they", "their", "he",
                           "she", "it", "its", "has", "have", "had", "been", "this", "by", "not", "from"))  # fmt: skip


def _is_short_english(text: str) -> bool:
    found = [word.lower() for word in _WORDS.findall(text[:_HEAD])]
    return bool(found) and text.isascii() and 5 * sum(word in _ENGLISH_ONLY for word in found) >= len(found)


def _reads_as_english(head: str) -> bool:
    found = [word for word in head.lower().split()[:150] if word in _ENGLISH]
    return len(found) >= 15 and len(set(found)) >= 5


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str, declared: str | None = None) -> str:
    """The language as an ISO 639-1 code; "und" where the text is too short or too mixed to tell.

    What the source declares is believed, except where a longer text is surely in another.
    """
    head = " ".join(_WORDS.findall(text[: 2 * _HEAD]))[:_HEAD]
    code = re.split(r"[-_]", declared.strip().lower())[0] if declared else ""
    code = code if re.fullmatch(r"[a-z]{2,3}", code) else ""
    if len(head) < _ENOUGH or len(head.split()) < 4:
        return code or ("en" if _is_short_english(text) else UNKNOWN)
    if _reads_as_english(head):
        return "en"
    found, share = _identifier().classify(head)
    if share >= _SURE:
        return str(found)
    return code or ("en" if found == "en" or _is_short_english(text) else UNKNOWN)
