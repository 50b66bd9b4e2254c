"""What Chromium tells screen readers."""

from collections.abc import Iterator
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
