"""Starts and ends the two servers."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from tools.bench import machine

# As `make run` serves.
FLAGS = ("--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "warning")
WORKERS = 2
PATIENCE = 30  # seconds


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    master: int

    @property
    def workers(self) -> list[int]:
        return machine.children(self.master) if machine.has_proc() else []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(settings: str, environment: Mapping[str, str]) -> Iterator[Server]:
    """A server with these settings on a free port of this machine, until the block ends, however it ends."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "careerpath.wsgi", "--bind", f"127.0.0.1:{port}", *FLAGS]
    process = subprocess.Popen(command, env={**environment, "DJANGO_SETTINGS_MODULE": settings})
    try:
        wait(process, server := Server(port, process.pid))
        yield server
    finally:
        end(process)


def wait(process: subprocess.Popen[bytes], server: Server) -> None:
    """Until it takes connections and has its workers. Raises RuntimeError if it does not."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            listens = probe.connect_ex(("127.0.0.1", server.port)) == 0
        if listens and (not machine.has_proc() or len(server.workers) == WORKERS):
            return
        time.sleep(0.1)
    raise RuntimeError("The server did not start.")


def end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
