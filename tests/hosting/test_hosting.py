"""The recipes of deploy/ in real servers: on a host of their own, and under a path of one that has other things."""

import gzip
import socket
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from worksheets.exercises.exercise_addresses import EBOOK
from worksheets.site.content_security_policy import TRANSPORT, headers
from worksheets.site.html_reader import read_finished
from worksheets.site.page_budget import MOST_BY_BROTLI

from tests.support.project import built_clinic, built_guide
from tests.support.servers import unused_port
from tests.support.web_servers import ELSEWHERE, NAME, OTHER, SERVERS, Answer, Server, open_to_all, running

HIDDEN = ("_headers", "_headers.nginx", "_headers.caddy", "_redirects", "_rules.nginx", "_rules.caddy", "web.config")
HOUSES = list(product(SERVERS, ("/", "/guide/")))


@dataclass
class Hosted:
    """A real server that serves the guide under a root."""

    name: str
    server: Server
    root: str
    site: Path

    def ask(self, path: str, method: str = "GET", **more: str) -> Answer:
        """Ask for a path of the site."""
        return self.server.ask(f"{self.root}{path}", method, **more)

    def led(self, answer: Answer) -> str:
        """The path to which an answer leads. Apache says the host before it, too."""
        address = urlsplit(answer.headers["location"])
        assert address.netloc in ("", NAME, f"{NAME}:{self.server.port}")
        return address.path


def built(factory: pytest.TempPathFactory, root: str) -> Path:
    """The guide's own site, or that of a clinic with a path in its address; both are built for other tests too."""
    if root == "/":
        return built_guide(factory)
    return built_clinic(factory, "uk")


@pytest.fixture(scope="module", params=HOUSES, ids=lambda house: "".join(house))
def hosted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """Each server with the site as its own, and under a path."""
    name, root = request.param
    with open_to_all(built(tmp_path_factory, root)) as site:
        (site / EBOOK).write_bytes(b"a book")
        (site / "empty").mkdir()
        (site / ".git").mkdir()
        (site / ".git" / "config").touch()
        (site / ".well-known").mkdir()
        (site / ".well-known" / "proof").write_text("yes")
        free = unused_port()
        with running(SERVERS[name](site.parent, site, free, root != "/"), site.parent, free) as server:
            yield Hosted(name, server, root, site)


@pytest.fixture(scope="module")
def wanted(hosted: Hosted) -> dict[str, str]:
    """The headers that every answer has."""
    pages = [read_finished(path.read_text(encoding="utf-8")) for path in hosted.site.rglob("*.html")]
    return headers(source for page in pages for source in page.style_sources)


def has_all(answer: Answer, wanted: dict[str, str]) -> bool:
    return {name: answer.headers.get(name.lower()) for name in wanted} == wanted


def test_page_and_headers_fit_into_the_first_flight_together(hosted: Hosted) -> None:
    """As bytes on the line, with what is said over https alone."""
    pages = hosted.site.rglob("index.html")
    heaviest = max(pages, key=lambda path: path.with_name("index.html.gz").stat().st_size)
    path = heaviest.parent.relative_to(hosted.site).as_posix()
    asked = f"GET {hosted.root}{path}/ HTTP/1.1\r\nHost: {NAME}\r\nAccept-Encoding: gzip, br"
    with socket.create_connection(("127.0.0.1", hosted.server.port), timeout=10) as line:
        line.sendall(f"{asked}\r\n\r\n".encode())
        head = b""
        while b"\r\n\r\n" not in head:
            head += line.recv(1)
    over_tls = f"{head.decode()}Strict-Transport-Security: {TRANSPORT}\r\n"
    assert over_tls.startswith("HTTP/1.1 200 ")
    assert MOST_BY_BROTLI + len(over_tls) <= 10 * 1460, over_tls


