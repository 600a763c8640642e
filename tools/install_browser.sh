#!/bin/sh
# Install the Chromium of the distribution, for the tests that need a real browser.
set -eu

if ! command -v apt-get >/dev/null; then
  echo 'Les tests ont besoin d’un navigateur : installez Chromium ou Google Chrome, puis relancez.' >&2
  exit 1
fi

as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo

echo 'Installation de Chromium…'
$as_root apt-get update --quiet --quiet
$as_root apt-get install --quiet --quiet --yes --no-install-recommends \
  chromium fonts-noto-core fonts-noto-mono fonts-dejavu-core
