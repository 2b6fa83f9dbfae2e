"""Names for the arrays that kernels take and give."""

import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
"""Flags: one byte each, 0 or 1."""
U32 = npt.NDArray[np.uint32]
"""Code points, or hashes of folded words."""
U64 = npt.NDArray[np.uint64]
"""Hashes of shingles."""
I32 = npt.NDArray[np.int32]
"""Positions of words or code points in one text; numbers of articles."""
I64 = npt.NDArray[np.int64]
"""Offsets into flat arrays; keys of pairs (a << 32 | b)."""
