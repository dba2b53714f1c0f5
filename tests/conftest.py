"""What all tests share."""

import os

# One BLAS thread a process: tests run side by side.
os.environ.setdefault("OMP_NUM_THREADS", "1")
