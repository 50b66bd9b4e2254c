"""First paint and layout shift in Chromium, on a line of 400 ms and 400 kbit/s, against stock Material."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from .row import Row

COMMAND = "python -m bench first_paint"
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""Milliseconds, and bytes a second."""

FIRST, NEXT = "steps/self-care/", "steps/patterns/"
SHIFT = """new PerformanceObserver(list => { for (const one of list.getEntries()) window.shifted =
    (window.shifted || 0) + one.value }).observe({ type: 'layout-shift', buffered: true })"""


class _Packed(SimpleHTTPRequestHandler):
    """Serves `.br` where it lies beside a file, and lets browsers keep all but pages."""

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        packed = path.with_name(f"{path.name}.br")
        if not packed.is_file():
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(packed.stat().st_size))
        self.send_header("Cache-Control", "no-cache" if path.suffix == ".html" else "max-age=31536000")
        self.end_headers()
        return packed.open("rb")

    def log_message(self, *arguments: Any) -> None:
        pass


def rows(sites: dict[str, Path], chromium: str | None) -> Iterator[Row]:
    """The first page of a visit, then the next one; `sites` has ours, the same with its styles linked, and Material."""
    found = {name: measured(site, chromium) for name, site in sites.items()}
    names = {"linked": "the same, its styles linked", "material": "stock Material"}
    for place, what in enumerate(("First paint, first page", "First paint, next page")):
        for other, against in names.items():
            yield Row(what, found["ours"][place], found[other][place], "ms", against, COMMAND)
    for place, what in ((2, "Layout shift, first page"),):
        yield Row(what, found["ours"][place], found["material"][place], "of the screen", "stock Material", COMMAND)


def measured(site: Path, chromium: str | None) -> tuple[float, float, float]:
    """First paint of the first page and the next in ms, and shift of the first: the middle one of three visits."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        visits = sorted(_visit(browser, address) for _ in range(3))
        browser.close()
    server.shutdown()
    server.server_close()
    return visits[1]


def _visit(browser: Browser, address: str) -> tuple[float, float, float]:
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    page.add_init_script(SHIFT)
    first, shift = _paint(page, address + FIRST)
    following, _ = _paint(page, address + NEXT)
    page.context.close()
    return first, following, shift


def _paint(page: Page, address: str) -> tuple[float, float]:
    page.goto(address, wait_until="networkidle")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    return float(paint), float(page.evaluate("window.shifted || 0"))
