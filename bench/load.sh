#!/usr/bin/env bash
# script/bench load
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
parse_options records=100000 -- "$@"

build incontro_load
build/bin/incontro_load --records "${option[records]}" --directory "$work/load" \
  --json "$work/load.json"
results+=("$work/load.json")
write_report load "Loading ${option[records]} vacancies, beside Xapian alone"
