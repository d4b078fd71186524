//! Matches a made-up country over all its pairs and prints what each step took, and one line at the end.
//!
//! `cargo run --release -p alongside-benches --bin all-pairs -- 100000 NB [SEED]`: so many mentees, the variant (see
//! `Variant::named`), the seed.

#![allow(clippy::print_stdout, reason = "a program whose output is its purpose")]

use alongside_benches::cpu;
use alongside_benches::population::{Country, Variant};
use alongside_solver::Control;
use alongside_solver::pairs::{PairSet, Plan, Prices, Rectangle, Round, best_over_all_pairs, keep, price};
use std::error::Error;
use std::sync::Mutex;
use std::time::Instant;

fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let many: usize = args.next().unwrap_or_else(|| "10000".into()).parse()?;
    let name = args.next().unwrap_or_else(|| "B".into());
    let variant = Variant::named(&name).ok_or("the variant is one of B, A, S, T, NB, NA, NS, NT")?;
    let seed: u64 = args.next().unwrap_or_else(|| "1".into()).parse()?;
    let country = Country::new(seed, many, variant);
    let scores = country.scores();
    let used = Mutex::new(cpu::now());
    let watch = |round: &Round| {
        let now = cpu::now();
        let before = used.lock().map_or(now, |mut used| std::mem::replace(&mut *used, now));
        println!(
            "{:?}: {:.3} s of the processor, solving {:.3} s, passing {:.3} s, rows {}, pairs {}, broken {}, added {}, kept {}",
            round.step,
            now.saturating_sub(before).as_secs_f64(),
            round.solving.as_secs_f64(),
            round.passing.as_secs_f64(),
            round.rows,
            round.pairs,
            round.broken,
            round.added,
            round.kept
        );
    };
    if let Some("scan") = args.next().as_deref() {
        for (per_row, per_column) in [(20, 5), (20, 0), (1, 0)] {
            let begun = cpu::now();
            let kept = keep(&scores, &Rectangle::all(&scores), per_row, per_column)?;
            let took = cpu::now().saturating_sub(begun).as_secs_f64();
            let pairs = kept.rows.pairs() + kept.columns.pairs();
            println!("{per_row} a row, {per_column} a column: {took:.3} s of the processor, {pairs} pairs kept");
        }
        return Ok(());
    }
    let plan = Plan { watch: Some(&watch), ..Plan::for_source(&scores) };
    let (begun, before) = (Instant::now(), cpu::now());
    let answer = best_over_all_pairs(&scores, &country.frame, &plan, &Control::default())?;
    let (wall, processor) = (begun.elapsed(), cpu::now().saturating_sub(before));
    // All pairs once more against the potentials, whatever the run knew.
    let checking = Instant::now();
    let certificate = answer.solution.certificate.as_ref().ok_or("no certificate")?;
    let prices = Prices::new(&scores, &country.frame, certificate, 0)?;
    let chosen = PairSet::new(country.mentees.len());
    let lists = price(&scores, &Rectangle::all(&scores), &prices, &chosen, 1);
    let broken: usize =
        lists.of.iter().map(|list| list.pairs.iter().filter(|pair| prices.broken_by(list.of, pair)).count()).sum();
    alongside_solver::verify::verify(&answer.problem, &answer.solution.edges, certificate)
        .map_err(|flaws| format!("{flaws:?}"))?;
    println!(
        "{{\"n\":{many},\"variant\":\"{name}\",\"served\":{:?},\"total\":{:?},\"broken\":{broken},\"price_rounds\":{},\
         \"wall_s\":{:.3},\"cpu_s\":{:.3},\"check_s\":{:.3},\"peak_mib\":{}}}",
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
