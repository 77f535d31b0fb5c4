"""Tests of the printed guides."""
