# shellcheck shell=bash
# Measurements that more than one verb makes; each adds its JSON to `results`. Sourced after
# common.sh.
# shellcheck disable=SC2154 # `option` and `work` are assigned there

# What answers a query in tens of milliseconds or more is asked few of them.
slow_peers=" xapian sqlite postgresql groonga "
peers=()

# Debian packages that a peer lacks, one a line. A tool installed by other means will do.
missing_packages() {
  local list=bench/peers/$1/packages.txt package
  [ -f "$list" ] || return 0
  while read -r package; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed ||
      command -v "$package" > /dev/null || echo "$package"
  done < "$list"
}

# Fills `peers` from --peers. Those named must be there; of all, those that can.
choose_peers() {
  local peer missing named=() run
  case ${option[peers]} in
    none) return ;;
    all) for run in bench/peers/*/run; do
      [ ! -x "$run" ] || named+=("$(basename "$(dirname "$run")")")
    done ;;
    *) IFS=, read -ra named <<< "${option[peers]}" ;;
  esac
  for peer in "${named[@]}"; do
    [ -x "bench/peers/$peer/run" ] || fail "there is no peer '$peer' in bench/peers"
    missing=$(missing_packages "$peer" | paste -sd ' ')
    if [ -z "$missing" ]; then
      peers+=("$peer")
    else
      peer_fails "$peer needs packages: apt-get install $missing"
    fi
  done
}

# A peer that was asked for by name must not be missing from the figures unnoticed.
peer_fails() {
  [ "${option[peers]}" = all ] || fail "$1"
  say "left out: $1"
}

# ask_peer PEER RECORDS PER_CLASS: indexes, asks, and leaves answers/PEER.jsonl in their place.
ask_peer() {
  local peer=$1 records=$2 per_class=$3 place
  place=$(place_of "$records")
  local index=$place/peers/$peer answers=$place/answers/$peer.jsonl log=$place/answers/$peer.log
  local documents=$place/export/documents.tsv version
  if [[ $slow_peers == *" $peer "* ]] && [ "$per_class" -gt "${option[slow-per-class]}" ]; then
    per_class=${option[slow-per-class]}
  fi
  # An index of other documents, or one that was cut off, is made anew.
  [ "$index.made" -nt "$documents" ] || rm -rf "$index" "$index.made"
  mkdir -p "$place/peers" "$place/answers"
  say "asking $peer, $per_class queries a class"
  "bench/peers/$peer/run" "$documents" "$place/export/queries.jsonl" "$index" "$answers" \
    --per-class "$per_class" 2>&1 | tee "$log" >&2 || return 1
  grep '^indexed: ' "$log" > "$index.indexed.new" && mv "$index.indexed.new" "$index.made"
  rm -f "$index.indexed.new"
  touch "$index.made"
  version=$(sed -n '/^version: /{s///p;q}' "$log")
  facts+=("$peer, $records records=${version:-$peer}, $(sed 's/^indexed: /indexed in /' "$index.made")")
}

# measure_queries RECORDS PER_CLASS: of ours and of `peers`.
measure_queries() {
  local records=$1 per_class=$2 place peer program compare=()
  place=$(place_of "$records")
  program=(build/bin/incontro_queries --records "$records" --home "$place/home"
    --per-class "$per_class")
  if [ "${#peers[@]}" -gt 0 ]; then
    program+=(--literal)  # no peer knows synonyms, and totals must be the same
    "${program[@]}" --export "$place/export"
  fi
  for peer in "${peers[@]}"; do
    if ask_peer "$peer" "$records" "$per_class"; then
      compare+=(--compare "$peer=$place/answers/$peer.jsonl")
    else
      peer_fails "$peer failed"
    fi
  done
  "${program[@]}" "${compare[@]}" --json "$work/queries-$records.json"
  results+=("$work/queries-$records.json")
}

# measure_updates RECORDS OPTION...: to a copy of the home.
measure_updates() {
  local records=$1
  shift
  build/bin/incontro_updates --records "$records" --home "$(place_of "$records")/home" \
    --json "$work/updates-$records.json" "$@"
  results+=("$work/updates-$records.json")
}

# measure_micro PROGRAMS... -- OPTION...: Google Benchmark.
measure_micro() {
  local programs=() program
  while [ "$1" != -- ]; do
    programs+=("$1")
    shift
  done
  shift
  for program in "${programs[@]}"; do
    "build/bin/incontro_${program}_bench" --benchmark_out="$work/$program.json" \
      --benchmark_out_format=json "$@"
    # A filter may leave a program nothing to do.
    [ ! -s "$work/$program.json" ] || results+=("$work/$program.json")
  done
}
