"""Who is at work on a folder: a hidden file tells it, locked by its process until that ends, however it ends."""

from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout, UnixFileLock

OFTEN = 0.05
"""How long to wait between two tries, in seconds."""


def try_to_lock(file: Path) -> BaseFileLock | None:
    """Lock a file, which is made; None if another process has it. OSError if no file can be made there."""
    lock = FileLock(file, thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    return lock


def wait_and_lock(file: Path) -> BaseFileLock:
    """Lock a file, which is made, as soon as no other process has it. OSError if no file can be made there."""
    lock = FileLock(file, thread_local=False, poll_interval=OFTEN)
    lock.acquire()
    return lock


def unlock(lock: BaseFileLock) -> None:
    """Unlock a file, and remove it."""
    if isinstance(lock, UnixFileLock):  # as long as it is locked, or it may be another's; other systems remove it so
        Path(lock.lock_file).unlink(missing_ok=True)
    lock.release()
