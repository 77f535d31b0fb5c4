"""Peerbook turns write-ups of what certified cities did into a linked site and open data."""

__version__ = "0.1.0"