def test_every_answer_of_every_kind_carries_all_headers(hosted: Hosted, wanted: dict[str, str]) -> None:
    site = hosted.site
    files = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file()]
    by_type = {Path(path).suffix: path for path in files if path not in HIDDEN and "/." not in f"/{path}"}
    assert {".html", ".svg", ".png", ".xml", ".json", ".epub"} <= by_type.keys()
    paths: dict[str, tuple[int, ...]] = dict.fromkeys(by_type.values(), (200,))
    paths |= {"": (200,), "steps/": (200,), "steps": (301, 308), "nowhere/": (404,), "nowhere.css": (404,)}
    for path, statuses in paths.items():
        answer = hosted.ask(path)
        assert answer.status in statuses, path
        assert has_all(answer, wanted), path
        assert "strict-transport-security" not in answer.headers, "over plain http it must not be said"
    etag = hosted.ask("steps/").headers["etag"]
    for answer, status in ((hosted.ask("", "POST"), 405), (hosted.ask("steps/", If_None_Match=etag), 304)):
        assert answer.status == status
        # Apache leaves out of a 304 what the first answer said, as RFC 9110 (15.4.5) allows
        assert has_all(answer, wanted) or (hosted.name, status) == ("apache", 304), status


def test_pages_are_asked_about_each_time_and_pictures_once_a_day(hosted: Hosted) -> None:
    for path in ("", "steps/", "sbom.cdx.json", "nowhere/", "assets/nowhere.png"):
        assert hosted.ask(path).headers["cache-control"] == "no-cache", path
    assert hosted.ask("assets/brand/preview.png").headers["cache-control"] == "public, max-age=86400"
    for how in ("gzip", "identity"):
        first = hosted.ask("steps/", Accept_Encoding=how)
        again = hosted.ask("steps/", Accept_Encoding=how, If_None_Match=first.headers["etag"])
        assert (again.status, again.body) == (304, b""), how


def test_an_address_that_is_not_there_shows_the_page_for_it(hosted: Hosted) -> None:
    page = (hosted.site / "404.html").read_bytes()
    assert f'href="{hosted.root}safety/help-now/"'.encode() in page
    for path in ("nowhere/", "steps/nowhere.html", "empty/", "assets/", ".git/config", *HIDDEN):
        answer = hosted.ask(path)
        assert answer.status == 404, path
        assert answer.body == page, path
        assert answer.headers["content-type"].startswith("text/html"), path
    assert hosted.ask(".htaccess").status in (403, 404)
    assert hosted.ask(".htaccess").body == page
    assert hosted.ask(".well-known/proof").body == b"yes"


def test_files_are_called_what_they_are(hosted: Hosted) -> None:
    kinds = {
        EBOOK: "application/epub+zip",
        "manifest.webmanifest": "application/manifest+json",
        "robots.txt": "text/plain; charset=utf-8",
        "": "text/html; charset=utf-8",
    }
    for path, kind in kinds.items():
        for how in ("gzip", "identity"):
            answer = hosted.ask(path, Accept_Encoding=how)
            assert answer.headers["content-type"].lower().replace("utf8", "utf-8") == kind, (path, how)
    assert hosted.ask(EBOOK).body == b"a book"


def test_what_can_be_compressed_is(hosted: Hosted) -> None:
    for path, file in {"article/": "article/index.html", "sbom.cdx.json": "sbom.cdx.json"}.items():
        answer = hosted.ask(path, Accept_Encoding="gzip")
        whole = (hosted.site / file).read_bytes()
        assert answer.headers["content-encoding"] == "gzip", path
        assert gzip.decompress(answer.body) == whole
        assert len(answer.body) < len(whole) / 2
        assert "accept-encoding" in answer.headers["vary"].lower()
        plain = hosted.ask(path, Accept_Encoding="identity")
        assert "content-encoding" not in plain.headers
        assert plain.body == whole


def test_files_compressed_beforehand_are_sent_as_they_are(hosted: Hosted) -> None:
    page = hosted.site / "article" / "index.html.gz"
    assert hosted.ask("article/", Accept_Encoding="gzip").body == page.read_bytes()
    if hosted.name != "nginx":  # Debian's has that in a module of its own
        answer = hosted.ask("article/", Accept_Encoding="gzip, br")
        assert answer.headers["content-encoding"] == "br"
        assert answer.body == page.with_suffix(".br").read_bytes()


