"""Exercise: how many years until an amount is reached."""


# --8<-- [start:start]
def years_until(amount, goal):
    return 0


# --8<-- [end:start]


# --8<-- [start:wrong-one-more]
def years_until(amount, goal):
    years = 0
    while amount <= goal:
        amount = amount * 1.25
        years = years + 1
    return years


# --8<-- [end:wrong-one-more]


# --8<-- [start:wrong-simple]
def years_until(amount, goal):
    years = 0
    start = amount
    while amount < goal:
        amount = amount + 0.25 * start
        years = years + 1
    return years


# --8<-- [end:wrong-simple]


# --8<-- [start:answer]
def years_until(amount, goal):
    years = 0
    while amount < goal:
        amount = amount * 1.25
        years = years + 1
    return years


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    yield "years_until(1000, 1000)", 0
    yield "years_until(1000, 1250)", 1
    yield "years_until(1000, 2000)", 4


# --8<-- [end:check]

# --8<-- [start:use]
print(years_until(1000, 2000))
# --8<-- [end:use]
