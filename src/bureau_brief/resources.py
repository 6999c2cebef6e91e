"""Where the words (`templates/`) and the looks (`assets/`) are.

Beside this package in an installed wheel, two folders up in a clone or an editable install.
Not for: reading them.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
ROOT = _PACKAGE if (_PACKAGE / "templates").is_dir() else _PACKAGE.parents[1]

TEMPLATES = ROOT / "templates"
ASSETS = ROOT / "assets"
FONTS = ASSETS / "fonts"
MASTER = ASSETS / "master.pptx"
THEME = ASSETS / "theme.toml"
SRGB = ASSETS / "srgb.icc"
SAMPLE = ASSETS / "sample" / "guiyang.yaml"
