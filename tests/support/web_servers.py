"""The recipes of deploy/ in the real servers, on loopback: on a host of their own, and in one that has other things."""

import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support import programs
from tests.support.project import ROOT

DEPLOY = ROOT / "deploy"
NAME = "guide.example.org"
OTHER = "another thing of this host"
"""What stands at /other.html on a host that has other things; its page for what is not there says `elsewhere`."""
ELSEWHERE = "elsewhere"


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
        names = [name.lower() for name, _ in answer.getheaders() if name.lower() != "vary"]
        assert len(set(names)) == len(names), f"a header stands twice: {names}"
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


@contextmanager
def open_to_all(site: Path) -> Iterator[Path]:
    """A copy of a site where a server finds it that gives up the rights of root. Its folder has room for settings."""
    with TemporaryDirectory(prefix="guide-") as name:
        Path(name).chmod(0o755)
        copy = Path(name) / "site"
        shutil.copytree(site, copy)
        for path in [copy, *copy.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
        yield copy


def _recipe(name: str, site: Path) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8").replace("/srv/guide/site", str(site))


def _others(folder: Path) -> Path:
    """The folder of what else a host has."""
    others = folder / "others"
    others.mkdir()
    (others / "other.html").write_text(OTHER, encoding="utf-8")
    (others / "missing.html").write_text(ELSEWHERE, encoding="utf-8")
    return others


def nginx(folder: Path, site: Path, port: int, beside: bool = False) -> list[str]:
    """The command that runs the recipe of nginx as it stands, but for the port and the folder."""
    if beside:
        around = f"listen 80; root {_others(folder)}; error_page 404 /missing.html;"
        recipe = f"server {{ {around}\n{_recipe('nginx-path.conf', site)} }}"
    else:
        recipe = _recipe("nginx.conf", site)
    (folder / "guide.conf").write_text(recipe.replace("listen 80;", f"listen 127.0.0.1:{port};"), encoding="utf-8")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; user root;\nevents {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary} include {folder}/guide.conf; }}\n"
    )
    return [str(programs.path("nginx")), "-p", str(folder), "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"]


def caddy(folder: Path, site: Path, port: int, beside: bool = False) -> list[str]:
    """The command that runs the recipe of Caddy as it stands, but for the address and the folder."""
    if beside:
        around = f"root * {_others(folder)}\nhandle_errors {{\n rewrite * /missing.html\n file_server\n}}\nfile_server"
        recipe = f"{NAME} {{\n{around}\n{_recipe('Caddyfile-path', site)} }}"
    else:
        recipe = _recipe("Caddyfile", site)
    recipe = recipe.replace(f"{NAME} {{", f"http://{NAME}:{port} {{\n\tbind 127.0.0.1")
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + recipe, encoding="utf-8")
    return [str(programs.path("caddy")), "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


MODULES = ("authz_core", "alias", "dir", "mime", "headers", "rewrite", "setenvif", "mpm_event", "ssl", "socache_shmcb")


def apache(folder: Path, site: Path, port: int, beside: bool = False) -> list[str]:
    """The command that runs the recipe of Apache as it stands, but for the port and the folder."""
    if beside:
        around = f"DocumentRoot {_others(folder)}\nErrorDocument 404 /missing.html"
        recipe = f"<VirtualHost *:80>\n{around}\n{_recipe('apache-path.conf', site)}\n</VirtualHost>\n"
    else:
        recipe = _recipe("apache.conf", site)
    (folder / "guide.conf").write_text(recipe.replace("*:80", f"127.0.0.1:{port}"), encoding="utf-8")
    loaded = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in MODULES)
    (folder / "apache.conf").write_text(
        f"ServerRoot {folder}\nServerName {NAME}\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n{loaded}"
        f"ErrorLog {folder}/error.log\nTypesConfig /etc/mime.types\nUser www-data\nGroup www-data\n"
        f"<Directory />\nAllowOverride None\nRequire all denied\n</Directory>\n"
        f"<Directory {folder}/others>\nRequire all granted\n</Directory>\n"
        f'<FilesMatch "^\\.ht">\nRequire all denied\n</FilesMatch>\nDirectoryIndex index.html\n'
        f"ServerTokens Prod\nInclude {folder}/guide.conf\n",
        encoding="utf-8",
    )
    return [str(programs.path("apache2")), "-X", "-f", f"{folder}/apache.conf"]


Recipe = Callable[[Path, Path, int, bool], list[str]]
SERVERS: dict[str, Recipe] = {"nginx": nginx, "caddy": caddy, "apache": apache}


@contextmanager
def running(command: list[str], folder: Path, port: int) -> Iterator[Server]:
    """A server while it runs; it is stopped by its own process."""
    with open(folder / "log", "wb") as log:
        process = subprocess.Popen(
            command, stdout=log, stderr=log, env={"HOME": str(folder), "XDG_DATA_HOME": str(folder)}
        )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, (folder / "log").read_text() + _errors(folder)
            time.sleep(0.1)
        yield Server(port)
    finally:
        process.terminate()
        process.wait(10)


def _errors(folder: Path) -> str:
    path = folder / "error.log"
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
