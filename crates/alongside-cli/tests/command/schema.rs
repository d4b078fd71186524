use super::{Run, alongside};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The files in the book are what the command prints: editors are pointed at them.
#[test]
fn the_book_has_the_schemas_that_the_command_prints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/schema");
    for name in ["programme", "outcome", "shortlists", "issues"] {
        let printed = Run::of(alongside().args(["schema", name])).ends(0).out;
        let path = folder.join(format!("{name}.json"));
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::write(&path, &printed).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(kept == printed, "{name}.json is old: UPDATE_DOCS=1 cargo test -p alongside-cli --test command schema");
    }
    assert_eq!(Run::of(alongside().arg("schema")).ends(0).out, Run::of(alongside().args(["schema", "programme"])).out);
    Run::of(alongside().args(["schema", "weather"])).ends(2);
}

/// Every `$ref` leads somewhere, and nothing is defined for nobody.
#[test]
fn schemas_are_whole() {
    fn collect(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(entries) => {
                found.extend(entries.get("$ref").and_then(Value::as_str).map(str::to_owned));
                entries.values().for_each(|value| collect(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| collect(value, found)),
            _ => {}
        }
    }
    for name in ["programme", "outcome", "shortlists", "issues"] {
        let schema = Run::of(alongside().args(["schema", name])).ends(0).json();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        let mut used = Vec::new();
        collect(&schema, &mut used);
        used.sort();
        used.dedup();
        let mut defined: Vec<String> =
            schema["$defs"].as_object().unwrap().keys().map(|key| format!("#/$defs/{key}")).collect();
        defined.sort();
        assert_eq!(used, defined, "{name}");
    }
}
