#!/usr/bin/env python3
"""Runs the commands that the documents show and compares what they print.

usage: check_commands.py PROGRAM SOURCE_ROOT [PAGE...]

In fenced blocks marked `console`, lines that begin with "$ " are commands and the lines below each
are what it prints; a line "..." stands for any lines. In blocks marked `sh`, lines that begin with
"readout " must end with exit status 0. Each page has a folder of its own that holds the examples;
a page's commands run in order, so that later ones find what earlier ones made."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BLOCK = re.compile(r"^```(console|sh)\n(.*?)^```", re.M | re.S)


def commands_of(page):
    """[(line number, command, expected lines or None)]"""
    text = page.read_text(encoding="utf-8")
    found = []
    for block in BLOCK.finditer(text):
        line = text[: block.start(2)].count("\n") + 1
        for number, row in enumerate(block[2].splitlines(), line):
            if block[1] == "console" and row.startswith("$ "):
                found.append((number, row[2:], []))
            elif block[1] == "console" and found:
                found[-1][2].append(row)
            elif block[1] == "sh" and row.startswith("readout "):
                found.append((number, row, None))
    return found


def agrees(expected, printed):
    """Whether the printed lines are the expected ones, "..." standing for any."""
    pattern = "".join("(?:.*\n)*?" if row.strip() == "..." else re.escape(row.rstrip()) + "\n"
                      for row in expected)
    return re.fullmatch(pattern, "".join(row.rstrip() + "\n" for row in printed)) is not None


def check(page, program, root):
    wrong, commands = [], commands_of(page)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(root / "examples", folder, dirs_exist_ok=True)
        path = f"{Path(program).parent}:{os.environ['PATH']}"
        for number, command, expected in commands:
            if not command.startswith("readout"):
                continue
            run = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True,
                                 text=True, env={**os.environ, "PATH": path})
            if run.returncode:
                wrong.append(f"{page}:{number}: ended with {run.returncode}: {run.stderr.strip()}")
            elif expected is not None and not agrees(expected, run.stdout.splitlines()):
                wrong.append(f"{page}:{number}: {command}\nprints\n{run.stdout}")
    return wrong, len(commands)


def main():
    program, root = os.path.abspath(sys.argv[1]), Path(sys.argv[2])
    pages = [Path(p) for p in sys.argv[3:]] or [root / "README.md", *sorted((root / "docs").glob("*.md"))]
    wrong, count = [], 0
    for page in pages:
        if page.exists():
            found, commands = check(page, program, root)
            wrong += found
            count += commands
    print("\n".join(wrong) or f"{count} commands of the documents print what the documents say")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
