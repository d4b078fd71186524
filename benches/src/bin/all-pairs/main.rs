//! Matches a made-up country, or a made-up programme, over all its pairs and prints what each step took, and one line at
//! the end.
//!
//! `cargo run --release -p alongside-benches --bin all-pairs -- 100000 NB [SEED] [scan]`: so many mentees, the variant
//! (see `Variant::named`) or the kind of programme (`befriending`, `care-leavers`, `workplace`, `resettlement`), the
//! seed. With `scan`, only what a pass over all pairs takes; with a number instead, a run that begins with the best of so
//! many pairs a row.

#![allow(clippy::print_stdout, reason = "a program whose output is its purpose")]

use alongside::candidates::ProgrammePairs;
use alongside::compile::Compiled;
use alongside::criteria::Criteria;
use alongside::domain::Side;
use alongside::eligibility::Rules;
use alongside::input::{Document, Notation, build_from};
use alongside::synthetic::{Scheme, Synthetic};
use alongside_benches::cpu;
use alongside_benches::population::{Country, Variant};
use alongside_solver::pairs::{AllPairs, PairSet, Plan, Prices, Rectangle, Round, best_over_all_pairs, keep, price};
use alongside_solver::{Control, ProblemParts};
use rayon::prelude::*;
use std::error::Error;
use std::sync::Mutex;
use std::time::Instant;

/// The command's own, so that what is measured is what it takes.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What is measured.
#[derive(Clone, Copy)]
enum How {
    Usual,
    Scan,
    Among(usize),
}

/// The most memory so far.
fn peak_mib() -> u64 {
    told_mib("VmHWM:")
}

/// What the system tells of the process.
fn told_mib(of: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(of));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let many: usize = args.next().unwrap_or_else(|| "10000".into()).parse()?;
    let name = args.next().unwrap_or_else(|| "B".into());
    let seed: u64 = args.next().unwrap_or_else(|| "1".into()).parse()?;
    let last = args.next();
    let how = match last.as_deref() {
        Some("scan") => How::Scan,
        Some(among) => How::Among(among.parse()?),
        None => How::Usual,
    };
    if let Some(variant) = Variant::named(&name) {
        let country = Country::new(seed, many, variant);
        return run(&country.scores(), &country.frame, &name, how);
    }
    let scheme =
        Scheme::named(&name).ok_or("neither a variant, B, A, S, T, NB, NA, NS, NT, nor a kind of programme")?;
    let people = u32::try_from(many)?;
    let made = Synthetic::new(scheme, seed).people(people, people);
    let document = Document::parse(&made.programme(), Notation::Toml, None)?;
    let mentors = (0..people).into_par_iter().map(|at| made.record(Side::Mentor, at));
    let everybody = mentors.chain((0..people).into_par_iter().map(|at| made.record(Side::Mentee, at)));
    let further = made.further_kinds().flat_map(|kind| made.further_records(kind).collect::<Vec<_>>());
    let programme = build_from(&document, everybody, further.collect())?.programme;
    let begun = cpu::now();
    let compiled = Compiled::new(programme.matching());
    let (rules, criteria) = (Rules::new(&compiled), Criteria::new(&compiled));
    let pairs = ProgrammePairs::new(&compiled, &rules, &criteria).ok_or("nobody, or weights beyond 28 bits")?;
    let took = cpu::now().saturating_sub(begun).as_secs_f64();
    let (columns, now, most) = (pairs.columns(), told_mib("VmRSS:"), peak_mib());
    println!(
        "laid out in {took:.3} s of the processor, {columns} mentors in columns, {now} MiB, at most {most} MiB so far"
    );
    println!("{pairs:?}");
    run(&pairs, &pairs.frame(), &name, how)
}

fn run<S: AllPairs>(scores: &S, frame: &ProblemParts, name: &str, how: How) -> Result<(), Box<dyn Error>> {
    let many = scores.rows();
    let used = Mutex::new(cpu::now());
    let watch = |round: &Round| {
        let now = cpu::now();
        let before = used.lock().map_or(now, |mut used| std::mem::replace(&mut *used, now));
        println!(
            "{:?}: {:.3} s of the processor, solving {:.3} s, passing {:.3} s, rows {}, pairs {} ({:.0} M/s), broken {}, added {}, kept {}, at most {} MiB so far",
            round.step,
            now.saturating_sub(before).as_secs_f64(),
            round.solving.as_secs_f64(),
            round.passing.as_secs_f64(),
            round.rows,
            round.pairs,
            round.pairs as f64 / 1e6 / round.passing.as_secs_f64().max(1e-9),
            round.broken,
            round.added,
            round.kept,
            peak_mib()
        );
    };
    if matches!(how, How::Scan) {
        for (per_row, per_column) in [(20, 5), (20, 0), (1, 0)] {
            let begun = cpu::now();
            let kept = keep(scores, &Rectangle::all(scores), per_row, per_column)?;
            let took = cpu::now().saturating_sub(begun).as_secs_f64();
            let pairs = kept.rows.pairs() + kept.columns.pairs();
            println!("{per_row} a row, {per_column} a column: {took:.3} s of the processor, {pairs} pairs kept");
        }
        return Ok(());
    }
    let usual = Plan::for_source(scores);
    let among = if let How::Among(among) = how { among } else { usual.among };
    let plan = Plan { watch: Some(&watch), among, ..usual };
    let (begun, before) = (Instant::now(), cpu::now());
    let answer = best_over_all_pairs(scores, frame, &plan, &Control::default())?;
    let (wall, processor) = (begun.elapsed(), cpu::now().saturating_sub(before));
    // All pairs once more against the potentials, whatever the run knew.
    let checking = Instant::now();
    let certificate = answer.solution.certificate.as_ref().ok_or("no certificate")?;
    let prices = Prices::new(scores, frame, certificate, 0)?;
    let chosen = PairSet::new(many);
    let lists = price(scores, &Rectangle::all(scores), &prices, &chosen, 1);
    let broken: usize =
        lists.of.iter().map(|list| list.pairs.iter().filter(|pair| prices.broken_by(list.of, pair)).count()).sum();
    alongside_solver::verify::verify(&answer.problem, &answer.solution.edges, certificate)
        .map_err(|flaws| format!("{flaws:?}"))?;
    println!(
        "{{\"n\":{many},\"variant\":\"{name}\",\"allowed\":{},\"served\":{:?},\"total\":{:?},\"broken\":{broken},\"price_rounds\":{},\
         \"wall_s\":{:.3},\"cpu_s\":{:.3},\"check_s\":{:.3},\"peak_mib\":{}}}",
        answer.allowed.iter().map(|allowed| u64::from(*allowed)).sum::<u64>(),
        answer.solution.served,
        answer.solution.totals,
        answer.report.price_rounds(),
        wall.as_secs_f64(),
        processor.as_secs_f64(),
        checking.elapsed().as_secs_f64(),
        peak_mib()
    );
    Ok(())
}
