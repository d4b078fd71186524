//! The command line: every argument, with its help.

use crate::exit::Exit;
use alongside::domain::Date;
use alongside::domain::{Audience, PairStage};
use alongside::reference::ATTRIBUTION;
use alongside::schema::Schema;
use alongside::shortlist::Kind;
use alongside::synthetic::Scheme;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, ColorChoice, Parser, Subcommand, ValueEnum};
use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;

/// Matches mentors with mentees, befrienders with befriendees, and says why.
///
/// Reads a programme file and two spreadsheets; proposes a matching that serves as many people as the rules allow, and
/// proves it. A named person decides; the engine proposes.
#[derive(Debug, Parser)]
#[command(
    name = "alongside",
    version,
    long_version = version(),
    max_term_width = 100,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    after_help = start(),
    after_long_help = format!("{}\n{}", start(), Exit::reference())
)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// How to talk.
    #[command(flatten)]
    pub(crate) talk: Talk,
}

/// The version, and what has to be said of the data inside.
fn version() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| format!("{}\n\n{ATTRIBUTION}", env!("CARGO_PKG_VERSION")))
}

fn start() -> String {
    "Start here:\n  alongside init tea-club\n  alongside match tea-club/programme.toml\n".to_owned()
}

/// How much is said, and how.
#[derive(Debug, Args)]
pub(crate) struct Talk {
    /// Colour on the terminal; `NO_COLOR` is heeded
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Talk")]
    pub(crate) color: ColorChoice,
    /// Say nothing on standard error but errors
    #[arg(short, long, global = true, action = ArgAction::SetTrue, help_heading = "Talk")]
    pub(crate) quiet: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write a small example programme into a new folder, ready to run
    #[command(after_help = "Examples:\n  alongside init tea-club\n")]
    Init(InitArgs),
    /// Look at the sheets of a scheme and propose a programme file for them
    #[command(after_help = "Examples:\n  alongside map mentors.csv mentees.csv\n  \
        alongside map people.csv --out autumn.toml\n  \
        alongside map scheme.xlsx scheme.xlsx --sheet Volunteers --sheet Clients\n  \
        alongside map mentors.csv mentees.csv --yes --as-of 2026-11-02\n")]
    Map(MapArgs),
    /// Read a programme and tell every problem in it at once
    #[command(after_help = "Examples:\n  alongside validate programme.toml\n  \
        alongside validate programme.toml --mentees october.csv --format json\n")]
    Validate(ValidateArgs),
    /// Propose a matching
    #[command(after_help = "Examples:\n  alongside match programme.toml\n  \
        alongside match programme.toml --out october --time-limit 60\n  \
        alongside match programme.toml --format csv > proposals.csv\n  \
        alongside match - < programme.json > outcome.json\n")]
    Match(MatchArgs),
    /// Say why a pair is proposed, why another is not, or why somebody waits
    #[command(
        override_usage = "alongside explain [OPTIONS] [PROGRAMME] <MENTEE> [MENTOR]",
        after_help = "Examples:\n  alongside explain programme.toml B07\n  \
            alongside explain programme.toml B07 V03 --names\n  alongside explain B07 V03\n"
    )]
    Explain(ExplainArgs),
    /// Print what a mentee, a mentor or a carer may read about a pair
    ///
    /// Made from the reader's own answers and what the programme discloses to them at that stage, under `disclosure`; never
    /// from anything else.
    #[command(
        after_help = "Examples:\n  alongside text programme.toml --mentee B07 --mentor V03 --reader mentee --stage proposed\n"
    )]
    Text(TextArgs),
    /// List several options for each mentee, for people who choose
    ///
    /// Without `--safe`: what is proposed and the best further options. They promise nothing together: two people may
    /// have the same one. With `--safe`, no pick costs anybody a place. What people answer is told by `--pick` and
    /// `--decline`, or as decisions `keep` and `bar` in the programme; the rest is then worked out again.
    #[command(after_help = "Examples:\n  alongside shortlist programme.toml --options 4 --out lists.xlsx\n  \
        alongside shortlist programme.toml --safe one-after-another\n  \
        alongside shortlist programme.toml --safe one-after-another --pick B07=V03 --decline B02=V05\n")]
    Shortlist(ShortlistArgs),
    /// List the pairs who would both rather have each other than what an outcome proposes to them
    ///
    /// Mentees prefer whom they chose, the first choice first, then whoever fits better; mentors whoever fits better. A
    /// matching with no such pair is stable.
    #[command(after_help = "Examples:\n  alongside blocking programme.toml october\n  \
        alongside blocking programme.toml october/outcome.json --format json\n")]
    Blocking(BlockingArgs),
    /// Say of every mentor what one more place would be worth to the whole, and what one less would cost
    ///
    /// Whom to ask for one more, and whom the programme can least do without. Told where the aim adds up over pairs: with
    /// the qualities `total_fit`, `most_first_choices` and `fewest_last_choices`.
    #[command(after_help = "Examples:\n  alongside places programme.toml\n  \
        alongside places programme.toml --all --names\n")]
    Places(PlacesArgs),
    /// Say of everybody which of several programmes fit them, and why the others do not
    ///
    /// For referrals, and for volunteers who could help elsewhere. A list to decide by: nobody is put into a programme, and
    /// a mentee without one is not matched.
    #[command(after_help = "Examples:\n  alongside programmes programme.toml\n  \
        alongside programmes programme.toml --person E17\n  \
        alongside programmes programme.toml --both-sides --format json\n")]
    Programmes(ProgrammesArgs),
    /// Audit an outcome against its programme, with code that shares nothing with the solver
    #[command(after_help = "Examples:\n  alongside check programme.toml october\n  \
        alongside check programme.toml october/outcome.json --format json\n")]
    Check(CheckArgs),
    /// Print the reference of an issue code, a rule, a criterion, a finding, or the exit codes
    #[command(after_help = "Examples:\n  alongside describe\n  alongside describe dangling-id\n  \
        alongside describe exit-codes\n")]
    Describe(DescribeArgs),
    /// Write a made-up programme of any size, for trying, teaching and measuring
    ///
    /// It has sheets of people, of pairs that meet or met, of decisions and of terms, one kind also of scores, and a
    /// programme file that names them all. Nobody in it is real. The same seed gives the same bytes.
    #[command(after_help = "Examples:\n  alongside generate --mentees 500 --mentors 400 --out trial\n  \
        alongside generate --mentees 60 --mentors 50 --seed 7 --shape care-leavers --out course\n")]
    Generate(GenerateArgs),
    /// Print a starting vocabulary of interests, goals, skills, needs, experiences and motivations, as a table to edit
    ///
    /// Words with their synonyms and broader terms, for `terms` under `[sheets]`. They are suggestions: keep what your
    /// people say, take out the rest.
    #[command(after_help = "Examples:\n  alongside terms > terms.csv\n")]
    Terms,
    /// Print the JSON Schema of the programme file, the outcome, shortlists or the issues
    #[command(after_help = "Examples:\n  alongside schema > programme.schema.json\n  alongside schema outcome\n")]
    Schema(SchemaArgs),
    /// Print what a shell needs to complete commands and options
    #[command(
        after_help = "Examples:\n  alongside completions bash > ~/.local/share/bash-completion/completions/alongside\n"
    )]
    Completions(CompletionsArgs),
    /// Print the manual, or write all its pages
    #[command(
        after_help = "Examples:\n  alongside man match | man -l -\n  alongside man --out ~/.local/share/man/man1\n"
    )]
    Man(ManArgs),
}

