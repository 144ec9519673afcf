#!/bin/sh
# Install a browser for the tests: Debian's headless Chromium where apt has it (a third of the work of the whole one),
# else the whole Chromium, else Playwright's own download. Usage: install.sh PYTHON
set -u
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
if command -v apt-get >/dev/null && as_root apt-get update -qq; then
  as_root apt-get install -y -qq chromium-headless-shell fonts-dejavu-core && exit 0
  as_root apt-get install -y -qq chromium fonts-dejavu-core && exit 0
fi
command -v chromium >/dev/null || command -v chromium-browser >/dev/null && exit 0
echo "no Chromium from apt; asking Playwright for its own" >&2
exec "$1" -m playwright install --with-deps chromium
