"""The recipes of deploy/ in the real nginx and the real Caddy, on loopback, with the built site."""

import gzip
import http.client
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from worksheets.exercises.exercise_addresses import EBOOK
from worksheets.guide.whole_guide import Guide
from worksheets.site.content_security_policy import TRANSPORT, headers
from worksheets.site.html_reader import read_finished
from worksheets.site.page_budget import BROTLI

from tests.support import programs
from tests.support.project import ROOT, built_once

DEPLOY = ROOT / "deploy"
NAME = "guide.example.org"
MOVED = [
    line.split()[:2]
    for line in (DEPLOY / "_redirects").read_text(encoding="utf-8").splitlines()
    if line.startswith("/worksheets/")
]
"""Old address and new, for each page and PDF of a sheet that was renamed."""


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    port: int

    def ask(self, path: str, method: str = "GET", **more: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers={"Host": NAME, **{k.replace("_", "-"): v for k, v in more.items()}})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        names = [name.lower() for name, _ in answer.getheaders()]
        assert len(set(names) - {"vary"}) == len([name for name in names if name != "vary"]), "a header stands twice"
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


def nginx(folder: Path, site: Path, port: int) -> list[str]:
    """The command that runs the recipe of nginx as it stands, but for the port and the folder."""
    recipe = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    recipe = recipe.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/guide/site", str(site))
    (folder / "guide.conf").write_text(recipe, encoding="utf-8")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; user root;\nevents {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary} include {folder}/guide.conf; }}\n"
    )
    return [str(programs.path("nginx")), "-p", str(folder), "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"]


