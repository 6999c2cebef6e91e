"""A Chinese and a French edition as data, to prove that a language needs no Python.

Trials of the mechanism, not words to ship. In: a folder. Out: the language's files in it.
"""

from pathlib import Path

_QUALIFIERS = """
[qualifiers]
over = { inside = "余", instead = "超过" }
more_than = { inside = "余", instead = "超过" }
at_least = { before = "至少" }
nearly = { before = "近" }
under = { before = "不足" }
at_most = { before = "不超过" }
about = { before = "约" }
estimated = { before = "估计" }
"""

ZH_WORDS = f"""
locale = "zh-CN"

[headings]
source = "来源"
notes = "时间范围与说明"
generated = "生成信息"
method = "方法与时间"
contact = "联系方式"
quote = "原文"
closing = "来源、方法与联系方式"
opening = "概览"
areas = "各领域"
more = "更多领域"

[numbers]
pattern = "0"
minus = "−"
join = ""
in_text = "{{number}}{{noun}}"
phrase = "{{number}} {{label}}"
labelled = "{{scope}}{{label}}"
converted = "（约合{{number}}）"
converted_after = "{{number}}{{conversion}}"
converted_label = "{{conversion}}{{label}}"
small = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
largest_first = [{{ power = 4, other = "万" }}, {{ power = 8, other = "亿" }}]
{_QUALIFIERS}
[units]
percent = {{ attached = "%" }}
points = {{ after = "个百分点" }}
CNY = {{ after = "元" }}
USD = {{ after = "美元" }}
EUR = {{ after = "欧元" }}
GBP = {{ after = "英镑" }}
JPY = {{ after = "日元" }}
HKD = {{ after = "港元" }}
INR = {{ after = "卢比" }}
CHF = {{ after = "瑞士法郎" }}
PLN = {{ after = "兹罗提" }}

[lists]
two = "{{a}}和{{b}}"
more = "{{a}}、{{b}}"
exceptions = "{{name}}（{{period}}）"
statements = "{{a}}；{{b}}"
sentences = "{{a}}{{b}}"
leads_to = "带来"
bind = []

[quotes]
words = "“{{x}}”"
title = "《{{x}}》"
"""

