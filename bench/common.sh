# shellcheck shell=bash
# What the measurements of script/bench share. Sourced; leaves the shell at the root of the checkout.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bench_dir=${INCONTRO_BENCH_DIR:-${TMPDIR:-/tmp}/incontro-bench}
declare -A option=([out]=bench/results [name]='' [json]='')
results=()  # JSON files of the programs, for the report
facts=()    # NAME=TEXT, what this measurement adds to the head of the report

say() { echo "bench: $*" >&2; }
fail() { say "$*"; exit 1; }

mkdir -p "$bench_dir"
work=$(mktemp -d "$bench_dir/work.XXXXXX")
clean_up() {
  mapfile -t running < <(jobs -p)
  # shellcheck disable=SC2015 # a job that has ended meanwhile is no failure
  [ "${#running[@]}" -eq 0 ] || { kill "${running[@]}" && wait; } 2>/dev/null || true
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

absolute() { case $1 in /*) echo "$1" ;; *) echo "$called_from/$1" ;; esac; }

# parse_options NAME=DEFAULT... -- ARGUMENT...: fills `option`; the names are all that is accepted.
parse_options() {
  local name
  while [ "$1" != -- ]; do
    option[${1%%=*}]=${1#*=}
    shift
  done
  shift
  while [ "$#" -gt 0 ]; do
    case $1 in
      --*=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
    esac
    name=${1#--}
    if [ "--$name" != "$1" ] || [ -z "${option[$name]+known}" ]; then
      fail "the option $1 is not known here: see script/bench --help"
    fi
    [ "$#" -gt 1 ] || fail "$1 wants a value"
    case $name in
      out | json | data) option[$name]=$(absolute "$2") ;;
      *) option[$name]=$2 ;;
    esac
    shift 2
  done
}

# Everything that belongs to one size of the collection.
place_of() { echo "$bench_dir/vacancies-$1"; }

build() {
  script/build incontro_bench_report "$@" > "$work/build.log" ||
    { cat "$work/build.log" >&2; fail "the build failed"; }
}

# write_report NAME TITLE: of all results, under NAME unless the user chose another.
write_report() {
  local name=${option[name]:-$1} fact arguments=()
  mapfile -t -O "${#facts[@]}" facts < <(bench/facts.sh)
  for fact in "${facts[@]}"; do arguments+=(--fact "$fact"); done
  [ -z "${option[json]}" ] || arguments+=(--rows "${option[json]}")
  build/bin/incontro_bench_report --name "$name" --title "$2" --out "${option[out]}" \
    "${arguments[@]}" "${results[@]}"
  say "written: ${option[out]}/$name.md and $name.json"
}
