"""`python -m third_reader`."""

import gc
import os
import sys

COLLECT_AFTER = 2_000_000
"""Objects made before the collector looks again: code and site are values that all stay alive."""
gc.set_threshold(COLLECT_AFTER)

from third_reader.cli import main  # noqa: E402  loading makes many of them

status = main()
sys.stdout.flush()
sys.stderr.flush()
# A site is millions of values: to take it apart before leaving costs as much as all of its checks.
os._exit(status)
