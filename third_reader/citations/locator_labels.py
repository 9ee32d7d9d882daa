"""The words that say what a locator counts: data, and no rule.

Labels and their forms are those of CSL's English words that Pandoc knows; from `article` on, ours.
"""

import re

_FORMS = {
    "page": "p. pp. page pages",
    "chapter": "chap. chaps. chapter chapters",
    "section": "sec. secs. section sections § §§",
    "paragraph": "para. paras. paragraph paragraphs ¶ ¶¶",
    "volume": "vol. vols. volume volumes",
    "book": "bk. bks. book books",
    "issue": "no. nos. issue issues",
    "folio": "fol. fols. folio folios",
    "figure": "fig. figs. figure figures",
    "line": "l. ll. line lines",
    "note": "n. nn. note notes",
    "opus": "op. opp. opus opera",
    "part": "pt. pts. part parts",
    "column": "col. cols. column columns",
    "verse": "v. vv. verse verses",
    "sub-verbo": "s.v. s.vv. sub_verbo sub_verbis",
    "article": "art. arts. article articles",
    "annex": "annex annexes",
    "appendix": "appendix appendices appendixes",
    "recital": "recital recitals",
    "table": "table tables",
    "timestamp": "timestamp timestamps",
}
LABELS = {
    form.replace("_", " "): label for label, forms in _FORMS.items() for form in forms.split()
}
"""Each form in lower case to the label's name in the records."""
LONGEST_LABEL = 4
"""In words and marks: `s.v.` has four."""

CHINESE_LABELS = {"頁": "page", "页": "page", "章": "chapter", "條": "article", "条": "article"}
CHINESE = re.compile(
    r"第\s*(?P<number>[0-9０-９〇零一二三四五六七八九十百千廿卅兩两A-Za-z]"
    r"[0-9０-９〇零一二三四五六七八九十百千廿卅兩两A-Za-z\s\-‐-―~～至到、,，.．:：/()（）]{0,40}?)"
    r"\s*(?P<label>[頁页章條条])"
)
