"""The card that a shared link shows, a picture made with the site."""

from generator.publishing.cards.card import Card, card_path, cards_of
from generator.publishing.cards.drawing import HEIGHT, WIDTH, DrawnCard, draw_cards, draw_when_asked

__all__ = ["HEIGHT", "WIDTH", "Card", "DrawnCard", "card_path", "cards_of", "draw_cards", "draw_when_asked"]
