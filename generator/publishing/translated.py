"""What a page tells of its translation."""

from dataclasses import dataclass

from generator.model import Library, Practice, Review, Untranslated, Worded, texts_with_words


@dataclass(frozen=True, slots=True)
class TranslationState:
    """How far a write-up is translated, and who has gone over it."""

    written_in: str
    """Code of the language that it was written in: "en"."""
    review: Review | None
    is_partial: bool
    """Whether some of it stays in the language that it was written in."""
    is_outdated: bool
    """Whether some of that was translated once and has changed since."""


def translation_of(library: Library, practice: Practice) -> TranslationState | None:
    """Return the state of a write-up's translation; None where it is shown as it was written."""
    texts = [text for _, text in texts_with_words(practice)]
    said = [text for text in texts if isinstance(text, Worded)]
    left = [text for text in texts if isinstance(text, Untranslated)]
    if not said and not left:
        return None
    return TranslationState(
        practice.language, library.reviews.get(practice.id), bool(left), any(text.is_outdated for text in left)
    )
