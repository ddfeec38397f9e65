"""What several pictures share: the numbers of the book's network, how it is drawn."""
