//! The command `alongside`: reads a programme, calls the engine, lays out what it says.

mod args;
mod backend;
mod commands;
mod console;
mod exit;
mod interrupt;
mod locate;
mod manifest;
mod progress;
mod render;
mod results;
mod stop;
mod timings;

use args::{Cli, Command};
use clap::Parser;
use console::Console;
use exit::Exit;
use stop::Stop;

// Reading and writing allocate many small values on every thread: the system's own allocator made a whole run a fifth
// longer where it was measured.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Exit {
    std::panic::set_hook(Box::new(|panic| {
        // The place in the source only: what a panic says may hold somebody's data.
        let place = panic.location().map(|place| format!(" at {}:{}", place.file(), place.line())).unwrap_or_default();
        let console = Console::plain();
        console.error(&format!("internal error{place}; please report it"));
        interrupt::abandon();
        std::process::exit(i32::from(Exit::Failed.code()));
    }));
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(help_or_error) => {
            // Nobody is left to tell when the stream is gone.
            let _ = help_or_error.print();
            return if help_or_error.exit_code() == 0 { Exit::Done } else { Exit::Usage };
        }
    };
    let console = Console::new(&cli.talk);
    let done = interrupt::install()
        .map_err(|error| Stop::Failed(format!("cannot listen for Ctrl-C: {error}")))
        .and_then(|()| dispatch(&cli.command, &console));
    interrupt::wait_if_interrupted();
    done.unwrap_or_else(|stop| tell(&stop, &cli.command, &console))
}

fn dispatch(command: &Command, console: &Console) -> Result<Exit, Stop> {
    match command {
        Command::Init(args) => commands::init::run(args, console),
        Command::Map(args) => commands::map::run(args, console),
        Command::Validate(args) => commands::validate::run(args, console),
        Command::Match(args) => commands::match_::run(args, console),
        Command::Explain(args) => commands::explain::run(args, console),
        Command::Text(args) => commands::text::run(args, console),
        Command::Shortlist(args) => commands::shortlist::run(args, console),
        Command::Blocking(args) => commands::blocking::run(args, console),
        Command::Places(args) => commands::places::run(args, console),
        Command::Programmes(args) => commands::programmes::run(args, console),
        Command::Check(args) => commands::check::run(args, console),
        Command::Describe(args) => commands::describe::run(args, console),
        Command::Generate(args) => commands::generate::run(args, console),
        Command::Terms => commands::terms::run(console),
        Command::Schema(args) => commands::schema::run(args, console),
        Command::Completions(args) => commands::completions::run(args, console),
        Command::Man(args) => commands::man::run(args, console),
    }
}

/// Says why the command ends: problems of the input as data where data was asked for, all else on standard error.
fn tell(stop: &Stop, command: &Command, console: &Console) -> Exit {
    match stop {
        Stop::Invalid(failure) if command.wants_json() => {
            let told = render::issues::json(failure).and_then(|json| console.print_bytes(&json));
            if let Err(stop) = told {
                return tell(&stop, command, console);
            }
        }
        Stop::Invalid(failure) => console.say(&render::issues::list(&failure.issues)),
        Stop::Usage(why) | Stop::Failed(why) => console.error(&render::text::shown(why)),
    }
    stop.exit()
}
