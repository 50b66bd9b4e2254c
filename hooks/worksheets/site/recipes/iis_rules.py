"""The rules for IIS, which reads them as `web.config` in the site's own folder. No real IIS has run them.

What a folder around may have set already is removed before it is added, for IIS refuses what stands twice.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .served_site import ASKED, ASSETS, CACHED, FOR_SERVERS, LOST, TYPES, WEB_CONFIG, ServedSite, as_sent


def iis_rules(site: ServedSite) -> str:
    """What IIS is told.

    It keeps all of `assets/` for a day, because it does not go by endings, and redirects only where its role service
    “HTTP Redirection” is there. It cannot tell https from http here, so it does not speak of it.
    """
    top = Element("configuration")
    server = SubElement(top, "system.webServer")
    files = SubElement(SubElement(server, "defaultDocument"), "files")
    SubElement(files, "clear")
    SubElement(files, "add", value="index.html")
    SubElement(server, "directoryBrowse", enabled="false")
    errors = SubElement(server, "httpErrors", errorMode="Custom", existingResponse="Replace")
    SubElement(errors, "remove", statusCode="404")
    SubElement(errors, "error", statusCode="404", path=f"{site.root}{LOST}", responseMode="ExecuteURL")
    _headers(server, {**site.headers, "Cache-Control": ASKED})
    content = SubElement(server, "staticContent")
    for ending, type_ in TYPES.items():
        _anew(content, "mimeMap", "fileExtension", f".{ending}", mimeType=type_)
    filtering = SubElement(SubElement(server, "security"), "requestFiltering")
    hidden = SubElement(filtering, "hiddenSegments")
    for name in FOR_SERVERS:
        if name != WEB_CONFIG:  # which it hides by itself
            _anew(hidden, "add", "segment", name)
    _headers(_location(top, ASSETS), {"Cache-Control": CACHED})
    for old, new in site.redirects.items():
        if not old.endswith(("/", "/index.html")):  # a folder stands for what is in it
            said = {"enabled": "true", "destination": as_sent(new), "exactDestination": "true"}
            SubElement(_location(top, site.inside(old)), "httpRedirect", {**said, "httpResponseStatus": "Permanent"})
    indent(top)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(top, encoding="unicode")}\n'


def _location(top: Element, path: str) -> Element:
    return SubElement(SubElement(top, "location", path=path), "system.webServer")


def _headers(server: Element, headers: dict[str, str]) -> None:
    custom = SubElement(SubElement(server, "httpProtocol"), "customHeaders")
    for name, value in headers.items():
        _anew(custom, "add", "name", name, value=value)


def _anew(parent: Element, element: str, key: str, said: str, **more: str) -> None:
    """Add one to a list that may have it already."""
    SubElement(parent, "remove", {key: said})
    SubElement(parent, element, {key: said, **more})
