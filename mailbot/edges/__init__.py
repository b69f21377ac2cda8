"""Effects: the libraries that reach the world, and their errors and types, stop here."""
