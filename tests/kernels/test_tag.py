"""What HTML is made of, against the methods of bytes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from samecopy.kernels.tag import BEYOND, after_raw, next_less


@given(st.lists(st.sampled_from([b"<", b"a" * 63, b"b" * 64, b"cd"]), max_size=8), st.integers(0, 300))
def test_the_next_sign_is_the_first_from_a_place_on(parts: list[bytes], at: int) -> None:
    """Whether it stands in the first stretch, on an edge or nowhere."""
    data = b"".join(parts)
    at = min(at, len(data))
    found = next_less(np.frombuffer(data + bytes(BEYOND), np.uint8), at, len(data))
    assert found == (data.find(b"<", at) if b"<" in data[at:] else len(data))


@given(st.lists(st.sampled_from([b"<", b"</", b"</p>", b"x" * 70, b"</scripts>"]), max_size=8))
def test_raw_text_ends_with_its_own_end_tag(parts: list[bytes]) -> None:
    """No other end tag and no other sign ends it; without one it goes on to the page's end."""
    inside = b"".join(parts)
    for end in (b"</script>", b"</SCRIPT >", b""):
        data = b"script>" + inside + end
        found = after_raw(np.frombuffer(data + bytes(BEYOND), np.uint8), 7, len(data), 0, 6)
        assert found == 7 + len(inside)
