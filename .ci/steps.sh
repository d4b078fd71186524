# Sourced by the scripts beside it: named steps, each with its time, and a last line that says how it went.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Nothing asks: a question would wait for ever.
export CI=true PYTHONDONTWRITEBYTECODE=1 PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1 CARGO_TERM_COLOR="${CARGO_TERM_COLOR:-auto}"
# Warnings of `cargo run` or a shell's own Python settings have no say here.
unset PYTHONPATH PYTHONHOME PYTHONWARNINGS

root=$PWD
target=${CARGO_TARGET_DIR:-$root/target}
case $target in /*) ;; *) target=$root/$target ;; esac
export CARGO_TARGET_DIR=$target MYPY_CACHE_DIR=$target/mypy

script=$(basename "$0")
times=()
left_out=""
now=before\ the\ first\ step

# step NAME COMMAND...: runs it and notes how long it took.
step() {
    local began=$SECONDS
    now=$1
    shift
    printf '\n== %s: %s\n' "$script" "$now"
    "$@"
    times+=("$(printf '%5d s  %s' $((SECONDS - began)) "$now")")
    now="after $now"
}

finish() {
    local code=$?
    printf '\n'
    [ ${#times[@]} -eq 0 ] || printf '%s\n' "${times[@]}"
    if [ $code -eq 0 ]; then
        [ -z "$left_out" ] || printf '%s: not tested here: %s\n' "$script" "$left_out"
        printf '%s: all passed, in %d s\n' "$script" "$SECONDS"
    else
        printf '%s: FAILED: %s\n' "$script" "$now"
    fi
    exit $code
}
trap finish EXIT

# missing WHAT HOW: stops, and says how to get it.
missing() {
    now="$1 is missing"
    printf '%s needs %s: %s\n' "$script" "$1" "$2" >&2
    exit 1
}

# need TOOL HOW: stops if there is no such command.
need() {
    command -v "$1" >/dev/null || missing "$1" "$2"
}
