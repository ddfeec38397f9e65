"""The first block of the book."""

# --8<-- [start:year]
amount = 1000
print(amount * 1.25)
# --8<-- [end:year]
