"""The commands of the guide, a module for each; `__main__.py` lists them."""
