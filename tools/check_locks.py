"""Say whether locks/*.txt hold what pyproject.toml asks for, and nothing else."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", re.MULTILINE)


def complaint(root: Path) -> str:
    """Return what is wrong with the locks, one fault a line, or nothing."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = list(project["project"]["dependencies"])
    groups = [line for group in project["dependency-groups"].values() for line in group]
    run, dev = ((root / "locks" / f"{name}.txt").read_text("utf-8") for name in ("run", "dev"))
    faults = [f"locks/run.txt: {fault}" for fault in faults_of(run, asked)]
    faults += [f"locks/dev.txt: {fault}" for fault in faults_of(dev, asked + groups)]
    differing = sorted(name for name, pin in pins(run).items() if pins(dev).get(name) != pin)
    faults += [f"locks/dev.txt pins {name} otherwise than locks/run.txt" for name in differing]
    return "\n".join([*faults, "Remake them: python3 tools/lock.py"]) if faults else ""


def faults_of(lock: str, asked: list[str]) -> list[str]:
    """Return what one lock lacks, and what stands in it against the rules."""
    faults = []
    held = pins(lock)
    for line in asked:
        requirement = Requirement(line)
        versions = held.get(canonicalize_name(requirement.name), frozenset())
        if not any(requirement.specifier.contains(version) for version in versions):
            faults.append(f"nothing fits {line}")
    if "://" in lock or re.search(r"^--?[a-z]", lock, re.MULTILINE):
        faults.append("it names an address or an option; only pins and hashes belong in it")
    entries = re.split(r"\n(?=\S)", lock.strip())
    faults += [f"no hash for {entry.split()[0]}" for entry in entries if "--hash=" not in entry]
    return faults


def pins(lock: str) -> dict[str, frozenset[str]]:
    """Return the versions pinned for each name; a marker can part one name into several."""
    found: dict[str, set[str]] = {}
    for name, version in PIN.findall(lock):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return {name: frozenset(versions) for name, versions in found.items()}
