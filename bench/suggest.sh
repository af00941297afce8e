#!/usr/bin/env bash
# script/bench suggest
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
parse_options records=100000 per-class=1000 -- "$@"

build incontro_suggest
build/bin/incontro_suggest --records "${option[records]}" \
  --home "$(place_of "${option[records]}")/home" --per-class "${option[per-class]}" \
  --json "$work/suggest.json"
results+=("$work/suggest.json")
write_report suggest "Suggestions over ${option[records]} vacancies"
