"""Names and numbers as they stand inside a sentence."""


def inside(name: str) -> str:
    """Return a name as it stands inside a sentence: "Road safety" as "road safety", "COVID-19" as it is."""
    return name[:1].lower() + name[1:] if name[1:].islower() else name


def listed(names: list[str]) -> str:
    """Return names as an English list, "a, b and c"; without the "and" where a name has one itself."""
    if any(" and " in name for name in names):
        return ", ".join(names)
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def people(count: int) -> str:
    """Return a number of people as it is said: "8,500", "147,000", "1.3 million"."""
    if count >= 999_500:
        tenths = (count + 50_000) // 100_000
        return f"{tenths / 10:.1f} million".replace(".0 ", " ")
    step = 1_000 if count >= 10_000 else 100
    return f"{(count + step // 2) // step * step:,}"