def caddy(folder: Path, site: Path, port: int) -> list[str]:
    """The command that runs the recipe of Caddy as it stands, but for the address and the folder."""
    recipe = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    recipe = recipe.replace(f"{NAME} {{", f"http://{NAME}:{port} {{\n\tbind 127.0.0.1")
    recipe = "{\n\tadmin off\n\tauto_https off\n}\n" + recipe.replace("/srv/guide/site", str(site))
    (folder / "Caddyfile").write_text(recipe, encoding="utf-8")
    return [str(programs.path("caddy")), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


RECIPES = {"nginx": nginx, "caddy": caddy}


@contextmanager
def running(command: list[str], folder: Path, port: int) -> Iterator[Server]:
    with open(folder / "log", "wb") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, env={"HOME": str(folder), "XDG_DATA_HOME": str(folder)}
        )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, (folder / "log").read_text()
            time.sleep(0.1)
        yield Server(port)
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module", params=RECIPES)
def server(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One of the two servers, serving the built site."""
    folder = tmp_path_factory.mktemp(request.param)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with running(RECIPES[request.param](folder, site, port), folder, port) as server:
        yield server


def test_page_and_headers_fit_into_the_first_flight_together(server: Server, site: Path) -> None:
    """As bytes on the line, with what is said over https alone."""
    heaviest = max(site.rglob("index.html"), key=lambda path: path.with_name("index.html.br").stat().st_size)
    asked = (
        f"GET /{heaviest.parent.relative_to(site).as_posix()}/ HTTP/1.1\r\nHost: {NAME}\r\nAccept-Encoding: gzip, br"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
        line.sendall(f"{asked}\r\n\r\n".encode())
        head = b""
        while b"\r\n\r\n" not in head:
            head += line.recv(1)
    over_tls = f"{head.decode()}Strict-Transport-Security: {TRANSPORT}\r\n"
    assert over_tls.startswith("HTTP/1.1 200 ")
    assert BROTLI + len(over_tls) <= 10 * 1460, over_tls


def test_every_answer_of_every_kind_carries_all_headers(server: Server, site: Path) -> None:
    by_type = {path.suffix: path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file()}
    assert {".html", ".pdf", ".svg", ".png", ".xml", ".json"} <= by_type.keys()
    paths = {f"/{path}": 200 for path in by_type.values() if not path.startswith("_")}
    paths |= {"/": 200, "/steps/": 200, "/steps": (301, 308), "/nowhere/": 404, "/nowhere.css": 404}  # type: ignore[dict-item]
    pages = [read_finished(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")]
    wanted = headers(source for page in pages for source in page.style_sources)
    for path, status in paths.items():
        answer = server.ask(path)
        assert answer.status in (status if isinstance(status, tuple) else (status,)), path
        for name, value in wanted.items():
            assert answer.headers.get(name.lower()) == value, (path, name)
        assert "strict-transport-security" not in answer.headers, "over plain http it must not be said"
    sent = server.ask("/", "POST")
    known = server.ask("/steps/", If_None_Match=server.ask("/steps/").headers["etag"])
    assert (sent.status, known.status) == (405, 304)
    for answer in (sent, known):
        for name, value in wanted.items():
            assert answer.headers.get(name.lower()) == value, (answer.status, name)


def test_pages_are_asked_about_each_time_and_pictures_once_a_day(server: Server) -> None:
    for path in ("/", "/steps/", "/worksheets/workbook.pdf", "/nowhere/"):
        assert server.ask(path).headers["cache-control"] == "no-cache", path
    assert server.ask("/assets/brand/preview.png").headers["cache-control"] == "public, max-age=86400"
    again = server.ask("/steps/", If_None_Match=server.ask("/steps/").headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_an_address_that_is_not_there_shows_the_page_for_it(server: Server, site: Path) -> None:
    for path in ("/nowhere/", "/steps/nowhere.html", "/_headers", "/_headers.nginx", "/.git/config"):
        answer = server.ask(path)
        assert answer.status == 404, path
        assert answer.body == (site / "404.html").read_bytes(), path
        assert answer.headers["content-type"].startswith("text/html"), path


def test_an_e_book_is_called_one(server: Server, site: Path) -> None:
    answer = server.ask(f"/{EBOOK}")
    assert answer.headers["content-type"] == "application/epub+zip"
    assert answer.body == (site / EBOOK).read_bytes()


def test_what_can_be_compressed_is(server: Server, site: Path) -> None:
    for path, file in {"/article/": "article/index.html", "/sbom.cdx.json": None}.items():
        answer = server.ask(path, Accept_Encoding="gzip")
        whole = (site / (file or path[1:])).read_bytes()
        assert answer.headers["content-encoding"] == "gzip", path
        assert gzip.decompress(answer.body) == whole
        assert len(answer.body) < len(whole) / 2
        assert "accept-encoding" in answer.headers["vary"].lower()
        plain = server.ask(path, Accept_Encoding="identity")
        assert "content-encoding" not in plain.headers
        assert plain.body == whole


def test_files_compressed_beforehand_are_sent_as_they_are(tmp_path: Path, site: Path, unused_port: int) -> None:
    for name, recipe in RECIPES.items():
        folder = tmp_path / name
        own = folder / "site"
        own.mkdir(parents=True)
        own.joinpath("index.html").write_bytes(b"x" * 5000)
        own.joinpath("index.html.gz").write_bytes(gzip.compress(b"beforehand"))
        for file in ("_headers.nginx", "_headers.caddy"):
            (own / file).write_bytes((site / file).read_bytes())
        with running(recipe(folder, own, unused_port), folder, unused_port) as server:
            assert gzip.decompress(server.ask("/", Accept_Encoding="gzip").body) == b"beforehand", name


@pytest.mark.parametrize("name", RECIPES)
def test_over_https_it_is_said_to_stay_there(name: str, tmp_path: Path, site: Path, unused_port: int) -> None:
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", "key", "-out", "certificate"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    command = RECIPES[name](tmp_path, site, unused_port)
    for path in (tmp_path / "guide.conf", tmp_path / "Caddyfile"):
        if path.exists():
            text = path.read_text(encoding="utf-8").replace(f"http://{NAME}", f"https://{NAME}")
            text = text.replace("\tbind", f"\ttls {tmp_path}/certificate {tmp_path}/key\n\tbind")
            keys = f"ssl_certificate {tmp_path}/certificate; ssl_certificate_key {tmp_path}/key;"
            text = text.replace(f":{unused_port};", f":{unused_port} ssl; {keys}")
            path.write_text(text, encoding="utf-8")
    trust = ssl.create_default_context(cafile=str(tmp_path / "certificate"))
    with (
        running(command, tmp_path, unused_port),
        socket.create_connection(("127.0.0.1", unused_port)) as plain,
        trust.wrap_socket(plain, server_hostname=NAME) as line,
    ):
        line.sendall(f"GET /nowhere/ HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode())
        head = b"".join(iter(lambda: line.recv(65536), b"")).split(b"\r\n\r\n")[0].decode()
    assert "404" in head.splitlines()[0]
    assert "strict-transport-security: max-age=31536000" in head.lower()


def test_each_old_address_leads_to_a_sheet_that_there_is(guide: Guide) -> None:
    assert MOVED
    for old, new in MOVED:
        assert new.removeprefix("/worksheets/").strip("/") in guide.catalogue.entries, new
        assert old.removeprefix("/worksheets/").strip("/") not in guide.catalogue.entries, old


@pytest.mark.parametrize("name", RECIPES)
def test_old_addresses_of_sheets_lead_to_the_new_ones(
    name: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, unused_port: int
) -> None:
    site = built_once(tmp_path_factory, "first-own")
    pages = [(old, new) for old, new in MOVED if old.endswith("/")]
    with running(RECIPES[name](tmp_path, site, unused_port), tmp_path, unused_port) as server:
        for old, new in pages:
            for end in ("/", ".pdf", "-letter.pdf", "-letter-large.pdf", ""):
                answer = server.ask(old.rstrip("/") + end)
                assert answer.status == 301, old + end
                assert answer.headers["location"].endswith(new.rstrip("/") + end), old + end
            assert server.ask(new).status == 200
        assert server.ask("/worksheets/repair/apology-builders/").status == 404
        assert server.ask("/steps/").status == 200


def test_what_the_container_copies_is_there() -> None:
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY ") and "--from" not in line]
    assert copied == [".", "deploy/nginx.conf"]
    assert all((ROOT / path).exists() for path in copied)
    assert "listen 80;" in (DEPLOY / "nginx.conf").read_text(encoding="utf-8"), "the container changes this line"