impl Command {
    /// Whether problems of the input are asked for as data.
    pub(crate) fn wants_json(&self) -> bool {
        match self {
            Self::Init(_)
            | Self::Describe(_)
            | Self::Generate(_)
            | Self::Terms
            | Self::Text(_)
            | Self::Schema(_)
            | Self::Completions(_)
            | Self::Man(_) => false,
            Self::Map(args) => args.format == Format::Json,
            Self::Validate(args) => args.format == Format::Json,
            Self::Match(args) => args.format() == MatchFormat::Json,
            Self::Explain(args) => args.format == Format::Json,
            Self::Shortlist(args) => args.out.is_none() && args.format() == ListFormat::Json,
            Self::Blocking(args) => args.format == Format::Json,
            Self::Places(args) => args.format == Format::Json,
            Self::Programmes(args) => args.format == Format::Json,
            Self::Check(args) => args.format == Format::Json,
        }
    }
}

/// For people or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    Table,
    /// For programs.
    Json,
}

/// How a matching is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MatchFormat {
    /// For people.
    Table,
    /// The whole outcome, for programs.
    Json,
    /// The proposals, for a spreadsheet.
    Csv,
    /// Everything as a workbook, not to a terminal.
    Xlsx,
}

/// How lists are printed or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people.
    Table,
    /// Everything, for programs.
    Json,
    /// One row for each option, for a spreadsheet.
    Csv,
    /// The same as a workbook, not to a terminal.
    Xlsx,
}

