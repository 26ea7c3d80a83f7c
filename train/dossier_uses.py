"""What a dossier may be used for: the README.md of the folder that holds it has a row for it. Nothing is learned from
one whose row ends in "nothing", or figures on it would tell nothing of reports never seen."""
import re
import sys
from pathlib import Path

ROW = re.compile(r"^\| `(.+?)` \| .* \| (.+?) \|$", re.M)


def to_learn_from(folders):
    """The folders themselves; ends the program where one of them is for measuring alone."""
    for folder in map(Path, folders):
        table = folder.resolve().parent / "README.md"
        uses = dict(ROW.findall(table.read_text("utf-8"))) if table.exists() else {}
        if uses.get(folder.resolve().name, "").endswith("nothing"):
            sys.exit(f"{folder}: {table} has it for nothing but measuring")
    return folders
