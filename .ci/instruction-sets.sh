#!/usr/bin/env bash
# The solver answers the same, potentials and counts included, on every instruction set: its loops as they are shipped,
# for the best set found at run time, and built for one set after another, each with 1, 2 and 8 threads.

. "$(dirname "${BASH_SOURCE[0]}")/steps.sh"

need cargo "install Rust as https://rustup.rs says"

# The same sets as in the sources' #[multiversion(targets(...))].
avx2=+avx2,+fma,+bmi2,+popcnt
avx512=+avx512f,+avx512bw,+avx512dq,+avx512vl,+avx512vpopcntdq,+avx512bitalg,+popcnt,+bmi2,+lzcnt

# digest FEATURES ARGUMENTS...: what the test prints, built with these features of the processor.
digest() {
    local features=$1
    shift
    RUSTFLAGS="${features:+-C target-feature=$features}" CARGO_TERM_COLOR=never \
        cargo test --quiet --locked "$@" --test same_everywhere -- --nocapture | sed -n 's/^digest //p'
}

# has FEATURES: whether this machine's processor has them all. Linux calls a few by other names.
has() {
    local feature flags
    flags=" $(sed -n 's/^flags[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1) "
    for feature in ${1//,/ }; do
        feature=${feature#+}
        case $feature in
        avx512vpopcntdq | avx512bitalg) feature=avx512_${feature#avx512} ;;
        lzcnt) feature=abm ;;
        esac
        [[ $flags == *" $feature "* ]] || return 1
    done
}

same() {
    local name=$1 found
    shift
    found=$(digest "$@")
    [ -n "$found" ] || { echo "$name: no digest" >&2; return 1; }
    printf '%-28s %s\n' "$name" "$found"
    if [ "$found" != "${expected:=$found}" ]; then
        echo "$name answers otherwise than the best set found at run time" >&2
        return 1
    fi
}

alone=(--manifest-path .ci/instruction-sets/Cargo.toml --target-dir "$target/instruction-sets")

all() {
    expected=""
    same "best found at run time" "" --package alongside-solver
    same "baseline" "" "${alone[@]}"
    for set in "AVX2 $avx2" "AVX-512 $avx512"; do
        if has "${set#* }"; then
            same "${set% *}" "${set#* }" "${alone[@]}"
        else
            left_out="${left_out:+$left_out, }${set% *}, which this processor does not have"
        fi
    done
}

step "instruction sets" all
