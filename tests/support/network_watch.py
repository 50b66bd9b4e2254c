"""A browser's page with scripts on, and everything that it asks, says, stores or is refused."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Route

KEEP_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", refused => {
  (globalThis.refused ||= []).push(`${refused.violatedDirective} ${refused.blockedURI}`)
})
"""
STORED = """async () => [
  document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(one => one.name), ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map(one => one.scope),
].filter(Boolean)"""


@dataclass
class Watch:
    """Watches a page below an address. What leaves it is written down, and let no further."""

    context: BrowserContext
    address: str
    asked: list[str] = field(default_factory=list)
    left: list[tuple[str, str | None, str | None]] = field(default_factory=list)
    """(address, referrer, what was sent) of each request to anywhere else"""
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.icons: list[str] = []
        self.context.add_init_script(KEEP_VIOLATIONS)
        self.context.on("request", self._ask)
        self.context.on("console", self._say)
        self.context.on("weberror", lambda error: self.said.append(str(error.error)))
        self.context.route(lambda url: not url.startswith(self.address), self._stop)
        self.page: Page = self.context.new_page()

    def open(self, path: str) -> None:
        """Open a page and forget what came before; all that comes with the page has come from its own host.

        So do its pictures, which it asks for as a reader comes near them.

        Browsers ask for the icon of a page some time after they have loaded the rest.
        """
        self.page.goto(self.address + path)
        self.page.locator("img").evaluate_all(
            "all => Promise.all(all.map(one => { one.loading = 'eager'; return one.decode() }))"
        )
        self.icons = self.page.locator("link[rel=icon]").evaluate_all("all => all.map(one => one.href)")
        assert self.left == [], "a page asked another host while it loaded"
        self.asked.clear()

    def complaints(self) -> list[str]:
        """What the page said, was refused, or has stored."""
        refused: list[str] = self.page.evaluate("globalThis.refused || []")
        stored: list[str] = self.page.evaluate(STORED)
        return [*self.said, *refused, *stored, *(str(cookie) for cookie in self.context.cookies())]

    def _ask(self, request: Request) -> None:
        if request.url not in self.icons:
            self.asked.append(request.url)

    def _say(self, message: ConsoleMessage) -> None:
        self.said.append(f"{message.type}: {message.text}")

    def _stop(self, route: Route) -> None:
        request = route.request
        self.left.append((request.url, request.headers.get("referer"), request.post_data))
        route.fulfill(status=204)
