#!/usr/bin/env bash
# script/bench http: the generator shares the machine with the server, as nothing else is at hand.
# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
parse_options records=100000 per-class=50 rates=50,200,800 seconds=20 -- "$@"
IFS=, read -ra rates <<< "${option[rates]}"
warm_up=5  # seconds at each rate, not counted

build incontro incontro_queries incontro_http_load
place=$(place_of "${option[records]}")
targets=$place/targets
build/bin/incontro_queries --records "${option[records]}" --home "$place/home" \
  --per-class "${option[per-class]}" --targets "$targets"

# In the background, so that a signal ends the script at once and it ends the server.
build/bin/incontro serve --json --home "$place/home" --listen 127.0.0.1:0 \
  --now "$(cat "$targets/day.txt")" > "$work/server.out" 2> "$work/server.log" &
server=$!
# It says where it listens when the home is open.
until [ -s "$work/server.out" ]; do
  kill -0 "$server" 2> /dev/null || { cat "$work/server.log" >&2; fail "the server does not start"; }
  sleep 0.1
done
port=$(sed 's/.*"port":\([0-9]*\).*/\1/' "$work/server.out")

for front in api pages; do
  for rate in "${rates[@]}"; do
    file=$work/http-$front-$rate.json
    build/bin/incontro_http_load --port "$port" --targets "$targets/$front.txt" --rate "$rate" \
      --seconds "${option[seconds]}" --warm-up "$warm_up" --name "$front" --json "$file" &
    wait "$!"
    results+=("$file")
  done
done
kill "$server"
wait "$server" || fail "the server did not end well"
write_report http "The portal over HTTP, ${option[records]} vacancies"
