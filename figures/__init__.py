"""The pictures of the book: a folder each, with its drawing and, if it is live, script.

What both of them use is written once, in `constants.json` beside them.

`shared` holds what several of them stand on. No picture stands on another one.
"""
