"""`python -m third_reader`."""

import sys

from third_reader.cli import main

sys.exit(main())