/// What lists promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Safe {
    /// No pick from any one list costs anybody a place; the others are worked out again after it.
    #[value(alias = "one_after_another")]
    OneAfterAnother,
    /// Whatever all pick, nobody loses a place. These lists are shorter.
    Jointly,
}

impl From<Safe> for Kind {
    fn from(safe: Safe) -> Self {
        match safe {
            Safe::OneAfterAnother => Self::OneAfterAnother,
            Safe::Jointly => Self::Jointly,
        }
    }
}

/// The programme to read.
#[derive(Debug, Clone, Args)]
pub(crate) struct Input {
    /// Programme file, TOML or JSON; `-` for one JSON document on standard input
    ///
    /// Without it, `--config` or the variable `ALONGSIDE_CONFIG` names one; without these, alongside.toml,
    /// alongside.json, programme.toml or programme.json is looked for in the folder you stand in and above it, up to
    /// your home folder.
    #[arg(value_name = "PROGRAMME")]
    pub(crate) programme: Option<PathBuf>,
    /// Programme file, named apart from the other words
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Sheet of mentors, in place of the one the programme names
    #[arg(long, value_name = "FILE")]
    pub(crate) mentors: Option<PathBuf>,
    /// Sheet of mentees, in place of the one the programme names
    #[arg(long, value_name = "FILE")]
    pub(crate) mentees: Option<PathBuf>,
    /// Sheet of relationships, in place of the one the programme names
    #[arg(long, value_name = "FILE")]
    pub(crate) relationships: Option<PathBuf>,
    /// Sheet of decisions, in place of the one the programme names
    #[arg(long, value_name = "FILE")]
    pub(crate) decisions: Option<PathBuf>,
    /// Sheet of terms, in place of the one the programme names
    #[arg(long, value_name = "FILE")]
    pub(crate) terms: Option<PathBuf>,
    /// Sheet of scores, in place of the one the programme names
    #[arg(long, value_name = "FILE")]
    pub(crate) scores: Option<PathBuf>,
}

impl Input {
    /// Whether the programme comes on standard input.
    pub(crate) fn is_stdin(&self) -> bool {
        self.programme.as_ref().or(self.config.as_ref()).is_some_and(|path| path.as_os_str() == "-")
    }
}

/// `init`.
#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// Folder to make
    pub(crate) dir: PathBuf,
}

/// `generate`.
#[derive(Debug, Args)]
pub(crate) struct GenerateArgs {
    /// How many mentees
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) mentees: u32,
    /// How many mentors
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) mentors: u32,
    /// From which everything follows; also the seed of the programme
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u64).range(0..=i64::MAX as u64))]
    pub(crate) seed: u64,
    /// Which kind of programme
    #[arg(long, value_name = "KIND", default_value = "befriending", value_parser = shape())]
    pub(crate) shape: Scheme,
    /// Folder to make
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

fn shape() -> impl TypedValueParser<Value = Scheme> {
    PossibleValuesParser::new(Scheme::ALL.map(Scheme::name))
        .try_map(|name| Scheme::named(&name).ok_or("a kind of programme that is not there"))
}

/// `map`.
#[derive(Debug, Args)]
pub(crate) struct MapArgs {
    /// Sheet of mentors, or of both sides with a column that tells them apart
    #[arg(value_name = "MENTORS")]
    pub(crate) mentors: PathBuf,
    /// Sheet of mentees
    #[arg(value_name = "MENTEES")]
    pub(crate) mentees: Option<PathBuf>,
    /// Worksheet of a workbook; given twice, the mentors' and the mentees'
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Vec<String>,
    /// Programme file to write
    #[arg(long, value_name = "FILE", default_value = "programme.toml")]
    pub(crate) out: PathBuf,
    /// Write over a file that is there already
    #[arg(long)]
    pub(crate) force: bool,
    /// Ask nothing: take what is proposed and leave open what only people can know
    #[arg(short, long)]
    pub(crate) yes: bool,
    /// The day from which the programme is seen [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) as_of: Option<Date>,
    /// How to print what was recognised
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
}

/// `validate`.
#[derive(Debug, Args)]
pub(crate) struct ValidateArgs {
    #[command(flatten)]
    pub(crate) input: Input,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
}

