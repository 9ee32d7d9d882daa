"""`python -m third_reader`."""

import os
import sys

from third_reader.cli import main

status = main()
sys.stdout.flush()
sys.stderr.flush()
# A site is millions of values: to take it apart before leaving costs as much as all of its checks.
os._exit(status)
