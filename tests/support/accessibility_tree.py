"""What Chromium tells screen readers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page


def spoken(page: Page) -> str:
    """All words in the accessibility tree, in order, with those that CSS counts out."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    words = [node["name"]["value"] for node in nodes if not node["ignored"] and node["role"]["value"] == "StaticText"]
    return " ".join(" ".join(words).split())


def spoken_in(page: Page, id_: str) -> str:
    """The words of an element in the accessibility tree, run together as there; a text box is `____`."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    document = session.send("DOM.getDocument")
    element = session.send("DOM.querySelector", {"nodeId": document["root"]["nodeId"], "selector": f"#{id_}"})
    backend = session.send("DOM.describeNode", {"nodeId": element["nodeId"]})["node"]["backendNodeId"]
    top = next(node for node in nodes.values() if node.get("backendDOMNodeId") == backend)
    session.detach()

    def texts(node: dict[str, Any]) -> Iterator[str]:
        if node.get("role", {}).get("value") == "StaticText":
            yield node["name"]["value"]
        elif node.get("role", {}).get("value") == "textbox":
            yield "____"
        else:
            for child in node.get("childIds", ()):
                yield from texts(nodes[child])

    return " ".join("".join(texts(top)).split())


@dataclass(frozen=True)
class Told:
    """One thing in the tree: its `role`, `name` and `description`, and the nodes that it is `inside`, itself not."""

    node: str
    role: str
    name: str
    description: str
    inside: frozenset[str]


def told_of(page: Page) -> list[Told]:
    """All that is in the tree, in order, but text."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()

    def ancestors(node: dict[str, Any]) -> Iterator[str]:
        while parent := nodes.get(node.get("parentId", "")):
            yield parent["nodeId"]
            node = parent

    def value(node: dict[str, Any], key: str) -> str:
        return " ".join(str(node.get(key, {}).get("value", "")).split())

    return [
        Told(id_, value(node, "role"), value(node, "name"), value(node, "description"), frozenset(ancestors(node)))
        for id_, node in nodes.items()
        if not node["ignored"] and value(node, "role") not in {"StaticText", "InlineTextBox"}
    ]
