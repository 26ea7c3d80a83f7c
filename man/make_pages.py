#!/usr/bin/env python3
"""Makes the manual pages and the shell completions from what `readout --help` says, so that they
cannot disagree with the program.

usage: make_pages.py PROGRAM FOLDER VERSION

Writes readout.1, readout-COMMAND.1 for each command, readout.bash, _readout and readout.fish."""
import re
import subprocess
import sys
from pathlib import Path


def help_of(program, *command):
    return subprocess.run([program, *command, "--help"], check=True, capture_output=True,
                          text=True).stdout


def commands_of(text):
    return re.findall(r"^  (\w+) +(\S.*)$", text.split("Commands:")[1], re.M)


def options_of(text):
    """[("--as-of", "DATE", "the day ...")], in the order of the help."""
    found = []
    for line in text.splitlines():
        option = re.match(r"  (?:-\w, )?(--[\w-]+)(?:[ =](\S+))?(?:  +(.*))?$", line)
        if option:
            found.append([option[1], option[2] or "", option[3] or ""])
        elif found and re.match(r" {10,}\S", line):
            found[-1][2] = (found[-1][2] + " " + line.strip()).strip()
    return found


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.M)


def parts_of(text):
    """Usage lines, paragraphs of prose, option lines and the lines of the examples."""
    body, _, examples = re.sub(r"^Examples?:\n", "\0", text, count=1, flags=re.M).partition("\0")
    usage, prose = [], []
    for block in body.split("\n\n"):
        if block.startswith("Usage:"):
            usage = [re.sub(r"^(Usage:| {6})? *", "", line) for line in block.splitlines()]
        elif not re.match(r"  (-\w, )?--", block):
            prose.append(block)
    return usage, prose, options_of(body), examples


def page(name, summary, text, version, see_also):
    usage, prose, options, examples = parts_of(text)
    lines = [f'.TH "{name.upper()}" 1 "" "readout {version}" "readout"', ".SH NAME",
             f"{escaped(name)} \\- {escaped(summary)}", ".SH SYNOPSIS", ".nf",
             *map(escaped, usage), ".fi", ".SH DESCRIPTION"]
    for paragraph in prose:
        is_list = re.search(r"^  ", paragraph, re.M)
        lines += [".PP", *([".nf", escaped(paragraph), ".fi"] if is_list else [escaped(paragraph)])]
    if options:
        lines.append(".SH OPTIONS")
        for option, value, meaning in options:
            lines += [".TP", f"\\fB{escaped(option)}\\fR \\fI{escaped(value)}\\fR", escaped(meaning)]
    if examples.strip():
        lines += [".SH EXAMPLES", ".nf", escaped(examples.rstrip()), ".fi"]
    lines += [".SH EXIT STATUS", "0 all was read, 1 some input could not be read, 2 wrong usage.",
              ".SH SEE ALSO", escaped(", ".join(f"{name}(1)" for name in see_also)), ""]
    return "\n".join(lines)


def bash(commands):
    cases = "\n".join(f"    {name}) words='{' '.join(o[0] for o in options)}' ;;"
                      for name, _, options in commands)
    names = " ".join(name for name, _, _ in commands)
    return f"""# Completion of readout for bash.
_readout() {{
  local words='{names} --help --version'
  local current=${{COMP_WORDS[COMP_CWORD]}}
  case ${{COMP_WORDS[1]}} in
{cases}
  esac
  if [ "$COMP_CWORD" -gt 1 ] && [[ $current != -* ]]; then
    compopt -o default
    COMPREPLY=()
  else
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}}
complete -F _readout readout
"""


def zsh(commands):
    quoted = lambda text: text.replace("'", "'\\''").replace(":", "\\:").replace("[", "(").replace("]", ")")
    names = "\n".join(f"    '{name}:{quoted(summary)}'" for name, summary, _ in commands)
    cases = "\n".join(
        f"    {name}) _arguments " + " ".join(
            f"'{option}[{quoted(meaning)}]{':' + value + ':_files' if value else ''}'"
            for option, value, meaning in options) + " '*:file:_files' ;;"
        for name, _, options in commands)
    return f"""#compdef readout
_readout() {{
  local -a commands=(
{names}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{cases}
  esac
}}
_readout "$@"
"""


def fish(commands):
    quoted = lambda text: text.replace("\\", "\\\\").replace("'", "\\'")
    lines = ["# Completion of readout for fish."]
    for name, summary, options in commands:
        lines.append(f"complete -c readout -n __fish_use_subcommand -f -a {name} -d '{quoted(summary)}'")
        for option, value, meaning in options:
            lines.append(f"complete -c readout -n '__fish_seen_subcommand_from {name}' -l {option[2:]}"
                         f"{' -r' if value else ''} -d '{quoted(meaning)}'")
    return "\n".join(lines) + "\n"


def main():
    program, folder, version = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    top = help_of(program)
    names = commands_of(top)
    pages = ["readout"] + [f"readout-{name}" for name, _ in names]
    commands = []
    for name, summary in names:
        text = help_of(program, name)
        commands.append((name, summary, options_of(text)))
        own = f"readout-{name}"
        (folder / f"{own}.1").write_text(page(own, summary, text, version, ["readout"]))
    (folder / "readout.1").write_text(
        page("readout", "keeps the record of a negotiation from news reports", top, version, pages[1:]))
    (folder / "readout.bash").write_text(bash(commands))
    (folder / "_readout").write_text(zsh(commands))
    (folder / "readout.fish").write_text(fish(commands))


if __name__ == "__main__":
    main()
