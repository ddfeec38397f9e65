"""Correction 10: names that are used but never set."""

# --8<-- [start:names]
set_names = ["output0", "acivate_output0", "cost"]
used_names = ["output0", "output", "activate_output0", "activate_output"]

for name in used_names:
    if name not in set_names:
        print(name)
# --8<-- [end:names]

_article = """
my $output0 = $weigth0_0 * $input0 + $weigth01 * $input1 + $biase0;
my $acivate_output0 = activate($output0);
my $cost = cost($activate_output0, $other_args);
my $acivate_grad_for_output = activate_derivative($output);
my $cost_grad_for_activate_output = cost_derivative($activate_output, $other_args);
"""
for _name in set_names:
    assert f"my ${_name} =" in _article
for _name in used_names:
    assert f"(${_name}" in _article
