"""Where Debian puts the checker of EPUB, which is a program of Java."""

EPUBCHECK = "/usr/share/java/epubcheck.jar"
