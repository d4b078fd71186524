//! The checks that turn parts into a problem.

use super::error::ProblemError;
use super::{MAX_EDGES, MAX_LEVELS, MAX_ROWS, MAX_TIERS, MAX_VALUE, ProblemParts};

/// The first inconsistency, in the order sizes, tiers, demands, ceilings, edges, levels.
pub(super) fn check(parts: &ProblemParts) -> Result<(), ProblemError> {
    sizes(parts)?;
    tiers(parts)?;
    demands(parts)?;
    ceilings(parts)?;
    edges(parts)?;
    levels(parts)
}

fn sizes(parts: &ProblemParts) -> Result<(), ProblemError> {
    let rows = parts.tiers.len();
    if rows > MAX_ROWS {
        return Err(ProblemError::TooManyRows { given: rows });
    }
    let columns = parts.capacities.len();
    if u32::try_from(columns).is_err() {
        return Err(ProblemError::TooManyColumns { given: columns });
    }
    let edges = parts.columns.len();
    if edges > MAX_EDGES {
        return Err(ProblemError::TooManyEdges { given: edges });
    }
    Ok(())
}

fn tiers(parts: &ProblemParts) -> Result<(), ProblemError> {
    let given = parts.tier_count;
    if given == 0 || given > MAX_TIERS {
        return Err(ProblemError::TierCount { given });
    }
    match parts.tiers.iter().enumerate().find(|(_, t)| **t >= given) {
        Some((row, &tier)) => Err(ProblemError::Tier { row, tier }),
        None => Ok(()),
    }
}

fn demands(parts: &ProblemParts) -> Result<(), ProblemError> {
    let (expected, given) = (parts.tiers.len(), parts.demands.len());
    if given != 0 && given != expected {
        return Err(ProblemError::DemandsLength { expected, given });
    }
    let places: u64 = parts.demands.iter().map(|demand| u64::from(*demand)).sum();
    if places > MAX_ROWS as u64 { Err(ProblemError::TooManyPlaces) } else { Ok(()) }
}

fn ceilings(parts: &ProblemParts) -> Result<(), ProblemError> {
    let (expected, given) = (parts.capacities.len(), parts.ceilings.group_of.len());
    if given != 0 && given != expected {
        return Err(ProblemError::GroupsLength { expected, given });
    }
    let limits = parts.ceilings.limits.len();
    let mut named = parts.ceilings.group_of.iter().enumerate().filter_map(|(column, group)| Some((column, (*group)?)));
    match named.find(|(_, group)| *group as usize >= limits) {
        Some((column, group)) => Err(ProblemError::Group { column, group }),
        None => Ok(()),
    }
}

fn edges(parts: &ProblemParts) -> Result<(), ProblemError> {
    let rows = parts.tiers.len();
    let starts = &parts.row_starts;
    if starts.len() != rows + 1 {
        return Err(ProblemError::RowStartsLength { expected: rows + 1, given: starts.len() });
    }
    if starts.first() != Some(&0) {
        return Err(ProblemError::RowStarts { row: 0 });
    }
    if starts.last() != Some(&parts.columns.len()) {
        let row = rows.saturating_sub(1);
        return Err(ProblemError::RowStarts { row });
    }
    for (row, (from, to)) in starts.iter().zip(starts.iter().skip(1)).enumerate() {
        // A range that steps back or runs past the end has no slice.
        let Some(columns) = parts.columns.get(*from..*to) else {
            return Err(ProblemError::RowStarts { row });
        };
        if let Some(&column) = columns.iter().find(|column| **column as usize >= parts.capacities.len()) {
            return Err(ProblemError::ColumnOutOfRange { row, column });
        }
        if !columns.is_sorted_by(|left, right| left < right) {
            return Err(ProblemError::Unsorted { row });
        }
    }
    Ok(())
}

fn levels(parts: &ProblemParts) -> Result<(), ProblemError> {
    let given = parts.levels.len();
    if given > MAX_LEVELS {
        return Err(ProblemError::TooManyLevels { given });
    }
    for (level, values) in parts.levels.iter().enumerate() {
        if values.len() != parts.columns.len() {
            return Err(ProblemError::LevelLength { level, expected: parts.columns.len(), given: values.len() });
        }
        if let Some(edge) = values.iter().position(|value| !(-MAX_VALUE..=MAX_VALUE).contains(value)) {
            return Err(ProblemError::ValueOutOfRange { level, edge });
        }
    }
    Ok(())
}
