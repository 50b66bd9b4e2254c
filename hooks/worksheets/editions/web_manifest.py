"""The web manifest: what a telephone shows when somebody keeps the site on its home screen."""

import json

from .brand import Brand

MANIFEST = "manifest.webmanifest"


def manifest(brand: Brand, home: str = "") -> str:
    """The manifest of a brand, as JSON. With a neutral title it names nothing else.

    It lies in the folder `home` of the site, such as `es/`, and the icons lie at the top.
    """
    up = "../" * home.count("/")
    icons = {image.name: image for image in (brand.favicon, brand.logo.screen)}.values()
    said = {
        "name": brand.neutral_title or brand.name,
        "short_name": brand.neutral_title or brand.short_name,
        "lang": brand.language,
        "start_url": ".",
        "display": "browser",
        "background_color": brand.palette.light["paper"],
        "theme_color": brand.palette.light["paper"],
        "icons": [
            {
                "src": up + image.address,
                "type": image.type,
                "sizes": "any" if image.type.startswith("image/svg") else f"{image.width:.0f}x{image.height:.0f}",
            }
            for image in icons
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"
