"""A logo is printed, and no picture file can do harm: it is made anew or refused with a reason."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from bureau_brief.building import build
from bureau_brief.files import write_all
from bureau_brief.pictures import MOST_PIXELS, picture
from bureau_brief.problems import Place, Problem, Problems
from bureau_brief.reviewing import review

DATA = Path(__file__).parent / "data"
WHERE = Place("logo.file", "data.yaml", 3, 9)


def png(
    width: int = 90, height: int = 30, mode: str = "RGBA", colour: object = (0, 0, 0, 0)
) -> bytes:
    return saved(Image.new(mode, (width, height), colour), "PNG")  # type: ignore[arg-type]


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content)) + name + content
        + struct.pack(">I", zlib.crc32(name + content))
    )  # fmt: skip


def bomb(width: int, height: int) -> bytes:
    """A PNG of some hundred bytes that says it is huge."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )  # fmt: skip


def refused(folder: Path, content: bytes, name: str = "logo.png") -> Problem:
    path = folder / name
    path.write_bytes(content)
    with pytest.raises(Problems) as caught:
        picture(path, WHERE)
    (found,) = caught.value.problems
    assert found.where == WHERE
    assert str(folder) not in str(found)
    return found


def lossy(mode: str = "RGB") -> bytes:
    return saved(Image.effect_noise((200, 100), 80).convert(mode), "JPEG")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "BB521"),
        (b"%PDF-1.7", "BB521"),
        (b"\x89PNG\r\n\x1a\n", "BB521"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "BB521"),
        (saved(Image.new("RGB", (9, 9)), "GIF"), "BB521"),
        (saved(Image.new("RGB", (9, 9)), "TIFF"), "BB521"),
        (png()[:-30], "BB521"),
        (lossy()[:-600], "BB521"),
        (png().replace(b"IDAT", b"IDAQ"), "BB521"),
        (bomb(5_000, 5_000), "BB522"),
        (bomb(100_000, 100_000), "BB522"),
        (bomb(2**31 - 1, 2**31 - 1), "BB522"),
        (bomb(4_000, 4_000), "BB521"),
        (bomb(1, 19_000_000), "BB522"),
        (b"".join((lossy()[:-2], b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" * 600)), "BB522"),
    ],
    ids=range(15),
)
def test_what_is_no_whole_picture_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    assert refused(tmp_path, content).code == code


def test_a_file_of_many_megabytes_is_not_even_opened(tmp_path: Path) -> None:
    assert refused(tmp_path, bytes(20_000_001)).code == "BB522"


@pytest.mark.parametrize("make", [
    lambda: png(), lambda: png(mode="L", colour=9), lambda: png(mode="P", colour=3),
    lambda: png(mode="I;16", colour=9), lambda: png(mode="1", colour=1),
    lambda: lossy(), lambda: lossy("CMYK"), lambda: lossy("L"),
])  # fmt: skip
def test_every_kind_of_pixel_becomes_red_green_and_blue(
    tmp_path: Path, make: Callable[[], bytes]
) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(make())
    found = picture(path, WHERE)
    with Image.open(io.BytesIO(found.content)) as made:
        assert (made.format, made.mode, made.size) == ("PNG", "RGB", (found.width, found.height))
    assert picture(path, WHERE) == found


def test_what_is_transparent_stands_on_white(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    with Image.open(io.BytesIO(picture(tmp_path / "logo.png", WHERE).content)) as made:
        assert made.getcolors() == [(90 * 30, (255, 255, 255))]


def test_nothing_but_pixels_goes_on(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "a secret place"
    exif[0x0112] = 6  # turned by 90 degrees
    image = Image.new("RGB", (2400, 800), (18, 67, 109))
    (tmp_path / "logo.jpg").write_bytes(saved(image, "JPEG", exif=exif, comment=b"a secret name"))
    found = picture(tmp_path / "logo.jpg", WHERE)
    assert b"secret" not in found.content
    assert (found.width, found.height) == (MOST_PIXELS // 3, MOST_PIXELS)


def data_file(folder: Path, logo: str) -> Path:
    text = (DATA / "mixed.yaml").read_text(encoding="utf-8")
    path = folder / "data.yaml"
    path.write_text(text.replace("\nperiod:", f"\nlogo: {logo}\nperiod:"), encoding="utf-8")
    return path


def test_the_page_carries_the_logo_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(600, 100, "RGB", (18, 67, 109)))
    path = data_file(tmp_path, "{file: logo.png, alt: {en: The emblem of Riverside}}")
    content = build(path, outputs=["pdf"]).files["data-en.pdf"]
    assert content == build(path, outputs=["pdf"]).files["data-en.pdf"]
    with pikepdf.open(io.BytesIO(content)) as document:
        (image,) = document.pages[0].Resources.XObject.values()
        assert (image.Width, image.Height, str(image.ColorSpace)) == (600, 100, "/DeviceRGB")
        assert "/SMask" not in image
        told = [str(o["/Alt"]) for o in document.objects if isinstance(o, pikepdf.Dictionary)
                and o.get("/S") == "/Figure"]  # fmt: skip
    assert told[0] == "The emblem of Riverside"


def test_files_with_a_logo_are_read_back(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(600, 100, "RGB", (18, 67, 109)))
    path = data_file(tmp_path, "{file: logo.png, alt: {en: The emblem of Riverside}}")
    pdf, pptx = (put.path for put in write_all(tmp_path / "out", build(path).files))
    assert review(pdf, pptx).problems == ()


def test_a_logo_that_cannot_be_read_stops_the_run_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(bomb(100_000, 100_000))
    path = data_file(tmp_path, "{file: logo.png, alt: {en: The emblem of Riverside}}")
    with pytest.raises(Problems) as caught:
        build(path, outputs=["pdf"])
    (found,) = caught.value.problems
    line = (
        path.read_text(encoding="utf-8")
        .splitlines()
        .index("logo: {file: logo.png, alt: {en: The emblem of Riverside}}")
    )
    assert (found.code, found.where.path, found.where.line) == ("BB522", "logo.file", line + 1)


@pytest.mark.parametrize(
    ("logo", "code"),
    [
        ("{file: ../logo.png, alt: {en: x}}", "BB007"),
        ("{file: /etc/logo.png, alt: {en: x}}", "BB007"),
        ("{file: gone.png, alt: {en: x}}", "BB060"),
        ("{file: logo.svg, alt: {en: x}}", "BB007"),
        ("{file: logo.png}", "BB002"),
        ("{file: logo.png, alt: {zh: x}}", "BB056"),
    ],
)
def test_a_logo_lies_beside_the_data_and_says_what_it_shows(
    tmp_path: Path, logo: str, code: str
) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    with pytest.raises(Problems) as caught:
        build(data_file(tmp_path, logo), outputs=["pdf"])
    assert code in [problem.code for problem in caught.value.problems]
