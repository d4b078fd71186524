//! The list of worksheets, and the choice of the one that is meant.

use super::package::Package;
use super::{Refusal, xml};
use crate::report::shown;
use alongside::input::nearest;
use alongside::issue::IssueCode;
use std::collections::BTreeMap;

/// Most names of worksheets that a message shows.
const MAX_NAMED: usize = 20;

/// One worksheet.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    /// The name of its part.
    part: String,
}

/// What the workbook says of itself.
#[derive(Debug)]
pub(crate) struct Book {
    pub(crate) sheets: Vec<Listed>,
    /// Whether days are counted from 1904.
    pub(crate) since_1904: bool,
    pub(crate) strings: Option<String>,
    pub(crate) styles: Option<String>,
}

impl Book {
    pub(crate) fn read(package: &mut Package<'_>) -> Result<Self, Refusal> {
        let root = relations(package, "", "_rels/.rels")?;
        let main = root.into_values().find(|relation| relation.kind == "officeDocument");
        let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
        let Some(text) = package.list(&main)? else { return Err(Refusal::no_workbook(package)) };
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations = relations(package, folder, &join(folder, &format!("_rels/{name}.rels")))?;
        let mut book = Self { sheets: Vec::new(), since_1904: false, strings: None, styles: None };
        xml::each(&text, "workbookPr", |element| {
            book.since_1904 |= xml::flag(element, "date1904");
            Ok(())
        })?;
        xml::each(&text, "sheet", |element| {
            let relation = xml::attribute(element, "id").and_then(|id| relations.get(&id));
            // Charts and macros have pages of their own, which hold no cells.
            let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") else { return Ok(()) };
            let name = xml::attribute(element, "name").ok_or(Refusal::damaged(None))?;
            let hidden = xml::attribute(element, "state").is_some_and(|state| state != "visible");
            book.sheets.push(Listed { name, hidden, part: relation.part.clone() });
            Ok(())
        })?;
        let part = |kind: &str| relations.values().find(|relation| relation.kind == kind).map(|one| one.part.clone());
        (book.strings, book.styles) = (part("sharedStrings"), part("styles"));
        Ok(book)
    }

    /// The worksheet of that name, or the only one that is visible.
    pub(crate) fn choose(&self, name: Option<&str>, place: &str) -> Result<&Listed, Refusal> {
        let visible: Vec<&Listed> = self.sheets.iter().filter(|sheet| !sheet.hidden).collect();
        let refusal =
            |message: String, remedy: String| Refusal { code: IssueCode::MissingWorksheet, row: None, message, remedy };
        let declare = |sheet: &Listed| format!("write `sheet = \"{}\"` under `{place}`", shown(&sheet.name));
        match (name, visible.as_slice()) {
            (Some(name), _) => {
                let found = self.sheets.iter().find(|sheet| sheet.name.trim() == name.trim());
                found.ok_or_else(|| {
                    let message = format!("the workbook has no worksheet `{}`", shown(name));
                    let names = self.sheets.iter().map(|sheet| sheet.name.as_str()).filter(|name| name.len() < 200);
                    let remedy = match nearest(name, names) {
                        Some(near) => format!("did you mean `{}`?", shown(near)),
                        None => format!("its worksheets are {}", names_of(&self.sheets.iter().collect::<Vec<_>>())),
                    };
                    refusal(message, remedy)
                })
            }
            (None, [only]) => Ok(*only),
            (None, []) => match self.sheets.first() {
                Some(hidden) => Err(refusal("every worksheet of the workbook is hidden".to_owned(), declare(hidden))),
                None => Err(refusal("the workbook has no worksheet".to_owned(), "give another file".to_owned())),
            },
            (None, [first, ..]) => {
                let message = format!("the workbook has several worksheets: {}", names_of(&visible));
                Err(refusal(message, declare(first)))
            }
        }
    }
}

impl Listed {
    /// Its XML.
    pub(crate) fn text(&self, package: &mut Package<'_>) -> Result<String, Refusal> {
        package.part(&self.part)?.ok_or(Refusal::damaged(None))
    }
}

fn names_of(sheets: &[&Listed]) -> String {
    let mut names: Vec<String> =
        sheets.iter().take(MAX_NAMED).map(|sheet| format!("`{}`", shown(&sheet.name))).collect();
    if sheets.len() > MAX_NAMED {
        names.push(format!("and {} more", sheets.len() - MAX_NAMED));
    }
    names.join(", ")
}

/// One part that another refers to.
#[derive(Debug)]
struct Relation {
    /// The last word of its kind, which is the same in both editions of the standard.
    kind: String,
    part: String,
}

/// From id to part; none where the part that lists them is absent.
fn relations(package: &mut Package<'_>, folder: &str, part: &str) -> Result<BTreeMap<String, Relation>, Refusal> {
    let mut relations = BTreeMap::new();
    let Some(text) = package.list(part)? else { return Ok(relations) };
    xml::each(&text, "Relationship", |element| {
        let attribute = |name| xml::attribute(element, name);
        if let (Some(id), Some(kind), Some(target)) = (attribute("Id"), attribute("Type"), attribute("Target")) {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            relations.insert(id, Relation { kind, part: join(folder, &target) });
        }
        Ok(())
    })?;
    Ok(relations)
}

/// The name of a part as seen from a folder; one that begins with `/` is seen from the package.
fn join(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut parts: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in target.split('/') {
        match part {
            ".." => _ = parts.pop(),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_seen_from_their_folder_or_from_the_package() {
        assert_eq!(join("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(join("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(join("xl/a", "../b.xml"), "xl/b.xml");
        assert_eq!(join("", "../../../etc"), "etc");
    }
}
