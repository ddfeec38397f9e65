"""A ledger, year by year."""

from interest import table

# --8<-- [start:years]
for year, amount in enumerate(table.table(1000, 3)):
    print(year, amount)
# --8<-- [end:years]

# --8<-- [start:last]
amounts = table.table(1000, 3)
print(amounts[-1])
# --8<-- [end:last]
