#!/usr/bin/env bash
# script/bench growth: the sizes are 10,000 and ten times more each, up to --max-records.
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=bench/measure.sh
. bench/measure.sh
parse_options max-records=1000000 per-class=200 peers=none slow-per-class=20 -- "$@"

choose_peers
build incontro_queries
most=${option[max-records]}
for ((records = 10000; records <= most; records *= 10)); do
  measure_queries "$records" "${option[per-class]}"
done
[ "${#results[@]}" -gt 0 ] || fail "--max-records must be 10000 at least"
write_report growth "From 10,000 vacancies on"
