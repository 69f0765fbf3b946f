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
while IFS='|' read -r community name region besides <&3; do
    at $founded sample new community "$name" --id "$community" --region "$region"
    # Whoever knows the community edits this file: the program only reads it.
    sed -i "s|^)\$|    $besides\n)|" "$work/communities/$community/community.ron"
    at $founded sample people "$community" --import "$notes/$community/people.csv"
done 3< <(lines communities.txt)

# One step of what happened, as a line: when, what, and the fields of its list.
steps() {
    local community date rest now
    while IFS='|' read -r community date title facilitator place by prepared entered agenda file; do
        echo "$prepared|prepare|$community|$date|$title|$facilitator|$place|$by|$agenda"
        [ -z "$file" ] || echo "$entered|hold|$community|$date|$by|$file"
    done < <(lines sessions.txt)
    while IFS='|' read -r community now rest; do
        echo "$now|ledger|$community|$rest"
    done < <(lines ledgers.txt)
    while IFS='|' read -r community date action now rest; do
        echo "$now|report|$community|$date|$action|$rest"
    done < <(lines actions.txt)
}

# In the order of time: what is entered in a ledger is never earlier than what stands there.
while IFS='|' read -r now what community rest <&3; do
    IFS='|' read -r -a of <<<"$rest"
    case $what in
    prepare)
        at "$now" "${of[4]}" new session "$community" "${of[1]}" --on "${of[0]}" \
            --agenda "$notes/$community/${of[5]}" --facilitator "${of[2]}" --place "${of[3]}"
        ;;
    hold)
        at "$now" "${of[1]}" enter "$(session_on "$community" "${of[0]}")" \
            "$notes/$community/${of[2]}" --by "${of[1]}"
        ;;
    ledger) at "$now" "${of[0]}" enter "$community" "$notes/$community/${of[1]}" --by "${of[0]}" ;;
    report)
        at "$now" "${of[2]}" action "$(session_on "$community" "${of[0]}")/${of[1]}" \
            --state "${of[3]}" --note "${of[4]}"
        ;;
    esac
done 3< <(steps | while IFS= read -r step; do
    echo "$(date -u -d "${step%%|*}" +%s) $step"
done | sort -s -n -k 1,1 | cut -d ' ' -f 2-)

find "$work" -name '*.lock' -delete
chmod 755 "$work"
rm -rf "$target"
mv "$work" "$target"
trap - EXIT
echo "$target"