/// `match`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the command line")]
pub(crate) struct MatchArgs {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Write outcome.json, proposals.csv, unmatched.csv, matching.xlsx and manifest.json into this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Exchange an earlier result in that folder
    #[arg(long, requires = "out")]
    pub(crate) replace: bool,
    /// How to print [default: table, or json when the programme comes on standard input]
    #[arg(long, value_enum)]
    format: Option<MatchFormat>,
    /// Stop improving after so many seconds; the best matching found is kept
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub(crate) time_limit: Option<Duration>,
    /// Threads to use [default: one for each core]; the outcome is the same
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// Show every row of every table
    #[arg(long)]
    pub(crate) all: bool,
    /// Show names in place of ids, where the sheets have them
    #[arg(long)]
    pub(crate) names: bool,
    /// Say on standard error how long each stage took, and what each round over all pairs did
    #[arg(long)]
    pub(crate) timings: bool,
}

impl MatchArgs {
    /// The format asked for, or the one that suits where the programme comes from.
    pub(crate) fn format(&self) -> MatchFormat {
        let default = if self.input.is_stdin() { MatchFormat::Json } else { MatchFormat::Table };
        self.format.unwrap_or(default)
    }
}

/// `explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Id of the mentee
    #[arg(value_name = "MENTEE")]
    pub(crate) mentee: Option<String>,
    /// Id of a mentor: why this one, or why not
    #[arg(value_name = "MENTOR")]
    pub(crate) mentor: Option<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Show names in place of ids, where the sheets have them
    #[arg(long)]
    pub(crate) names: bool,
}

/// `text`.
#[derive(Debug, Args)]
pub(crate) struct TextArgs {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Id of the mentee
    #[arg(long, value_name = "ID")]
    pub(crate) mentee: String,
    /// Id of the mentor
    #[arg(long, value_name = "ID")]
    pub(crate) mentor: String,
    /// Who reads it: mentee, mentor or carer
    #[arg(long, value_name = "WHO", value_parser = audience())]
    pub(crate) reader: Audience,
    /// How far the two have come: proposed, introduced or matched
    #[arg(long, value_name = "STAGE", value_parser = stage())]
    pub(crate) stage: PairStage,
}

fn audience() -> impl TypedValueParser<Value = Audience> {
    PossibleValuesParser::new(Audience::WORDS.iter().map(|(word, _)| *word)).try_map(|word| {
        let found = Audience::WORDS.iter().find(|(known, _)| *known == word);
        found.map(|(_, audience)| *audience).ok_or("a reader that is not there")
    })
}

fn stage() -> impl TypedValueParser<Value = PairStage> {
    PossibleValuesParser::new(PairStage::WORDS.iter().map(|(word, _)| *word)).try_map(|word| {
        let found = PairStage::WORDS.iter().find(|(known, _)| *known == word);
        found.map(|(_, stage)| *stage).ok_or("a stage that is not there")
    })
}

/// `shortlist`.
#[derive(Debug, Args)]
pub(crate) struct ShortlistArgs {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Most options on a list, from 1 to 100
    #[arg(long, value_name = "K", default_value = "3", value_parser = up_to_a_hundred)]
    pub(crate) options: NonZeroU32,
    /// Most lists that a mentor stands on, those with their proposals included [default: as many as options]
    #[arg(long, value_name = "B", value_parser = up_to_a_thousand)]
    pub(crate) appearances: Option<NonZeroU32>,
    /// List only options whose choice costs nobody a place
    #[arg(long, value_enum, value_name = "HOW")]
    pub(crate) safe: Option<Safe>,
    /// Somebody picked: this pair stands. May be given several times
    #[arg(long, value_name = "MENTEE=MENTOR")]
    pub(crate) pick: Vec<String>,
    /// Somebody declined: this pair is out. May be given several times
    #[arg(long, value_name = "MENTEE=MENTOR")]
    pub(crate) decline: Vec<String>,
    /// How to print [default: table]; with `--out`, how to write [default: what the file's name ends with]
    #[arg(long, value_enum)]
    format: Option<ListFormat>,
    /// Write the lists into this file: csv, xlsx or json
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Write over a file that is there already
    #[arg(long, requires = "out")]
    pub(crate) force: bool,
    /// Show every list
    #[arg(long)]
    pub(crate) all: bool,
    /// Show names in place of ids, where the sheets have them
    #[arg(long)]
    pub(crate) names: bool,
}

