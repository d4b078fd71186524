use super::Example;

#[test]
fn who_would_rather_have_each_other_is_told_with_what_both_gain() {
    let example = Example::new();
    example.run("match programme.toml --out result").ends(0);
    let found = example.run("blocking programme.toml result --format json").ends(0).json();
    let pairs = found["pairs"].as_array().unwrap();
    assert!(!pairs.is_empty());
    let fit = |value: &serde_json::Value| value["fit"].as_i64().unwrap();
    for pair in pairs {
        let own = fit(pair);
        if !pair["in_place_of"].is_null() {
            assert!(fit(&pair["in_place_of"]) < own, "{pair:#}");
        }
        let now = &pair["instead_of"];
        if pair["choice"].is_null() && !now.is_null() {
            assert!(now["choice"].is_null() && fit(now) < own, "{pair:#}");
        }
    }
    let text = example.run("blocking programme.toml result").ends(0).out;
    let first = &pairs[0];
    assert!(text.contains(&format!("{} pairs of", pairs.len())), "{text}");
    assert!(text.contains(first["mentee"].as_str().unwrap()), "{text}");
}

#[test]
fn a_stable_outcome_has_none_and_another_programme_s_is_refused() {
    let example = Example::new();
    example.replace("programme.toml", "first = [\"befriendee_wishes\"]", "quality = \"stable\"");
    example.run("match programme.toml --out result").ends(0);
    let text = example.run("blocking programme.toml result").ends(0).out;
    assert!(text.contains("the proposals are stable"), "{text}");
    // With a higher floor most of these pairs are no candidates.
    example.replace("programme.toml", "floor = 12000", "floor = 30000");
    let told = example.run("blocking programme.toml result").ends(2);
    assert!(told.err.contains("does not allow"), "{}", told.err);
}
