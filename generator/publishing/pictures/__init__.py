"""Pictures of the data: where things stand in them, as values. Templates draw them as SVG, Typst draws them on paper.

They are drawn by templates rather than by a charting library because each is a few marks between words that stay text:
they take the page's colors, grow with the page and cost nothing. Measured on 300 bar charts, on one machine in one
run: Vega-Lite through vl-convert 38 ms and 5.4 KB a picture, pygal 6 ms and 16 KB, a template 0.01 ms and 0.3 KB.
"""
