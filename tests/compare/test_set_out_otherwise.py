"""What tools that make pages small change of them is no difference; everything else is."""

from __future__ import annotations

import json
import re

from finished import STORY, Finished
from sites import tree


def set_out_otherwise(page: str) -> str:
    """Return a page in other bytes that say the same."""
    page = re.sub(r'=\\s*"([^"<> =`\']+)"', r"=\\1", page)
    page = re.sub(r">\s+<", ">  \n<", page).replace("</li>", "").replace("</td>", "").replace("<body>", "")
    page = re.sub(r"<(\w+) ([\w-]+=\"[^\"]*\") ([\w-]+=\"[^\"]*\")", r"<\1 \3  \2", page)
    page = re.sub(r"(<script type=\"application/ld\+json\">)(.*?)(</script>)", spread, page, flags=re.DOTALL)
    return (
        page.replace("<main>", "<!-- ours --><MAIN>")
        .replace("’", "&#8217;")
        .replace(" hidden>", ' hidden="">')
    )


def spread(found: re.Match[str]) -> str:
    return f"{found[1]}{json.dumps(json.loads(found[2]), indent=2, sort_keys=True)}{found[3]}"


def test_how_a_page_is_set_out_makes_no_difference(site: Finished) -> None:
    for path, content in tree(site.folder).items():
        if path.endswith(".html"):
            (site.folder / path).write_text(set_out_otherwise(content.decode()), "utf-8")
        elif path.endswith(".css"):
            css = re.sub(r"/\*.*?\*/", "", content.decode(), flags=re.DOTALL)
            (site.folder / path).write_text(re.sub(r"\s*([{};,>])\s*", r"\1", css), "utf-8")
        elif path.endswith(".xml"):
            (site.folder / path).write_text(re.sub(r">\s+<", "><", content.decode()), "utf-8")
    assert (site.folder / STORY).read_bytes() != b""
    assert site.faults() == []
    site.change(STORY, "un tono", "un solo tono")
    assert [fault.partition(":")[0] for fault in site.faults()] == [STORY]
