"""Which links of a page lead to something of the guide, and where."""

from worksheets.guide.links import links_in
from worksheets.guide.markdown.block_reader import read_blocks

PAGE = """\
# Links

[ a
*b*](../x%20y.md#p%20q), [](#top), [no host](http://[x), [out](https://a.example/c.md), [out](//a.example/c.md),
![](pic.png), [mail](mailto:a@b.example), [c](two.md?x "Title"), <a href="./three.md">d</a>.

`[code](four.md)`
"""


def test_links_that_lead_out_are_none_of_the_guides() -> None:
    found = [(one.words, one.file, one.path, one.anchor) for one in links_in(read_blocks(PAGE), "steps/one.md")]
    assert found == [
        ("a b", "../x y.md", "x y.md", "p q"),
        ("#top", "", "steps/one.md", "top"),
        ("pic.png", "pic.png", "steps/pic.png", ""),
        ("c", "two.md", "steps/two.md", ""),
        ("./three.md", "./three.md", "steps/three.md", ""),
    ]
