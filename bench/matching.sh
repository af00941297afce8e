#!/usr/bin/env bash
# script/bench matching
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
parse_options asked=1000 vacancies=10000 records=100000 -- "$@"

build incontro_matching
build/bin/incontro_matching --asked "${option[asked]}" --vacancies "${option[vacancies]}" \
  --records "${option[records]}" --home "$work/home" > "$work/figures.md"
{
  echo "# Matching: who was meant"
  echo
  echo "| | |"
  echo "|---|---|"
  bench/facts.sh | sed 's/|/\\|/g; s/^\([^=]*\)=\(.*\)/| \1 | \2 |/'
  echo "| records | generated, seed 2012, as of 2026-11-23 |"
  echo
  cat "$work/figures.md"
} > "${option[out]}/${option[name]:-matching}.md"
say "written: ${option[out]}/${option[name]:-matching}.md"
