"""Pictures made with the site: the card that a shared link shows."""

from generator.publishing.pictures.card import Card, card_path, cards_of
from generator.publishing.pictures.drawing import HEIGHT, WIDTH, DrawnCard, draw_cards, draw_when_asked

__all__ = ["HEIGHT", "WIDTH", "Card", "DrawnCard", "card_path", "cards_of", "draw_cards", "draw_when_asked"]
