#!/bin/sh
# Install Firefox and WebKit with their drivers, and a screen for WebKit, from Debian or Ubuntu.
set -eu
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
command -v firefox-esr >/dev/null || command -v firefox >/dev/null || missing="firefox-esr"
command -v WebKitWebDriver >/dev/null || missing="${missing:-} webkit2gtk-driver"
command -v Xvfb >/dev/null || missing="${missing:-} xvfb"
[ -z "${missing:-}" ] && exit 0
as_root apt-get update -qq
# shellcheck disable=SC2086 # several names
as_root apt-get install -y -qq --no-install-recommends $missing
