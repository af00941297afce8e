#!/usr/bin/env bash
# script/bench relevance: `incontro rank` over judged collections, and what each idea gives; how well
# titles find their codes.
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
parse_options data= -- "$@"
data=${option[data]}
[ -n "$data" ] || fail "say where the judged collections are: --data DIR"
[ -d "$data" ] || fail "the judged collections are not in $data: say where with --data"

# rank COLLECTION LANGUAGE DOCS: the files are those of bench/relevance/collection.cc.
rank() {
  local rate
  rate=$(build/bin/incontro rank --docs "$data/$1/$3" --queries "$data/$1/queries.tsv" \
    --lang "$2" --run "$work/$1.run" --json | sed 's/.*"queries_per_second":\([0-9]*\).*/\1/')
  facts+=("incontro rank, $1=$rate queries a second on one core")
}

build incontro incontro_relevance incontro_bench_professions
rank melo_ita_it it corpus_elements.tsv
rank squad_it it docs.tsv
rank cranfield en docs.tsv
build/bin/incontro_relevance --data "$data" --runs "$work" --json "$work/relevance.json"
results+=("$work/relevance.json")
write_report relevance "Relevance on judged collections"

ads=$data/../ads/cpi_roma_it.jsonl
if [ -f "$ads" ]; then
  {
    echo "# Professions"
    echo
    build/bin/incontro_bench_professions --ads "$ads"
  } > "${option[out]}/professions.md"
  say "written: ${option[out]}/professions.md"
fi
