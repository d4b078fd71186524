//! How far long work is, on a terminal that somebody looks at, and nowhere else.

use crate::console::Console;
use alongside::{Progress, Stage};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// Work shorter than this is over before anybody wonders.
const BEFORE_IT_SHOWS: Duration = Duration::from_millis(500);
const BETWEEN_TWO_LOOKS: Duration = Duration::from_millis(100);

/// What is being done, in words; the engine's stages among them.
const DOINGS: [&str; 6] =
    ["reading", "screening and scoring mentees", "solving parts", "trying out questions", "writing", "asking again"];

/// Something that takes long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doing {
    Reading = 0,
    Screening = 1,
    Solving = 2,
    Questions = 3,
    Writing = 4,
    Auditing = 5,
}

/// How far the work is; the work writes, the bar reads.
#[derive(Debug)]
pub(crate) struct Counts {
    doing: AtomicUsize,
    done: AtomicU64,
    of: AtomicU64,
}

impl Counts {
    fn new(doing: Doing) -> Self {
        Self { doing: AtomicUsize::new(doing as usize), done: AtomicU64::new(0), of: AtomicU64::new(0) }
    }

    /// One more of so many.
    pub(crate) fn one_more(&self, of: u64) {
        self.of.store(of, Ordering::Relaxed);
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// As the engine tells it.
    pub(crate) fn tell(&self, progress: Progress) {
        let doing = match progress.stage {
            Stage::Screening => Doing::Screening,
            Stage::Solving => Doing::Solving,
            Stage::Questions => Doing::Questions,
        };
        let done = progress.done as u64;
        if self.doing.swap(doing as usize, Ordering::Relaxed) == doing as usize {
            self.done.fetch_max(done, Ordering::Relaxed);
        } else {
            self.done.store(done, Ordering::Relaxed);
        }
        self.of.store(progress.of as u64, Ordering::Relaxed);
    }

    /// What a line says now.
    fn line(&self) -> String {
        let doing = DOINGS.get(self.doing.load(Ordering::Relaxed)).copied().unwrap_or_default();
        match (self.done.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed)) {
            // A single thing has no way to be half done.
            (_, 0 | 1) => doing.to_owned(),
            (done, of) => format!("{doing}: {} of {of}", done.min(of)),
        }
    }
}

/// Does the work and shows how far it is, once it has taken a while; the line is gone when the work is done.
pub(crate) fn during<T>(console: &Console, doing: Doing, work: impl FnOnce(&Counts) -> T) -> T {
    let counts = Counts::new(doing);
    if !console.shows_progress() {
        return work(&counts);
    }
    thread::scope(|scope| {
        let (finished, waiting) = channel::<()>();
        let shown = &counts;
        scope.spawn(move || {
            if waiting.recv_timeout(BEFORE_IT_SHOWS) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            bar.set_style(style());
            while waiting.recv_timeout(BETWEEN_TWO_LOOKS) == Err(RecvTimeoutError::Timeout) {
                bar.set_message(shown.line());
                bar.tick();
            }
            bar.finish_and_clear();
        });
        let _ends_the_line: Sender<()> = finished;
        work(&counts)
    })
}

/// Without colours, which `NO_COLOR` would forbid, in characters that every terminal has.
fn style() -> ProgressStyle {
    ProgressStyle::default_spinner()
        .template("{spinner} {wide_msg} {elapsed}")
        .unwrap_or_else(|_| ProgressStyle::default_spinner())
        .tick_strings(&["|", "/", "-", "\\", " "])
}

/// Whether a line that draws itself anew suits the place: a terminal that can, and somebody who wants to hear.
pub(crate) fn suits(watched: bool, quiet: bool, terminal: Option<&str>) -> bool {
    watched && !quiet && terminal != Some("dumb")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_terminal_that_can_draw_is_drawn_on() {
        assert!(suits(true, false, Some("xterm")) && suits(true, false, None));
        assert!(!suits(false, false, Some("xterm")), "in a pipe");
        assert!(!suits(true, true, Some("xterm")), "with --quiet");
        assert!(!suits(true, false, Some("dumb")));
    }

    #[test]
    fn lines_say_the_stage_and_the_counts() {
        let counts = Counts::new(Doing::Reading);
        assert_eq!(counts.line(), "reading");
        let tell = |stage, done, of| counts.tell(Progress { stage, done, of });
        tell(Stage::Screening, 7, 10);
        tell(Stage::Screening, 6, 10);
        assert_eq!(counts.line(), "screening and scoring mentees: 7 of 10", "a late count is no step back");
        tell(Stage::Solving, 1, 1);
        assert_eq!(counts.line(), "solving parts");
        tell(Stage::Questions, 2, 200);
        assert_eq!(counts.line(), "trying out questions: 2 of 200");
        for (doing, words) in [(Doing::Writing, "writing"), (Doing::Auditing, "asking again")] {
            assert_eq!(Counts::new(doing).line(), words);
        }
        let rows = Counts::new(Doing::Writing);
        (0..3).for_each(|_| rows.one_more(9));
        assert_eq!(rows.line(), "writing: 3 of 9");
    }
}
