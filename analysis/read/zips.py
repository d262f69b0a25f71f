"""What the standard library raises over ZIP archives that are damaged, or made to do harm."""

from __future__ import annotations

import lzma
import struct
import zlib
from zipfile import BadZipFile

FAULTS = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,  # a part that is locked, a way of packing that is not known
    ValueError,
)
