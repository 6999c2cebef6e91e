"""The yardstick: what a colleague would write in an afternoon for this one briefing.

In: a JSON file of plain strings (`content.json` beside this file) and a folder. Out: a page and
a deck of the same content as the sample's, through the plain interfaces of ReportLab and
python-pptx, with two native charts, a table and notes. It checks nothing and fits nothing.
"""

import argparse
import json
from pathlib import Path
from typing import Any


def page(content: dict[str, Any], fonts: Path, target: Any) -> None:
    """One A4 page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for weight in ("Regular", "SemiBold", "Bold"):
        pdfmetrics.registerFont(TTFont(weight, str(fonts / f"BureauSans-{weight}.ttf")))
    canvas = Canvas(target, pagesize=A4)
    width, height = A4

    def write(text: str, x: float, y: float, font: str, size: float, room: float) -> float:
        canvas.setFont(font, size)
        for line in simpleSplit(text, font, size, room):
            canvas.drawString(x, height - y, line)
            y += size * 1.25
        return y

    canvas.setFillColorRGB(0.07, 0.26, 0.43)
    canvas.rect(42, height - 40, width - 84, 4, stroke=0, fill=1)
    write(content["organisation"], 42, 56, "SemiBold", 10, 300)
    y = write(content["headline"], 42, 86, "Bold", 22, width - 84)
    y = write(content["context"], 42, y, "Regular", 11, 496) + 12
    for area in content["areas"]:
        write(area["name"], 42, y + 10, "SemiBold", 10, 98)
        below = write(area["number"], 154, y + 26, "Bold", 26, 188)
        below = write(area["sentence"], 154, below - 12, "SemiBold", 11, 188)
        right = y + 18
        for line in area["evidence"]:
            right = write(line, 360, right, "Regular", 10, 193)
        y = max(below, right) + 6
        canvas.line(42, height - y, width - 42, height - y)
    for text, x in zip(content["footer"], (42, 262, 415), strict=True):
        write(text, x, 760, "Regular", 9, 140)
    canvas.save()


def deck(content: dict[str, Any], target: Any) -> None:
    """One slide for each area, between a cover, an overview and a closing slide."""
    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Inches, Pt

    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)

    def slide(title: str, notes: str) -> Any:
        made = presentation.slides.add_slide(presentation.slide_layouts[5])
        made.shapes.title.text = title
        made.notes_slide.notes_text_frame.text = notes
        bar(made, 0.6, 0.36, 12.133, 0.08)
        bar(made, 0.6, 6.84, 12.133, 0.01)
        box(made, content["source"], 0.6, 6.94, 12)
        box(made, str(len(presentation.slides)), 11.9, 6.94, 12)
        return made

    def bar(made: Any, x: float, y: float, w: float, h: float) -> None:
        place = (Inches(x), Inches(y), Inches(w), Inches(h))
        shape = made.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place)
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor(0x12, 0x43, 0x6D)
        shape.line.fill.background()

    def box(made: Any, text: str, x: float, y: float, size: float) -> None:
        shape = made.shapes.add_textbox(Inches(x), Inches(y), Inches(5), Inches(1))
        shape.text_frame.word_wrap = True
        run = shape.text_frame.paragraphs[0].add_run()
        run.text, run.font.size, run.font.name = text, Pt(size), "Arial"
        run.font.color.rgb = RGBColor(0x1B, 0x24, 0x30)

    cover = slide(content["headline"], content["organisation"])
    box(cover, content["organisation"], 0.6, 0.6, 24)
    overview = slide(content["overview"], content["overview"])
    for index, area in enumerate(content["areas"][:5]):
        bar(overview, 0.6 + 2.5 * index, 2.1, 2.3, 0.06)
        box(overview, area["number"], 0.6 + 2.5 * index, 2.1, 48)
        box(overview, area["sentence"], 0.6 + 2.5 * index, 3.1, 18)
    for position, area in enumerate(content["areas"]):
        made = slide(area["message"], area["notes"])
        for index in range(len(content["areas"])):
            bar(made, 10.633 + 0.3 * index, 0.665, 0.24 if index != position else 0.26, 0.10)
        bar(made, 0.6, 2.1, 5.0, 4.5)
        box(made, area["name"], 0.6, 0.5, 16)
        box(made, area["number"], 0.95, 2.8, 80)
        box(made, area["sentence"], 0.95, 4.0, 24)
        if area["chart"]:
            data = CategoryChartData()
            data.categories = [name for name, _ in area["chart"]]
            data.add_series("Result", [value for _, value in area["chart"]])
            place = (Inches(6), Inches(2.5), Inches(6.7), Inches(3.5))
            made.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
        elif area["evidence"]:
            place = (Inches(6), Inches(2.1), Inches(6.7), Inches(4.5))
            table = made.shapes.add_table(len(area["evidence"]), 1, *place).table
            for index, line in enumerate(area["evidence"]):
                table.cell(index, 0).text = line
    closing = slide(content["closing"], content["closing"])
    for index, text in enumerate(content["footer"]):
        box(closing, text, 6, 2.1 + 1.4 * index, 18)
    presentation.save(target)


def main() -> None:
    """`plain.py FONTS FOLDER`: write the pair."""
    parser = argparse.ArgumentParser()
    parser.add_argument("fonts", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    content = json.loads(Path(__file__).with_name("content.json").read_text(encoding="utf-8"))
    options.folder.mkdir(parents=True, exist_ok=True)
    page(content, options.fonts, str(options.folder / "plain.pdf"))
    deck(content, str(options.folder / "plain.pptx"))


if __name__ == "__main__":
    main()
