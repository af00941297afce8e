#!/usr/bin/env bash
# script/bench without a verb: what shows within a few minutes that something has become slower.
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=bench/measure.sh
. bench/measure.sh
parse_options records=100000 per-class=200 -- "$@"

build incontro_blocks_bench incontro_analyzer_bench incontro_ingest_bench incontro_queries \
  incontro_updates
measure_micro blocks analyzer ingest -- --benchmark_min_time=0.1
measure_queries "${option[records]}" "${option[per-class]}"
measure_updates "${option[records]}" --idle 10 --seconds 20
write_report quick "Quick measurement, ${option[records]} vacancies"
