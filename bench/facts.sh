#!/usr/bin/env bash
# Prints what a reader of figures must know of the machine and the program: NAME=TEXT, one a line.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

of_cache() { sed -n "s/^$1:[A-Z]*=//p" build/CMakeCache.txt; }

processor=$(sed -n '/^model name/{s/.*: //p;q}' /proc/cpuinfo)
read -r _ kilobytes _ < /proc/meminfo
read -r load _ < /proc/loadavg
compiler=$("$(of_cache CMAKE_CXX_COMPILER)" --version | sed q)
build_type=$(of_cache CMAKE_BUILD_TYPE)
flags=$(of_cache "CMAKE_CXX_FLAGS_${build_type^^}")
version=$(git rev-parse --short HEAD 2>/dev/null || echo unknown)
[ -z "$(git status --porcelain -- . ':!bench/results' 2>/dev/null)" ] || version+=" and changes"

echo "date=$(date +%F)"
echo "processor=${processor:-$(uname -m)}, $(nproc) cores"
echo "memory=$((kilobytes / 1024 / 1024)) GiB"
# shellcheck source=/dev/null
echo "system=$(. /etc/os-release && echo "$PRETTY_NAME"), Linux $(uname -r | cut -d- -f1)"
echo "load average at the end=$load"
echo "compiler=$compiler, $flags"
echo "incontro=$version"
