#!/usr/bin/env bash
# script/bench relevance: `incontro rank` over judged collections, and what each idea gives.
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
parse_options data=../shared/data/relevance -- "$@"
data=${option[data]}
[ -d "$data" ] || fail "the judged collections are not in $data: say where with --data"

build incontro incontro_relevance
# What each collection's program run is made of; bench/relevance/collection.cc knows the same files.
rank() {
  local name=$1 language=$2 docs=$3
  build/bin/incontro rank --docs "$data/$name/$docs" --queries "$data/$name/queries.tsv" \
    --lang "$language" --run "$work/$name.run" --json > "$work/$name.rank.json"
  facts+=("$name=$(sed 's/.*"docs":\([0-9]*\).*"queries_per_second":\([0-9]*\).*/\1 texts, \2 queries a second with incontro rank/' "$work/$name.rank.json")")
}
rank melo_ita_it it corpus_elements.tsv
rank squad_it it docs.tsv
rank cranfield en docs.tsv
build/bin/incontro_relevance --data "$data" --runs "$work" --json "$work/relevance.json"
results+=("$work/relevance.json")
write_report relevance "Relevance on judged collections"
