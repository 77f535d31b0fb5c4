"""Take the kerning with spaces out of the fonts of the printed guides: `.venv/bin/python vendor/fonts.py`.

Public Sans kerns a space with the letters before and after it, mostly by a hundredth of the size and less. What
breaks lines must then shape the text anew at each word at which a line might end, and with Typst that is a third of the
time that a guide takes. Run it after a font was replaced; run again, it changes nothing.
"""

from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "generator" / "publishing" / "guides" / "fonts"
SPACES = "\N{SPACE}\N{NO-BREAK SPACE}"


def without_space_kerning(font: TTFont) -> int:
    """Drop the pairs of glyphs of which one is a space, and return how many there were."""
    spaces = {font.getBestCmap()[ord(space)] for space in SPACES}
    dropped = 0
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            if table.LookupType != 2 or table.Format != 1:  # pairs of glyphs; pairs of classes have no space in them
                continue
            kept = []
            for first, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True):
                others = [one for one in pairs.PairValueRecord if spaces.isdisjoint((first, one.SecondGlyph))]
                dropped += len(pairs.PairValueRecord) - len(others)
                pairs.PairValueRecord, pairs.PairValueCount = others, len(others)
                if others:
                    kept.append((first, pairs))
            table.Coverage.glyphs, table.PairSet = [first for first, _ in kept], [pairs for _, pairs in kept]
            table.PairSetCount = len(kept)
    return dropped


if __name__ == "__main__":
    for path in sorted(FONTS.glob("*.ttf")):
        with TTFont(path, recalcTimestamp=False, recalcBBoxes=False) as font:
            if without_space_kerning(font):
                font.save(path)
