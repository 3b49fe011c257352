"""``python -m resparse`` and the ``resparse`` command."""

from resparse.cli import main

if __name__ == "__main__":
    main()
