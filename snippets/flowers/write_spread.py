"""Exercise: the average of several results, and how much they vary."""


# --8<-- [start:start]
def average_and_spread(counts):
    total = 0
    for count in counts:
        total = total + count
    average = total / len(counts)
    total = 0
    for count in counts:
        total = total + (count - average)
    return average, total / len(counts)


# --8<-- [end:start]


# --8<-- [start:wrong-no-root]
def average_and_spread(counts):
    average = sum(counts) / len(counts)
    total = 0
    for count in counts:
        total = total + (count - average) ** 2
    return average, total / len(counts)


# --8<-- [end:wrong-no-root]


# --8<-- [start:wrong-sizes]
def average_and_spread(counts):
    average = sum(counts) / len(counts)
    total = 0
    for count in counts:
        total = total + abs(count - average)
    return average, total / len(counts)


# --8<-- [end:wrong-sizes]


# --8<-- [start:wrong-largest-less-smallest]
def average_and_spread(counts):
    return sum(counts) / len(counts), max(counts) - min(counts)


# --8<-- [end:wrong-largest-less-smallest]


# --8<-- [start:wrong-total-goes-on]
def average_and_spread(counts):
    total = 0
    for count in counts:
        total = total + count
    average = total / len(counts)
    for count in counts:
        total = total + (count - average) ** 2
    return average, (total / len(counts)) ** 0.5


# --8<-- [end:wrong-total-goes-on]


# --8<-- [start:wrong-root-before-dividing]
def average_and_spread(counts):
    average = sum(counts) / len(counts)
    total = 0
    for count in counts:
        total = total + (count - average) ** 2
    return average, total**0.5 / len(counts)


# --8<-- [end:wrong-root-before-dividing]


# --8<-- [start:answer]
def average_and_spread(counts):
    total = 0
    for count in counts:
        total = total + count
    average = total / len(counts)
    total = 0
    for count in counts:
        total = total + (count - average) ** 2
    return average, (total / len(counts)) ** 0.5


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for counts in ([43, 42, 45, 44], [7], [5, 5, 5], [30, 43, 35, 12, 43], [0, 2]):
        average = sum(counts) / len(counts)
        squares = sum((count - average) ** 2 for count in counts)
        expected = round(average, 6), round((squares / len(counts)) ** 0.5, 6)
        yield f"average_and_spread({counts})", expected, 1e-5
    yield "counts = [43, 42]; average_and_spread(counts); counts", [43, 42]


# --8<-- [end:check]
