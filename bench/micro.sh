#!/usr/bin/env bash
# script/bench micro
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=bench/measure.sh
. bench/measure.sh

for_benchmark=() others=()
for argument; do
  case $argument in
    --benchmark_*) for_benchmark+=("$argument") ;;
    *) others+=("$argument") ;;
  esac
done
parse_options -- "${others[@]}"
build incontro_blocks_bench incontro_analyzer_bench incontro_ingest_bench incontro_search_bench
measure_micro blocks analyzer ingest search -- "${for_benchmark[@]}"
write_report micro "Hot loops"
