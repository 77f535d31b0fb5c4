#!/bin/sh
# Prints the path of a Chromium: one that is on the machine, else Debian's, installed where that can be done.
# The headless shell comes first: the same engine without the windows around it, at a third of the time a page.
set -eu
find_one() {
  for name in ${CHROMIUM:-} chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
    command -v "$name" && return 0
  done
  for path in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -x "$path" ] && echo "$path" && return 0
  done
  return 1
}
find_one && exit 0
if command -v apt-get >/dev/null; then
  sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo"
  install="env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq"
  echo "Installing Chromium from Debian's packages ..." >&2
  $sudo apt-get update -qq >&2
  $sudo $install chromium-headless-shell >&2 || $sudo $install chromium >&2
  find_one && exit 0
fi
echo "No Chromium found. Install one, or name it: CHROMIUM=/path/to/chromium make test" >&2
exit 1
