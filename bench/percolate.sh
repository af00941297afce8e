#!/usr/bin/env bash
# script/bench percolate
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
parse_options searches=100000 cvs=20000 -- "$@"

build incontro_percolate
build/bin/incontro_percolate --searches "${option[searches]}" --cvs "${option[cvs]}" \
  --json "${option[json]:-$work/percolate.json}"
