"""Private servers on loopback that the tests of the edges run against: the real ones where they exist."""
