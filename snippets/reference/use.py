"""Two ways to import what the reference lists."""

# --8<-- [start:use]
import derivlearn
from derivlearn.loops import weight_slopes

print(weight_slopes([1.0, -2.0], [10.0, 100.0]))
print(derivlearn.numeric.central_difference(abs, 2.0))
# --8<-- [end:use]
