#!/usr/bin/env bash
# script/bench queries
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=bench/measure.sh
. bench/measure.sh
parse_options records=100000 per-class=200 peers=all slow-per-class=20 -- "$@"

choose_peers
build incontro_queries
measure_queries "${option[records]}" "${option[per-class]}"
write_report queries "Queries over ${option[records]} vacancies"
