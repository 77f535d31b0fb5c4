"""Benchmarks: what a library of a given size costs to read, link and publish."""
