#!/usr/bin/env bash
# Makes the sample store in data/sample anew from the notes in this folder, with the program itself.
#
#   YISHI=target/debug/yishi data/sample-notes/generate.sh
#
# Every step runs at a fixed time on the device "sample", so the result is the same each time.
# It stops at the first line that the program does not accept, and leaves the old store as it was.
set -euo pipefail

notes=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$(dirname "$notes")/sample
yishi=${YISHI:?set YISHI to the program}
yishi=$(cd "$(dirname "$yishi")" && pwd)/$(basename "$yishi")

work=$(mktemp -d "$target.XXXXXX")
trap 'rm -rf "$work"' EXIT
export YISHI_STORE=$work YISHI_DEVICE=sample YISHI_LANG=zh

# The lines of a list without comments and blank ones.
lines() {
    grep -v -e '^#' -e '^[[:space:]]*$' "$notes/$1"
}

# Runs the program at a time, in somebody's name.
at() {
    local now=$1 by=$2
    shift 2
    YISHI_NOW=$now YISHI_BY=$by "$yishi" "$@" </dev/null
}

# The id of a community's meeting on a day.
session_on() {
    local found
    found=$(cd "$work/communities/$1/sessions" && echo "$2"-*.ron)
    [ -f "$work/communities/$1/sessions/$found" ] || {
        echo "generate.sh: $1 has not just one meeting on $2: $found" >&2
        exit 1
    }
    echo "$1/${found%.ron}"
}

founded=2026-08-01T09:00:00+08:00
while IFS='|' read -r community name region <&3; do
    at $founded sample new community "$name" --id "$community" --region "$region"
    at $founded sample people "$community" --import "$notes/$community/people.csv"
done 3< <(lines communities.txt)

while IFS='|' read -r community date title facilitator place by prepared entered agenda file <&3; do
    at "$prepared" "$by" new session "$community" "$title" --on "$date" \
        --agenda "$notes/$community/$agenda" --facilitator "$facilitator" --place "$place"
    if [ -n "$file" ]; then
        at "$entered" "$by" enter "$(session_on "$community" "$date")" "$notes/$community/$file" --by "$by"
    fi
done 3< <(lines sessions.txt)

while IFS='|' read -r community date action now by state note <&3; do
    at "$now" "$by" action "$(session_on "$community" "$date")/$action" --state "$state" --note "$note"
done 3< <(lines actions.txt)

find "$work" -name '*.lock' -delete
chmod 755 "$work"
rm -rf "$target"
mv "$work" "$target"
trap - EXIT
echo "$target"
