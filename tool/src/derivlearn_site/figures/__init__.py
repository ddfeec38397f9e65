"""The toolkit for pictures: `svg` (elements and text), `axes` (scales, curves, marks).

`gallery` finds and draws the pictures of a book, `live` knows what a reader can take
hold of, `constants` what a drawing and its script both use. No picture of a book lies
here.
"""
