"""The packages that come with the library: their licences, and what is known against them.

Licences are read from the metadata of what is installed: the runtime dependencies and those of every extra, with
all that they bring. Vulnerabilities are asked of pip-audit for the exact versions of ``constraints.txt``; where it
can reach no data, that is said and nothing is claimed. Exit status 1 for a licence that is not accepted, or a
vulnerability.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).parent
#: Licences that ask for their text and no more; those of Mozilla bind who changes their files, and nobody else.
ACCEPTED = frozenset({
    "MIT", "MIT-0", "MIT-CMU", "BSD", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "ISC", "Zlib",
    "MPL-1.1", "MPL-2.0", "PSF-2.0", "CNRI-Python", "HPND", "Unlicense", "ZPL-2.1", "CC0-1.0",
})  # fmt: skip
#: How licences are called in metadata that are older than their identifiers.
CALLED = {
    r"\bMIT\b": "MIT", r"\bApache\b": "Apache-2.0", r"\bBSD\b|3-clause": "BSD", r"\bISC\b": "ISC",
    r"Mozilla|\bMPL": "MPL-2.0", r"Python Software Foundation|\bPSF": "PSF-2.0", r"Unlicense": "Unlicense",
}  # fmt: skip


def requirements() -> list[str]:
    """What `pyproject.toml` asks for: at run time, and by extra."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]


def brought(wanted: list[str]) -> Iterator[metadata.Distribution]:
    """The packages that are installed for them, each once."""
    waiting = [(Requirement(each), "") for each in wanted]
    seen: set[tuple[str, str]] = set()
    named: set[str] = set()
    while waiting:
        requirement, extra = waiting.pop()
        name = canonicalize_name(requirement.name)
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": extra}):
            continue
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # an extra that is not installed here
        if name not in named:
            named.add(name)
            yield found
        for each in requirement.extras or {""}:
            if (name, each) not in seen:
                seen.add((name, each))
                waiting += [(Requirement(line), each) for line in found.requires or ()]


def licences(package: metadata.Distribution) -> list[set[str]]:
    """The licences of a package: one of each set may be chosen."""
    about = package.metadata
    expression = about.get("License-Expression") or ""
    if expression:
        choices = re.split(r"\s+OR\s+", expression.replace("(", " ").replace(")", " "))
        return [{part.strip() for part in re.split(r"\s+AND\s+", choice)} for choice in choices]
    lines = about.get_all("Classifier") or ()
    classified = [line.rpartition(" :: ")[2] for line in lines if line.startswith("License ::")]
    stated = classified or [(about.get("License") or "").strip().partition("\n")[0]]
    return [{next((name for called, name in CALLED.items() if re.search(called, each)), each)} for each in stated]


def main() -> int:
    """Check both; how many packages, and what is wrong."""
    packages = sorted(brought(requirements()), key=lambda each: each.name.lower())
    refused = [each for each in packages if not any(choice <= ACCEPTED for choice in licences(each))]
    print(f"licences: {len(packages)} packages, {len(refused)} with a licence that is not accepted")
    for each in refused:
        print(f"  {each.name} {each.version}: {' or '.join(' and '.join(sorted(one)) for one in licences(each))}")
    return int(bool(refused)) | vulnerable()


def vulnerable() -> int:
    """What is known against the exact versions; 0 also where nothing could be asked, and that is said."""
    command = [sys.executable, "-m", "pip_audit", "-r", HERE / "constraints.txt", "--no-deps", "--disable-pip"]
    ran = subprocess.run([*command, "--format", "json", "--progress-spinner", "off", "--timeout", "10"],
                         capture_output=True, text=True, check=False)  # fmt: skip
    try:
        told = json.loads(ran.stdout)["dependencies"]
    except (ValueError, KeyError):
        said = (ran.stderr.strip() or "no answer").splitlines()[-1]
        print(f"vulnerabilities: skipped, pip-audit cannot ask ({said:.200})")
        return 0
    asked = [each for each in told if "vulns" in each]
    found = [each for each in asked if each["vulns"]]
    if not asked:
        print(f"vulnerabilities: skipped, pip-audit has no data here for any of {len(told)} packages")
        return 0
    print(f"vulnerabilities: {len(asked)} of {len(told)} packages asked after, {len(found)} with something known")
    for each in found:
        print(f"  {each['name']} {each['version']}: {', '.join(one['id'] for one in each['vulns'])}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