ZH_SENTENCES = {
    "alt_compare": "同一坐标的条形图，从零起：{{ numbers }}。",
    "alt_rate": "条形：{{ part }}，{{ whole }}，即{{ rate }}。",
    "alt_series": "{{ label }}各期图表：{{ numbers }}。",
    "alt_stacked": "{{ whole }}的构成条：{{ numbers }}。",
    "alt_table": "表格：{{ numbers }}。",
    "alt_target": "条形：{{ phrase }}，{{ verdict }}{% if change %}；{{ change }}{% endif %}。",
    "change": "{% if direction == 'none' %}无往期数据"
    "{% elif direction == 'same' %}持平{% elif direction == 'up' %}由{{ previous }}上升"
    "{% elif direction == 'down' %}由{{ previous }}下降{% else %}此前{{ previous }}{% endif %}"
    "{% if change %}（{{ change }}）{% endif %}",
    "change_since": "{% if direction == 'same' %}与{{ period }}的{{ previous }}持平"
    "{% elif direction == 'up' %}由{{ period }}的{{ previous }}上升"
    "{% elif direction == 'down' %}由{{ period }}的{{ previous }}下降"
    "{% else %}{{ period }}为{{ previous }}{% endif %}"
    "{% if better == 'lower' %}；越低越好{% elif change %}（{{ change }}）{% endif %}",
    "closing_contact": "{{ organisation }}。{{ contact or '电话、电子邮箱：来源未提供' }}。",
    "closing_method": "数据、约数和折算均按原文，未增补或取整。\n{{ periods }}",
    "closing_source": "{{ title }}{% if short %}，{{ short }}{% endif %}"
    "{% if publisher %}，{{ publisher }}{% endif %}。",
    "closing_title": "全部{{ count }}项数据来自{{ date }}的一{{ kind }}",
    "cover_line": "{{ period }}。{% if date %}{{ date }}发布。{% endif %}",
    "marker": "第{i}项，共{n}项",
    "message": "{{ phrase }}",
    "more_title": "另有{{ areas }}个领域各列一项主要成效"
    "{% if first %}（自{{ first }}起）{% endif %}",
    "note_caution": "注意：{{ caution }}",
    "note_figure": "{{ phrase }}：{% if stated %}原文{{ stated }}，{% endif %}"
    "{% if source %}{{ source }}{% endif %}{{ at }}；{{ period }}。",
    "note_not_charted": "未作图：{{ numbers }}。",
    "note_say": "口播：{{ message }}。",
    "overview_kicker": "概览：{{ areas }}个领域，{{ results }}项成效",
    "overview_title": "{{ number }}{{ sentence }}",
    "page_columns": "柱形从零起。",
    "page_contact": "联系方式：{{ contact or '来源未提供' }}。",
    "page_cut": "截断的条形更长。",
    "page_generated": "由{{ file }}生成，共{{ all }}项数据，列出{shown}项。",
    "page_notes": "{{ periods }}约数和折算均按原文。",
    "page_scale": "{{ name }}的折线范围为{low}%至{high}%。",
    "page_source": "{{ title }}{% if short %}，{{ short }}{% endif %}"
    "{% if publisher %}，{{ publisher }}{% endif %}{% if date %}，{{ date }}更新{% endif %}。",
    "page_targets": "各条形为完成目标或限值（竖线）的比例。",
    "page_whole": "{{ period }}{{ scope }}{{ label }}{{ number }}",
    "periods": "{% if exceptions %}除{{ exceptions }}外，{% endif %}均为{{ period }}。",
    "series_missing": "无统计",
    "series_title": "{{ label }}{% if unit %}（{{ unit }}）{% endif %}",
    "slide_source": "{% if sources %}来源：{{ sources }}。{% endif %}{{ periods }}"
    "{% if estimated_total %}总数为估计。{% endif %}",
    "slide_whole": "{{ scope }}{{ label }}{{ number }}",
    "source_missing": "数据文件未提供。",
    "source_short": "{{ name }}{% if date %}，{{ date }}{% endif %}",
    "target_line": "：{% if lower %}不超过{% else %}不低于{% endif %}{{ number }}"
    "{% if mark == 'outline' %}（空心）{% elif mark == 'line' %}（白线）{% endif %}",
    "target_mark": "{% if lower %}限值{% else %}目标{% endif %}{{ number }}",
    "target_outcome": "{% if met == 'yes' %}已达目标{% elif met == 'no' %}未达目标"
    "{% else %}目标{% endif %}",
    "target_verdict": "{% if verdict == 'above' %}高于目标{{ number }}"
    "{% elif verdict == 'at' %}达到目标{{ number }}"
    "{% elif verdict == 'reached' %}不低于目标{{ number }}"
    "{% elif verdict == 'below' %}低于目标{{ number }}"
    "{% elif verdict == 'target' %}目标{{ number }}"
    "{% elif verdict == 'within' %}未超限值{{ number }}；越低越好"
    "{% elif verdict == 'over' %}超出限值{{ number }}；越低越好"
    "{% elif verdict == 'limit' %}限值{{ number }}；越低越好{% else %}未设目标{% endif %}",
    "type_date": "{{ document }}{% if document and date %}｜{% endif %}{{ date }}",
}

_FR_UNITS = (
    'CNY = { after = { one = "yuan", many = "de yuans", other = "yuans" } }\n'
    'USD = { after = { one = "dollar", many = "de dollars", other = "dollars" } }\n'
    'percent = { attached = "\u202f%" }\n'
)


def write_chinese(folder: Path) -> Path:
    """`folder`/zh, whole."""
    _write(folder / "zh", ZH_WORDS, ZH_SENTENCES)
    return folder


def write_french(folder: Path, english: Path) -> Path:
    """`folder`/fr: French words, English sentences."""
    words = (english / "words.toml").read_text(encoding="utf-8")
    lines = [line for line in words.splitlines() if not line.startswith(("CNY", "USD", "percent"))]
    words = "\n".join(lines).replace("en-GB", "fr-FR").replace("[units]", f"[units]\n{_FR_UNITS}#")
    for old, new in (
        ('other = "million"', 'one = "million", other = "millions", counted = "many"'),
        ('other = "billion"', 'one = "milliard", other = "milliards", counted = "many"'),
        ('before = "more than"', 'before = "plus de"'),
    ):
        assert old in words
        words = words.replace(old, new)
    sentences = {p.name.partition(".")[0]: p.read_text("utf-8") for p in english.glob("*.j2")}
    _write(folder / "fr", words, sentences)
    return folder


def _write(folder: Path, words: str, sentences: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    (folder / "words.toml").write_text(words, encoding="utf-8")
    for key, sentence in sentences.items():
        (folder / f"{key}.txt.j2").write_text(f"{sentence}\n", encoding="utf-8")
