"""``python -m tests.eval.linked``: scores an extraction on who, what and how many in annotated articles."""

import sys

from tests.eval.linked.running import main

if __name__ == "__main__":
    sys.exit(main())