def test_old_addresses_lead_to_the_new_ones(hosted: Hosted) -> None:
    old, new = "worksheets/repair/apology-builder", "worksheets/repair/words-to-put-it-right"
    ends = dict.fromkeys(("", "/", "/index.html", ".pdf", "-letter-large.pdf", "-copies.pdf"), "/")
    ends[".docx"] = ".docx" if hosted.root == "/" else "/"  # this clinic has none
    for end, leads in ends.items():
        answer = hosted.ask(old + end)
        assert answer.status == 301, end
        assert hosted.led(answer) == f"{hosted.root}{new}{leads}", end
        assert answer.headers["cache-control"] == "no-cache"
    assert hosted.ask(f"{new}/").status == 200
    for other in ("worksheets/repair/apology-builders/", "worksheets/repair/apology-builder-2/"):
        assert hosted.ask(other).status == 404


@pytest.mark.parametrize("hosted", [house for house in HOUSES if house[1] != "/"], indirect=True, ids="".join)
def test_what_else_the_host_has_is_left_alone(hosted: Hosted, wanted: dict[str, str]) -> None:
    there, gone = hosted.server.ask("/other.html"), hosted.server.ask("/nowhere.html")
    assert (there.status, there.body.decode()) == (200, OTHER)
    assert (gone.status, gone.body.decode()) == (404, ELSEWHERE)
    for answer in (there, gone, hosted.server.ask("/guides.html")):
        assert not {name.lower() for name in wanted} & answer.headers.keys()
        assert "cache-control" not in answer.headers
    bare = hosted.server.ask("/guide")
    assert bare.status in (301, 302, 308)
    assert hosted.led(bare) == "/guide/"


@pytest.mark.parametrize("name", SERVERS)
@pytest.mark.parametrize("root", ["/", "/guide/"])
def test_over_https_it_is_said_to_stay_there_by_who_speaks_for_the_host(
    name: str, root: str, tmp_path_factory: pytest.TempPathFactory, unused_port: int
) -> None:
    with open_to_all(built(tmp_path_factory, root)) as site:
        head = head_over_https(name, root, site, unused_port)
    assert "404" in head.splitlines()[0]
    assert (f"strict-transport-security: {TRANSPORT}" in head.lower()) is (root == "/")


def head_over_https(name: str, root: str, site: Path, port: int) -> str:
    """What a server says of a page that is not there, with a certificate of our own making."""
    folder = site.parent
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", "key", "-out", "certificate"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    command = SERVERS[name](folder, site, port, root != "/")
    for path in filter(Path.exists, (folder / "guide.conf", folder / "Caddyfile")):
        text = path.read_text(encoding="utf-8").replace(f"http://{NAME}", f"https://{NAME}")
        text = text.replace("\tbind", f"\ttls {folder}/certificate {folder}/key\n\tbind")
        keys = f"ssl_certificate {folder}/certificate; ssl_certificate_key {folder}/key;"
        text = text.replace(f":{port};", f":{port} ssl; {keys}")
        files = f"SSLEngine on\nSSLCertificateFile {folder}/certificate\nSSLCertificateKeyFile {folder}/key\n"
        path.write_text(text.replace(f"127.0.0.1:{port}>\n", f"127.0.0.1:{port}>\n{files}"), encoding="utf-8")
    trust = ssl.create_default_context(cafile=str(folder / "certificate"))
    with (
        running(command, folder, port),
        socket.create_connection(("127.0.0.1", port)) as plain,
        trust.wrap_socket(plain, server_hostname=NAME) as line,
    ):
        line.sendall(f"GET {root}nowhere/ HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode())
        return b"".join(iter(lambda: line.recv(65536), b"")).split(b"\r\n\r\n")[0].decode()
