#!/usr/bin/env bash
# The full counts of docs/measured.md, as a Markdown table on standard output.
# About 6 minutes on 2 quiet cores. Real collections are read from ../shared/data (or OROPOS_SHARED).
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$home"

port="${OROPOS_MEASURE_PORT:-18080}"
repeats="${OROPOS_MEASURE_REPEATS:-1000}"
shared="${OROPOS_SHARED:-$home/../shared/data}"
work="$(mktemp -d)"
server=""
finish() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap finish EXIT

say() { echo "measure.sh: $*" >&2; }
now_ms() { python3 -c 'import time; print(int(time.time() * 1000))' 2>/dev/null || echo "$(($(date +%s) * 1000))"; }

# Seconds from the command to the first page, then the memory of the server once it stands.
serve_once() {
    local what="$1" begun ended
    begun="$(now_ms)"
    ./oropos --data "$work/starter" serve --port "$port" >"$work/serve.log" 2>&1 &
    server=$!
    for _ in $(seq 1 1200); do
        if curl -fs -o /dev/null "http://localhost:$port/"; then
            ended="$(now_ms)"
            echo "| start: $what, to the first page | $((ended - begun)) ms | \`./oropos serve\`, curl every 50 ms |"
            if [ -r "/proc/$server/status" ]; then
                echo "| memory: server after its first page ($what) | $(awk '/^VmRSS:/ {printf "%.0f", $2 / 1024}' "/proc/$server/status") MB | resident |"
            fi
            kill "$server"
            wait "$server" 2>/dev/null || true
            server=""
            return
        fi
        if ! kill -0 "$server" 2>/dev/null; then
            say "the server ended before its first page:"
            cat "$work/serve.log" >&2
            server=""
            return 1
        fi
        sleep 0.05
    done
    say "no page within a minute"
    return 1
}

# The rows of a report, without the head of its table.
rows() { tail -n +3; }

if curl -s -o /dev/null "http://localhost:$port/"; then
    say "port $port is in use; set OROPOS_MEASURE_PORT"
    exit 2
fi
say "building"
./oropos --version >/dev/null

echo "Measured $(date -u +%Y-%m-%d) at commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)" \
    "with \`./dev measure\` on $(getconf _NPROCESSORS_ONLN) processors," \
    "$(awk '/^MemTotal:/ {printf "%.0f GB of memory", $2 / 1048576}' /proc/meminfo 2>/dev/null || echo 'memory not known')."
echo
echo "## Starter library"
echo
echo "| what | measured | how |"
echo "|---|---|---|"
say "start on an empty data folder, then on one that is there"
serve_once "empty data folder"
serve_once "data folder there"
say "answers, $repeats repeats"
failed=0
./oropos --data "$work/starter" measure --markdown --repeats "$repeats" >"$work/starter.md" || failed=1
rows <"$work/starter.md"

echo
echo "## All of ../shared/data/literature"
echo
literature="$shared/literature"
if [ ! -d "$literature" ]; then
    say "skipped: there is no $literature; set OROPOS_SHARED to the folder with the real collections"
    echo "Skipped: the real collections are not on this machine."
else
    echo "| what | measured | how |"
    echo "|---|---|---|"
    # Each format by itself: MEDLINE text lies in the same folders as PubMed XML.
    medline="$(find "$literature/pubmed-xml" -type f \( -name '*.txt' -o -name '*.nbib' \) | sort | paste -sd, -)"
    pubmed="$(find "$literature/pubmed-xml" -type f \( -name '*.xml' -o -name '*.xml.gz' \) | sort | paste -sd, -)"
    imports=()
    for group in "$pubmed" "$medline" "$literature/jats-cc-by" "$literature/medquad.zip" \
        "$literature/openstax-nursing.zip" "$literature/cdc-opioid-guideline" "$literature/fda-labels"; do
        if [ -n "$group" ] && [ -e "${group%%,*}" ]; then
            imports+=(--import "$group")
        else
            say "skipped: ${group:-a format without files}"
        fi
    done
    say "importing"
    ./oropos --data "$work/starter" --no-vectors measure --markdown --rounds 1 --askers 1 \
        "${imports[@]}" --into "$work/literature" >"$work/import.md" || failed=1
    rows <"$work/import.md" | grep -E '^\| (import|memory: peak with import)' || true
    say "answers from all literature, by words"
    ./oropos --data "$work/literature" --no-vectors measure --markdown --rounds 5 --askers 4 >"$work/literature.md" || failed=1
    rows <"$work/literature.md"
fi
exit "$failed"
