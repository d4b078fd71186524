//! Times of the solve alone.

use crate::answer::Times;
use rustix::time::{ClockId, clock_gettime};
use std::time::{Duration, Instant};

/// Runs it so many times and keeps the last answer.
pub(crate) fn repeated<T>(times: usize, mut run: impl FnMut() -> Result<T, String>) -> Result<(T, Times), String> {
    let mut taken = Times::default();
    let mut last = None;
    for _ in 0..times {
        // Two answers at once would count twice in the memory that is told.
        drop(last.take());
        let (wall, cpu) = (Instant::now(), processor());
        let answer = run()?;
        taken.cpu.push(processor().saturating_sub(cpu));
        taken.wall.push(wall.elapsed());
        last = Some(answer);
    }
    last.map(|answer| (answer, taken)).ok_or_else(|| "not run once".to_owned())
}

/// What the processor has spent on this process, in all threads.
fn processor() -> Duration {
    Duration::try_from(clock_gettime(ClockId::ProcessCPUTime)).unwrap_or_default()
}
