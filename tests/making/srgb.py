"""Makes `assets/srgb.icc`: the sRGB profile that says what the page's colours mean.

In: the profile that Pillow's LittleCMS builds. Out: the same without its clock and its
identity, which would change on every run; 588 bytes.
Not for: the installed program, which only embeds the file.

Run from the top folder: `python -m tests.making.srgb`
"""

from pathlib import Path

from PIL import ImageCms

SRGB = Path(__file__).resolve().parents[2] / "assets" / "srgb.icc"

_DATE, _IDENTITY = slice(24, 36), slice(84, 100)  # fields of the header (ICC.1:2010, 7.2)
_FIRST_OF_2000 = b"".join(part.to_bytes(2, "big") for part in (2000, 1, 1, 0, 0, 0))


def profile() -> bytes:
    """The profile, the same bytes on every run."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_DATE] = _FIRST_OF_2000
    made[_IDENTITY] = bytes(16)
    return bytes(made)


if __name__ == "__main__":
    SRGB.write_bytes(profile())
