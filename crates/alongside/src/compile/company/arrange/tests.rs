use super::*;
use proptest::prelude::*;

fn week(slots: &[usize]) -> Week {
    let mut week = Week::default();
    slots.iter().for_each(|slot| week.add(*slot, slot + 1));
    week
}

/// Whether meetings can begin so: each where its week is free for as long, none while another goes on.
fn possible(meetings: &[Week], begins: &[usize], long: usize) -> bool {
    let slots = |begin: usize| (begin..begin + long).map(|slot| slot % HALF_HOURS);
    let free = meetings.iter().zip(begins).all(|(week, begin)| slots(*begin).all(|slot| week.has(slot)));
    let mut all: Vec<usize> = begins.iter().flat_map(|begin| slots(*begin)).collect();
    all.sort_unstable();
    free && all.windows(2).all(|two| two[0] != two[1])
}

/// Tries every beginning of every meeting.
fn tried(meetings: &[Week], begins: &mut Vec<usize>, long: usize) -> bool {
    if begins.len() == meetings.len() {
        return possible(meetings, begins, long);
    }
    let next = meetings[begins.len()];
    (0..HALF_HOURS).filter(|begin| next.has(*begin)).any(|begin| {
        begins.push(begin);
        let found = possible(&meetings[..begins.len()], begins, long) && tried(meetings, begins, long);
        begins.pop();
        found
    })
}

proptest! {
    #[test]
    fn meetings_find_times_when_any_do(
        weeks in prop::collection::vec(prop::collection::vec((0..14_usize, 1..5_usize), 1..4), 1..5),
        long in 1..4_usize,
        shift in 0..336_usize,
    ) {
        // Close together, so that they are in each other's way, and anywhere in the week, so that it goes round.
        let weeks: Vec<Week> = weeks.iter().map(|spans| {
            let slots: Vec<usize> = spans.iter().flat_map(|(from, many)| *from..from + many).collect();
            week(&slots.iter().map(|slot| (slot + shift) % HALF_HOURS).collect::<Vec<_>>())
        }).collect();
        let beginnings: Vec<Week> = weeks.iter().map(|week| week.beginnings(long as u32)).collect();
        let found = apart(&beginnings, long);
        if let Some(begins) = &found {
            prop_assert!(possible(&weeks, begins, long), "{begins:?}");
        }
        prop_assert_eq!(found.is_some(), tried(&weeks, &mut Vec::new(), long));
    }
}

const ANY: SeveralMentees = SeveralMentees { half_hours: Some(2), dedicated: 1 };

fn member(alone: bool, together: bool, slots: &[usize]) -> Member {
    Member { alone, together, dedicated: false, free: Some(week(slots)) }
}

#[test]
fn a_time_that_suits_each_two_of_three_need_not_suit_all() {
    let three = [
        member(false, true, &[10, 11, 20, 21]),
        member(false, true, &[20, 21, 30, 31]),
        member(false, true, &[30, 31, 10, 11]),
    ];
    assert_eq!(arrange(&three, &|_, _| false, ANY), None);
    assert!(arrange(&three[..2], &|_, _| false, ANY).unwrap().iter().all(|spot| spot.begins == Some(20)));
}

#[test]
fn who_may_be_met_either_way_joins_the_others_when_there_is_no_time_alone() {
    let two = [member(false, true, &[10, 11]), member(true, true, &[10, 11])];
    let spots = arrange(&two, &|_, _| false, ANY).unwrap();
    assert!(spots.iter().all(|spot| *spot == Spot { way: Way::Together, begins: Some(10) }));
    // Not beside somebody they do not get on with.
    assert_eq!(arrange(&two, &|_, _| true, ANY), None);
}

#[test]
fn dedicated_support_leaves_room_for_few_others() {
    let dedicated = Member { alone: false, together: false, dedicated: true, free: None };
    let two = [dedicated, Member { alone: true, dedicated: false, ..dedicated }];
    assert!(arrange(&two[..1], &|_, _| false, ANY).is_some());
    assert_eq!(arrange(&two, &|_, _| false, ANY), None);
    assert!(arrange(&two, &|_, _| false, SeveralMentees { dedicated: 2, ..ANY }).is_some());
}
