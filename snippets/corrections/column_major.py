"""Correction 13: which index holds row r, column c."""

# --8<-- [start:rectangular]
rows = 3
columns = 2
values = ["w00", "w10", "w20", "w01", "w11", "w21"]
for r in range(rows):
    for c in range(columns):
        print(r, c, values[r + c * rows], values[r + c * columns])
# --8<-- [end:rectangular]

for _r in range(rows):
    for _c in range(columns):
        assert values[_r + _c * rows] == f"w{_r}{_c}"

# --8<-- [start:square]
rows = 2
columns = 2
values = ["w00", "w10", "w01", "w11"]
for r in range(rows):
    for c in range(columns):
        print(r, c, values[r + c * rows], values[r + c * columns])
# --8<-- [end:square]

for _r in range(rows):
    for _c in range(columns):
        assert values[_r + _c * columns] == f"w{_r}{_c}"