impl ShortlistArgs {
    /// The format asked for, or the one that the file's name or the input suggests.
    pub(crate) fn format(&self) -> ListFormat {
        let ending = self.out.as_ref().and_then(|path| path.extension()).and_then(|ending| ending.to_str());
        let default = match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("xlsx") => ListFormat::Xlsx,
            Some("json") => ListFormat::Json,
            Some(_) => ListFormat::Csv,
            None if self.input.is_stdin() => ListFormat::Json,
            None => ListFormat::Table,
        };
        self.format.unwrap_or(default)
    }
}

/// `blocking`.
#[derive(Debug, Args)]
#[command(allow_missing_positional = true)]
pub(crate) struct BlockingArgs {
    #[command(flatten)]
    pub(crate) input: Input,
    /// outcome.json, or the folder that holds it
    #[arg(required = true)]
    pub(crate) outcome: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Show every pair
    #[arg(long)]
    pub(crate) all: bool,
    /// Show names in place of ids, where the sheets have them
    #[arg(long)]
    pub(crate) names: bool,
}

/// `places`.
#[derive(Debug, Args)]
pub(crate) struct PlacesArgs {
    #[command(flatten)]
    pub(crate) input: Input,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Show every mentor
    #[arg(long)]
    pub(crate) all: bool,
    /// Show names in place of ids, where the sheets have them
    #[arg(long)]
    pub(crate) names: bool,
}

/// `programmes`.
#[derive(Debug, Args)]
pub(crate) struct ProgrammesArgs {
    #[command(flatten)]
    pub(crate) input: Input,
    /// One person alone, mentee or mentor
    #[arg(long, value_name = "ID")]
    pub(crate) person: Option<String>,
    /// List the mentors as well: where each could be proposed
    #[arg(long)]
    pub(crate) both_sides: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Show everybody
    #[arg(long)]
    pub(crate) all: bool,
    /// Show names in place of ids, where the sheets have them
    #[arg(long)]
    pub(crate) names: bool,
}

/// `check`.
#[derive(Debug, Args)]
#[command(allow_missing_positional = true)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) input: Input,
    /// outcome.json, or the folder that holds it
    #[arg(required = true)]
    pub(crate) outcome: PathBuf,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
}

/// `describe`.
#[derive(Debug, Args)]
pub(crate) struct DescribeArgs {
    /// What to describe; without it, everything is listed
    pub(crate) name: Option<String>,
}

/// `schema`.
#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Of what
    #[arg(value_name = "WHAT", default_value = "programme", value_parser = schema())]
    pub(crate) of: Schema,
}

fn schema() -> impl TypedValueParser<Value = Schema> {
    PossibleValuesParser::new(Schema::ALL.map(Schema::name))
        .try_map(|name| Schema::named(&name).ok_or("a schema that is not there"))
}

/// `completions`.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// Which shell
    pub(crate) shell: clap_complete::Shell,
}

/// `man`.
#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// Print the page of this command [default: of the whole]
    #[arg(conflicts_with = "out")]
    pub(crate) command: Option<String>,
    /// Write all pages into this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write the day as YYYY-MM-DD, such as 2026-11-02".to_owned())
}

fn up_to(text: &str, most: u32) -> Result<NonZeroU32, String> {
    let number = text.parse::<NonZeroU32>().ok().filter(|number| number.get() <= most);
    number.ok_or_else(|| format!("write a whole number from 1 to {most}"))
}

fn up_to_a_hundred(text: &str) -> Result<NonZeroU32, String> {
    up_to(text, 100)
}

fn up_to_a_thousand(text: &str) -> Result<NonZeroU32, String> {
    up_to(text, 1000)
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse::<f64>().map_err(|_| "write a number of seconds, such as 60".to_owned())?;
    Duration::try_from_secs_f64(seconds).map_err(|_| "write a number of seconds from 0 up".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_programme_on_standard_input_is_answered_in_its_own_notation() {
        let parse = |line: &[&str]| match Cli::try_parse_from(line).unwrap().command {
            Command::Match(args) => args.format(),
            other => panic!("{other:?}"),
        };
        assert_eq!(parse(&["alongside", "match", "-"]), MatchFormat::Json);
        assert_eq!(parse(&["alongside", "match", "p.toml"]), MatchFormat::Table);
        assert_eq!(parse(&["alongside", "match", "-", "--format", "csv"]), MatchFormat::Csv);
    }

    #[test]
    fn limits_of_time_are_positive_numbers() {
        assert_eq!(seconds("0.5"), Ok(Duration::from_millis(500)));
        for wrong in ["-1", "nan", "inf", "ten", "1e300"] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }
}
