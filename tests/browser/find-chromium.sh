#!/bin/sh
# Prints the path of a Chromium: one that is on the machine, else Debian's, installed where that can be done.
set -eu
find_one() {
  for name in ${CHROMIUM:-} chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
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
  echo "Installing Chromium from Debian's packages ..." >&2
  $sudo apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq chromium >&2
  find_one && exit 0
fi
echo "No Chromium found. Install one, or name it: CHROMIUM=/path/to/chromium make test" >&2
exit 1
