"""A picture file made harmless: read, bounded, set on white, written again as a plain PNG.

In: the path of a PNG or JPEG file, and the field that names it. Out: a brief.Picture, or
Problems. Only pixels go on into the outputs: no metadata, profile, second frame or whatever else
a file may carry, and never more of them than a logo needs.
Not for: where it stands (the plans), or whether the file may be read at all (`reading`).
"""

import io
import warnings
from pathlib import Path
from typing import Any

from bureau_brief.brief import Picture
from bureau_brief.problems import Place, Problems, problem

FORMATS = ("PNG", "JPEG")
MOST_MEGAPIXELS, MOST_MEGABYTES = 20, 20
MOST_SIDE = 20_000  # pixels: a decoder keeps a pointer for each row
MOST_SCANS = 500  # of a JPEG file, which has ten at most; each is as long as the picture to read
MOST_PIXELS = 1_200  # of the longer side: 600 to the inch at the largest size of a logo
WHITE = (255, 255, 255)
_SCAN = b"\xff\xda"


def picture(path: Path, where: Place) -> Picture:
    """The picture in `path`. Raises Problems."""
    content = _read(path, where)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what matters is said below
        image = _opened(content, where)
        _small_enough(image, content, where)
        try:
            plain = _on_white(image)
        except Exception as error:
            raise Problems([problem("BB521", where, reason=_reason(error))]) from None
    out = io.BytesIO()
    plain.save(out, "PNG", optimize=False, compress_level=9)
    return Picture(out.getvalue(), plain.width, plain.height)


def _read(path: Path, where: Place) -> bytes:
    """The bytes of a file that is not too large."""
    most = MOST_MEGABYTES * 1_000_000
    try:
        with path.open("rb") as stream:
            content = stream.read(most + 1)
    except OSError as error:
        raise Problems([problem("BB521", where, reason=error.strerror or "no file")]) from None
    if len(content) > most:
        raise Problems([problem("BB522", where, limit=f"{MOST_MEGABYTES} MB", found="more")])
    return content


def _opened(content: bytes, where: Place) -> Any:
    """The picture with only its head read."""
    from PIL import Image  # only where there is a picture

    try:
        return Image.open(io.BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError:
        raise Problems([_too_large(where, "many times more")]) from None
    except Exception as error:
        raise Problems([problem("BB521", where, reason=_reason(error))]) from None


def _small_enough(image: Any, content: bytes, where: Place) -> None:
    pixels = image.width * image.height
    if pixels > MOST_MEGAPIXELS * 1_000_000:
        raise Problems([_too_large(where, f"{pixels / 1_000_000:.0f} million")])
    if max(image.size) > MOST_SIDE:
        limit, found = f"{MOST_SIDE:,} pixels a side", f"{max(image.size):,}"
        raise Problems([problem("BB522", where, limit=limit, found=found)])
    if image.format == "JPEG" and content.count(_SCAN) > MOST_SCANS:
        limit, found = f"{MOST_SCANS} scans", f"{content.count(_SCAN):,}"
        raise Problems([problem("BB522", where, limit=limit, found=found)])


def _too_large(where: Place, found: str) -> Any:
    return problem("BB522", where, limit=f"{MOST_MEGAPIXELS} million pixels", found=found)


def _on_white(image: Any) -> Any:
    """Its pixels, the right way up, no larger than needed, on white where it is transparent."""
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(image).convert("RGBA")
    upright.thumbnail((MOST_PIXELS, MOST_PIXELS), Image.Resampling.LANCZOS)
    ground = Image.new("RGBA", upright.size, (*WHITE, 255))
    return Image.alpha_composite(ground, upright).convert("RGB")


def _reason(error: Exception) -> str:
    """Why it cannot be read, without the path that the decoder names."""
    kind = type(error).__name__
    if kind == "UnidentifiedImageError":
        return "neither PNG nor JPEG"
    return (
        "a damaged file" if isinstance(error, OSError | SyntaxError) else f"a damaged file ({kind})"
    )
