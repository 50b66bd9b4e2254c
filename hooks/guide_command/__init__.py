"""The command `guide`, all that an installation brings besides packages: it runs the code in a guide's folder.

So command and guide are always of one version. MkDocs does not call it, and nothing here imports the code of the guide
before its folder is found.
"""
