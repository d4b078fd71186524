"""Threads, Ctrl-C and forks."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import EXAMPLES, WITH_PEOPLE, crowd

from alongside import Programme

TESTS = Path(__file__).parent


def test_threads_match_at_once() -> None:
    programmes = [Programme.read(path) for path in WITH_PEOPLE]
    expected = [programme.match().to_json() for programme in programmes]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda at: programmes[at % len(programmes)].match().to_json(), range(15 * len(programmes))))
    assert found == expected * 15


def test_other_threads_go_on_meanwhile() -> None:
    programme = Programme.from_dict(crowd(600))
    ticks, done = 0, threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.wait(0.005):
            ticks += 1

    other = threading.Thread(target=tick)
    other.start()
    try:
        before = ticks
        programme.match()
        assert ticks - before >= 5
    finally:
        done.set()
        other.join()


def run(script: str) -> str:
    command = [sys.executable, "-W", "ignore", "-c", script, str(EXAMPLES / "befriending" / "programme.toml")]
    done = subprocess.run(command, cwd=TESTS, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot send itself Ctrl-C there")
@pytest.mark.parametrize("work", ["programme.match()", "programme.explain('mentees-0', 'mentors-0')"])
def test_ctrl_c_is_answered_at_once(work: str) -> None:
    waited = run(f"""
import os, signal, threading, time
from alongside import Programme
from conftest import crowd

programme = Programme.from_dict(crowd(2000))
# Whoever started this in the background may have turned Ctrl-C off.
signal.signal(signal.SIGINT, signal.default_int_handler)

def press():
    global pressed
    pressed = time.monotonic()
    os.kill(os.getpid(), signal.SIGINT)

began = time.monotonic()
{work}
threading.Timer((time.monotonic() - began) / 4, press).start()
try:
    {work}
except KeyboardInterrupt:
    print(time.monotonic() - pressed)
else:
    raise SystemExit("it was done before Ctrl-C came")
""")
    # A twentieth of a second is meant; the rest is for a busy machine.
    assert float(waited) < 1.0


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="no fork on this system")
def test_a_fork_can_match_too() -> None:
    """Threads that are shared by the whole process would be missing in the child, which would wait for ever."""
    told = run("""
import multiprocessing, sys
from alongside import Programme

def served(path):
    return Programme.read(path).match().totals.served

ours = served(sys.argv[1])
with multiprocessing.get_context("fork").Pool(2) as pool:
    assert pool.map_async(served, [sys.argv[1]] * 4).get(60) == [ours] * 4
print("all", ours)
""")
    assert told.startswith("all ")
