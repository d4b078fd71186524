//! What the reference says of one rule or criterion, and how texts are laid out.

use super::Example;

/// The reference of one rule or criterion; it stands in the file of what it describes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reference {
    /// The word that names it in a programme file.
    pub(crate) name: &'static str,
    /// What it looks at.
    pub(crate) looks_at: &'static str,
    /// Why it matters, with the source of what is known from practice or research.
    pub(crate) why: &'static str,
    /// When it refuses, or how it scores, as exactly as the specification.
    pub(crate) effect: &'static str,
    /// Its own settings, each with limits and default.
    pub(crate) settings: &'static [(&'static str, &'static str)],
    /// Part of a programme file that uses it.
    pub(crate) example: &'static str,
    /// What it cannot know.
    pub(crate) cannot_know: &'static str,
}

impl Reference {
    /// The whole text; `effect` heads the paragraph on the effect, `common` tells the settings it shares with others.
    pub(super) fn text(&self, effect: &str, common: &str) -> String {
        let mut text = Text::default();
        text.labelled("What it looks at", self.looks_at);
        text.labelled("Why it matters", self.why);
        text.labelled(effect, self.effect);
        text.labelled("Settings", common);
        for (key, meaning) in self.settings {
            text.paragraph(&format!("- `{key}`: {meaning}"));
        }
        text.labelled("Example", Example::Document(self.example).lead());
        Example::Document(self.example).show(&mut text);
        text.labelled("What it cannot know", self.cannot_know);
        text.finish()
    }
}

/// Markdown under construction, with lines that fit a terminal.
#[derive(Debug, Default)]
pub(super) struct Text(String);

/// Longest line of running text, in characters.
const WIDTH: usize = 100;

impl Text {
    /// A paragraph that begins with what it is about; each further line is a paragraph or, after `- `, an item.
    pub(super) fn labelled(&mut self, label: &str, text: &str) {
        self.paragraph(&format!("**{label}.** {text}"));
    }

    /// Paragraphs, one a line; items of a list follow each other without a blank line.
    pub(super) fn paragraph(&mut self, text: &str) {
        for line in text.lines() {
            let item = line.starts_with("- ");
            let follows = item && self.0.lines().last().is_some_and(|last| last.starts_with(['-', ' ']));
            if !self.0.is_empty() && !follows {
                self.0.push('\n');
            }
            self.wrap(line.trim_end(), if item { "  " } else { "" });
        }
    }

    /// Lines as they stand, in a block of that language.
    pub(super) fn block(&mut self, language: &str, lines: &str) {
        self.paragraph(&format!("```{language}"));
        self.0.push_str(lines.trim_end());
        self.0.push_str("\n```\n");
    }

    fn wrap(&mut self, line: &str, indent: &str) {
        let mut width = 0;
        for word in line.split(' ') {
            let length = word.chars().count();
            if width > 0 && width + 1 + length > WIDTH {
                self.0.push('\n');
                self.0.push_str(indent);
                width = indent.len();
            } else if width > 0 {
                self.0.push(' ');
                width += 1;
            }
            self.0.push_str(word);
            width += length;
        }
        self.0.push('\n');
    }

    pub(super) fn finish(self) -> String {
        self.0.trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_wrapped_and_lists_stay_together() {
        let mut text = Text::default();
        text.labelled("Effect", "One of:\n- the first\n- the second");
        text.paragraph(&format!("- {}", "word ".repeat(30).trim_end()));
        text.block("toml", "a = 1\n");
        let text = text.finish();
        assert!(text.starts_with("**Effect.** One of:\n\n- the first\n- the second\n- word"), "{text}");
        assert!(text.ends_with("\n\n```toml\na = 1\n```"), "{text}");
        assert!(text.lines().all(|line| line.len() <= WIDTH));
    }
}
