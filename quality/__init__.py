"""The accuracy gate: suites that measure, floors that hold.

A suite is a function without arguments that returns its measures by name (0 to 100).
It leaves out what it cannot measure because its data is not here. `rashomon eval`
runs them all, prints gains and losses against `floors.json`, and fails below a floor.
"""
