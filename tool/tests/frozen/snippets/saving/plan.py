"""A plan for saving, and how far it is from its goals."""

# --8<-- [start:plan]
deposits = [[10, 20, 30, 40], [20, 20, 20, 20], [5, 5, 5, 45]]

for year in range(3):
    total = 0
    for deposit in deposits[year]:
        total = total + deposit
    print(f"year {year}: {total}")
# --8<-- [end:plan]


# --8<-- [start:cost]
def cost(saved, goals):
    total = 0
    for i in range(3):
        total = total + (saved[i] - goals[i]) ** 2 / 2
    return total


saved = [0.7, 0.75, 0.6]
goals = [1, 0.5, 0.5]
print(f"{cost(saved, goals):.5f}")
# --8<-- [end:cost]

# --8<-- [start:nudge]
d = 0.000001
for i in range(3):
    moved = list(saved)
    moved[i] = moved[i] + d
    slope = (cost(moved, goals) - cost(saved, goals)) / d
    print(f"year {i}: {slope:.2f}")
# --8<-- [end:nudge]

# --8<-- [start:slopes]
print([round(saved[i] - goals[i], 2) for i in range(3)])
# --8<-- [end:slopes]
