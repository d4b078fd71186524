//! The line that is printed.

use serde_json::{Map, Value, json};
use std::time::Duration;

/// What was found, how, and in what time.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    pub(crate) served_per_tier: Vec<usize>,
    pub(crate) total: Value,
    /// What the separate checker says: `verified`, or what failed.
    pub(crate) certificate: String,
    pub(crate) rounds: usize,
    /// What the aim has to say besides.
    pub(crate) more: Vec<(&'static str, Value)>,
}

/// Times of each repetition of the solve alone.
#[derive(Debug, Default)]
pub(crate) struct Times {
    pub(crate) wall: Vec<Duration>,
    pub(crate) cpu: Vec<Duration>,
}

impl Answer {
    pub(crate) fn line(&self, times: &Times) -> String {
        let mut line = Map::new();
        let served: usize = self.served_per_tier.iter().sum();
        line.insert("served".to_owned(), json!(served));
        line.insert("served_per_tier".to_owned(), json!(self.served_per_tier));
        line.insert("total".to_owned(), self.total.clone());
        line.insert("certificate".to_owned(), json!(self.certificate));
        line.insert("rounds".to_owned(), json!(self.rounds));
        line.insert("wall_ms".to_owned(), median(&times.wall));
        line.insert("cpu_ms".to_owned(), median(&times.cpu));
        line.insert("peak_mib".to_owned(), peak_mib());
        line.extend(self.more.iter().map(|(key, value)| ((*key).to_owned(), value.clone())));
        Value::Object(line).to_string()
    }
}

/// The median in milliseconds; of an even number, the lower of the two in the middle.
fn median(times: &[Duration]) -> Value {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len().saturating_sub(1) / 2).map_or(Value::Null, |time| json!(time.as_secs_f64() * 1000.0))
}

/// The most memory that this process ever held, where the system tells.
fn peak_mib() -> Value {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse::<f64>().ok());
    kib.map_or(Value::Null, |kib| json!((kib / 1024.0 * 10.0).round() / 10.0))
}
