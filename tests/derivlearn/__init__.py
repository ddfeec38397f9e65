"""The mathematics: every formula against a measured slope and a published value."""
