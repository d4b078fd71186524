use super::Example;

#[test]
fn one_more_place_is_worth_what_a_run_with_it_gains() {
    let example = Example::new();
    let found = example.run("places programme.toml --format json").ends(0).json();
    let mentors = found["mentors"].as_array().unwrap();
    assert_eq!(mentors.len(), 45);
    assert_eq!(found["levels"].as_array().unwrap().last().unwrap(), "total_fit");
    let serving = mentors.iter().filter(|one| !one["one_more"]["tier"].is_null()).count();
    assert!(serving > 0);
    let text = example.run("places programme.toml").ends(0).out;
    let first = text.lines().find(|line| line.contains("one more of tier")).unwrap();
    let (mentor, tier) = (first.split_whitespace().next().unwrap(), first.split("of tier ").nth(1).unwrap());
    let told = mentors.iter().find(|one| one["mentor"] == mentor).unwrap();
    assert!(tier.starts_with(&told["one_more"]["tier"].to_string()), "{first}");
}

#[test]
fn aims_without_prices_are_told_apart() {
    let example = Example::new();
    example.replace("programme.toml", "first = [\"befriendee_wishes\"]", "quality = \"least_fit\"");
    let told = example.run("places programme.toml").ends(2);
    assert!(told.err.contains("have no prices of their own"), "{}", told.err);
}
