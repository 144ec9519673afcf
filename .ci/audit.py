"""Known vulnerabilities in what is locked: pip-audit for Python, `npm audit` for JavaScript.

Exits with 1 where there is one. A database that can't be asked (no network, a mirror without one) is named, and is no
failure: nothing is known then, neither good nor bad.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKED = ("requirements-dev.lock", "requirements-node.lock")  # the first holds what runs and what tests as well
DATABASES = ("pypi", "osv")


def answer(*command: str) -> dict:
    """What a command prints as JSON; {} where it printed none."""
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    try:
        return json.loads(told)
    except ValueError:
        return {}


def python_findings(locked: str) -> list[str] | None:
    """A line for each vulnerability in a lock file. None where no database knows any of its packages."""
    command = ("-m", "pip_audit", "--disable-pip", "--require-hashes", "--progress-spinner", "off", "--format", "json")
    for service in DATABASES:
        packages = answer(sys.executable, *command, "--vulnerability-service", service, "--requirement", locked)
        known = [package for package in packages.get("dependencies", ()) if "vulns" in package]
        if known:
            return [
                f"{package['name']} {package['version']}: {found['id']}, repaired in {', '.join(found['fix_versions'])}"
                for package in known
                for found in package["vulns"]
            ]
    return None


def javascript_findings() -> list[str] | None:
    """A line for each package of package-lock.json with a vulnerability. None where the registry doesn't say."""
    found = answer("npm", "audit", "--json", "--prefix", "assets").get("vulnerabilities")
    return None if found is None else [f"{name}: {of['severity']}, {of['range']}" for name, of in found.items()]


def main() -> int:
    """Run every audit that can be run; the exit code of the program."""
    results = {locked: python_findings(locked) for locked in LOCKED}
    if (ROOT / "assets" / "package-lock.json").exists():
        results["assets/package-lock.json"] = javascript_findings() if shutil.which("npm") else None
    for locked, findings in results.items():
        if findings is None:
            print(f"{locked}: not audited; no database of vulnerabilities could be asked")
        else:
            print("\n".join([f"{locked}: {len(findings)} known", *findings]))
    return 1 if any(results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
