"""Language: what a word is, which words are forms of one or say nothing, what a word means, how a name is written.

It knows nothing of practices, so that every room may use it. One rule for each thing: whoever needs a word folded, a
stem, a slug or a rarity takes it from here.
"""
