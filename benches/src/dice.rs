//! Numbers that look random: splitmix64 (Steele, Lea and Flood 2014), by counter, so that any can be had without those
//! before it.

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The number at `index` of a stream.
pub const fn draw(seed: u64, stream: u64, index: u64) -> u64 {
    let key = mix(seed.wrapping_add(stream.wrapping_mul(GOLDEN)));
    mix(key.wrapping_add(index.wrapping_add(1).wrapping_mul(GOLDEN)))
}

/// The same as a part of one, from 0 to just below 1.
pub fn unit(seed: u64, stream: u64, index: u64) -> f64 {
    (draw(seed, stream, index) >> 11) as f64 * 2f64.powi(-53)
}

/// One number after the other.
#[derive(Debug, Clone)]
pub struct Dice {
    seed: u64,
    at: u64,
}

impl Dice {
    /// Dice of that seed.
    pub const fn new(seed: u64) -> Self {
        Self { seed, at: 0 }
    }

    /// A number below `sides`, which is not 0.
    pub const fn roll(&mut self, sides: u64) -> u64 {
        self.at += 1;
        draw(self.seed, 0, self.at) % sides
    }

    /// True once in so many times.
    pub const fn once_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }

    /// One of them.
    pub fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        let at = self.roll(from.len().max(1) as u64) as usize;
        from.get(at).copied().unwrap_or_default()
    }

    /// Some of them, from `least` to `most`, none twice, in order.
    pub fn some<'t>(&mut self, from: &[&'t str], least: u64, most: u64) -> Vec<&'t str> {
        let many = least + self.roll(most - least + 1);
        let mut chosen: Vec<&str> = (0..many).map(|_| self.pick(from)).collect();
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }
}
