"""What every room stands on: mistakes, settings, languages, what is kept on disk."""
