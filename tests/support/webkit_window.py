"""A window that shows nothing but WebKitGTK's view, for WebDriver to drive.

It runs in the system's Python, which has the bindings of GTK, and not in the tests' own. WebKitGTK's own MiniBrowser
cannot be narrower than 447 pixels, and its driver has no word for printing. Here a page is as narrow as on a telephone,
and what it posts to the handler `paper`, the path of a file, is where it is printed: A4, as PDF.

    python3 webkit_window.py light|dark kept|dropped log

Pages are kept to go back to, or dropped. Into the log go the words of the console and what is asked for.
"""

import os
import sys
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

COLOURS, PAGES, LOG = sys.argv[1:]
os.dup2(os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND), sys.stdout.fileno())
WATCH = """
addEventListener("securitypolicyviolation", one => say(`refused ${one.violatedDirective} ${one.blockedURI}`))
addEventListener("error", one => say(one.message))
for (const way of ["log", "info", "warn", "error"]) console[way] = (...words) => say(words.join(" "))
function say(words) { webkit.messageHandlers.said.postMessage(words) }
"""
"""What the driver does not tell: what the page says, and what its policy refuses."""

printing: list[Any] = []
"""What prints now; it would be thrown away before it has written."""


def on_paper(_: Any, posted: Any) -> None:
    path = posted.get_js_value().to_string()
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set("output-file-format", "pdf")
    settings.set("output-uri", f"file://{path}.part")
    page = Gtk.PageSetup()
    page.set_paper_size(Gtk.PaperSize.new("iso_a4"))
    operation = WebKit2.PrintOperation(web_view=view, print_settings=settings, page_setup=page)
    operation.connect("finished", lambda _: os.rename(f"{path}.part", path))
    operation.print_()
    printing[:] = [operation]


def said(_: Any, posted: Any) -> None:
    print("SAID", posted.get_js_value().to_string(), flush=True)


def asked(_view: Any, _resource: Any, request: Any) -> None:
    print("ASKED", request.get_uri(), flush=True)


def driven(_: Any, session: Any) -> None:
    program = WebKit2.ApplicationInfo()
    program.set_name("WebKitGTK")
    program.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(program)
    session.connect("create-web-view", lambda _: view)


Gtk.Settings.get_default().set_property("gtk-application-prefer-dark-theme", COLOURS == "dark")
context = WebKit2.WebContext.new_ephemeral()
context.set_automation_allowed(True)
context.connect("automation-started", driven)
manager = WebKit2.UserContentManager()
manager.connect("script-message-received::paper", on_paper)
manager.register_script_message_handler("paper")
manager.connect("script-message-received::said", said)
manager.register_script_message_handler("said")
frames, time = WebKit2.UserContentInjectedFrames.ALL_FRAMES, WebKit2.UserScriptInjectionTime.START
manager.add_script(WebKit2.UserScript(WATCH, frames, time, None, None))
view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True, user_content_manager=manager)
view.get_settings().set_enable_page_cache(PAGES == "kept")
view.connect("resource-load-started", asked)
window = Gtk.Window(default_width=1280, default_height=900)
window.connect("destroy", Gtk.main_quit)
window.add(view)
window.show_all()
Gtk.main()
