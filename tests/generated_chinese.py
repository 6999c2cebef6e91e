"""Invented Chinese and mixed data files, made of the generator's files.

In: a seed and a Size. Out: a data file of the same shape whose texts are Chinese, with Latin
words, full-width forms and signs such as ℃ and ㎡ among them. The same seed and size give the
same file.
Not for: which relations there are (`generated`).
"""

import re
from random import Random
from typing import Any

from tests.generated import Data, Size, data_file

WORDS = (
    "就业", "创业", "招聘会", "农民工", "退役军人", "困难家庭", "劳动力", "用人单位", "岗位",
    "补贴", "培训", "社会保险", "养老", "医疗", "获得", "帮助", "惠及", "完成", "提供", "走访",
    "签订", "落实", "发放", "新增", "覆盖", "全市", "各区县", "线上线下", "高校毕业生", "贵安",
    "江苏", "浙江", "重点群体", "专项行动", "技能提升", "劳动关系", "调解", "仲裁", "权益",
    "保障", "服务", "窗口", "办理", "申请", "审核",
)  # fmt: skip
MIXED = (
    "Guiyang", "GDP", "App", "[COVID-19]疫情", "[24小时]", "ＡＢＣ", "㎡", "℃", "“一网通办”",
    "《条例》", "（试行）", "（含贵安）", "——", "……", "O2O", "labour-market", "A/B", "·", "％",
)  # fmt: skip
SIGNS = ("、", "，", "；", "：")
MEASURES = ("名", "个", "家", "场", "户", "人次", "件", "公里", "个工作日", "万元")
NOUNS = ("求职者", "农民", "家庭", "岗位", "用人单位", "毕业生")
PERIODS = {"in 2025": "二〇二五年", "over the past year": "过去一年", "at present": "目前"}

_SAID = ("organisation", "context", "label", "short_label", "sentence", "scope", "words", "title")
_CITED = re.compile(r"\{[^{}]+\}")


def chinese_file(seed: int, size: Size) -> Data:
    """The Chinese data file of a seed and a size."""
    maker = _Maker(Random(seed))
    data: Data = maker.translated(data_file(seed, size))
    return data | {
        "languages": ["zh"],
        "document": "工作成效简报",
        "headline": _CITED.findall(data["headline"])[0] + maker.text(12),
        "period": "过去一年",
    }


class _Maker:
    """Replaces the texts of a file by Chinese ones about as long."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.measure = random.choice(MEASURES[:6])
        self.made = 0

    def translated(self, value: Any, key: str = "") -> Any:
        """The value with its texts in Chinese."""
        if isinstance(value, list):
            return [self.translated(item, key) for item in value]
        if isinstance(value, dict) and "en" in value:
            return {"zh": self.random.choice(MEASURES if key == "unit" else NOUNS)}
        if isinstance(value, dict):
            made = {name: self.translated(item, name) for name, item in value.items()}
            if "counts" in made and "unit" not in made:
                made["unit"] = {"zh": self.measure}
            return made
        if key == "period" and isinstance(value, str):
            return PERIODS.get(value, value if value.isdigit() else "本年度")
        if key == "at":
            return "第4页"
        return self.said(value, key) if key in _SAID and isinstance(value, str) else value

    def said(self, value: str, key: str) -> str:
        """A Chinese text; what the English one cites stands in it."""
        self.made += 1
        length = max(2, round(len(_CITED.sub("", value)) / 2.4))
        own = f"{_counted(self.made)}类" if key in ("label", "title") else ""
        return self.text(length) + "".join(_CITED.findall(value)) + own

    def text(self, length: int) -> str:
        """Words, mixed ones among them, about `length` Han long."""
        random, text = self.random, random_word(self.random)
        while len(text) < length:
            if random.random() < 0.12 and text[-1] not in "、，；：·":
                text += random.choice(SIGNS)
            text += random.choice(MIXED) if random.random() < 0.12 else random_word(random)
        return text.rstrip("、，；：·—…")


def random_word(random: Random) -> str:
    """One of WORDS."""
    return random.choice(WORDS)


def _counted(number: int) -> str:
    """A number in Han, so that no two texts are the same and none holds a typed digit."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
