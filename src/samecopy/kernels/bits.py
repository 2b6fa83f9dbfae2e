"""Many bytes of text in one step: what a processor can do and numba has no word for.

`runs` and `spell` build on these. They read memory without asking whether it is theirs: the caller leaves
`LANES` bytes of room behind the last that it means.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from llvmlite import ir
from numba.core import types
from numba.extending import intrinsic

from samecopy.kernels.types import U8

LANES = 64
"""Bytes that `classes` looks at."""

Code = tuple[Any, Callable[..., Any]]
"""What numba asks of those who write instructions: the signature, and the function that writes them."""

_BYTE = ir.IntType(8)
_WORD = ir.IntType(64)
_BYTES = ir.VectorType(_BYTE, LANES)
_MASKS: Any = types.UniTuple


def _read(context: Any, builder: Any, array: Any, given: tuple[Any, ...], shape: Any) -> Any:
    """Loads what stands from `array[at]` on, wherever that lies."""
    data = context.make_array(array)(context, builder, given[0]).data
    place = builder.bitcast(builder.gep(data, [given[1]]), shape.as_pointer())
    return builder.load(place, align=1)


def _first_bit(_context: Any, bits: Any) -> Code:
    def write(_context: Any, builder: Any, _signature: Any, given: tuple[Any, ...]) -> Any:
        return builder.cttz(given[0], ir.Constant(ir.IntType(1), 1))

    return types.int64(types.uint64), write


def _chunk(_context: Any, data: Any, at: Any) -> Code:
    def write(context: Any, builder: Any, _signature: Any, given: tuple[Any, ...]) -> Any:
        return _read(context, builder, data, given, _WORD)

    return types.uint64(data, types.int64), write


def _classes(_context: Any, data: Any, at: Any) -> Code:
    def write(context: Any, builder: Any, signature: Any, given: tuple[Any, ...]) -> Any:
        read = _read(context, builder, data, given, _BYTES)

        def all_of(value: int) -> Any:
            return ir.Constant(_BYTES, [value] * LANES)

        def within(value: Any, low: str, count: int) -> Any:
            return builder.icmp_unsigned("<", builder.sub(value, all_of(ord(low))), all_of(count))

        def equal(code: int, *others: int) -> Any:
            found = builder.icmp_unsigned("==", read, all_of(code))
            return builder.or_(found, equal(*others)) if others else found

        found = (
            within(builder.or_(read, all_of(0x20)), "a", 26),
            within(read, "0", 10),
            builder.icmp_signed("<", read, all_of(0)),
            equal(ord("'")),
            equal(ord("."), ord(",")),
            equal(ord('"'), ord("\n")),
            equal(0xE2),
            equal(0x80),
            builder.or_(equal(0x99), builder.or_(within(read, "\x8b", 5), within(read, "\xaa", 5))),
        )
        masks = [builder.bitcast(flags, _WORD) for flags in found]
        return context.make_tuple(builder, signature.return_type, masks)

    return _MASKS(types.uint64, 9)(data, types.int64), write


def _native(write: Callable[..., Code]) -> Any:
    return intrinsic(write)


first_bit: Callable[[np.uint64], int] = _native(_first_bit)
"""The place of the lowest 1 in a number that is not 0. For kernels only, as all of these."""

chunk: Callable[[U8, int], np.uint64] = _native(_chunk)
"""The eight bytes from `data[at]` on as one number, the first lowest."""

classes: Callable[[U8, int], tuple[np.uint64, ...]] = _native(_classes)
"""Which of the 64 bytes from `data[at]` on are what: nine numbers, the first byte the lowest bit.

ASCII letters; ASCII digits; bytes beyond ASCII; straight apostrophes; points and commas; newlines and
straight quotation marks; the three bytes of U+2000 to U+203F, a number each: the first, the second, and
such a third one as belongs to a character that may stand within a word.
"""
