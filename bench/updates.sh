#!/usr/bin/env bash
# script/bench updates
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=bench/measure.sh
. bench/measure.sh
parse_options records=100000 per-class=50 rate=200 idle=30 seconds=60 -- "$@"

build incontro_updates
measure_updates "${option[records]}" --per-class "${option[per-class]}" --rate "${option[rate]}" \
  --idle "${option[idle]}" --seconds "${option[seconds]}"
write_report updates "Queries under updates, ${option[records]} vacancies"
