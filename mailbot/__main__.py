"""``python -m mailbot`` is ``mailbot``."""

from mailbot.cli import main

if __name__ == "__main__":  # the reading process of ``edges.fence`` imports this module again
    main()
