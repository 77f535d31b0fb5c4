"""Names as they stand inside a sentence or a longer name."""


def inside(name: str) -> str:
    """Return a name as it stands inside a sentence: "Road safety" as "road safety", "COVID-19" as it is."""
    return name[:1].lower() + name[1:] if name[1:].islower() else name
