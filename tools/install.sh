#!/bin/sh
# Install packages of the distribution: what is needed and cannot come from PyPI.
# Usage: install.sh NAME PACKAGE…
set -eu

name=$1
shift

if ! command -v apt-get >/dev/null; then
  echo "Il manque $name : installez-le, puis relancez." >&2
  exit 1
fi

as_root=
[ "$(id -u)" -eq 0 ] || as_root=sudo

echo "Installation de $name…"
$as_root apt-get update --quiet --quiet
$as_root apt-get install --quiet --quiet --yes --no-install-recommends "$@"
