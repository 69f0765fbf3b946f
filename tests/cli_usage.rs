//! A command line that is wrong is told in the user's language: what, and where to see how.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use cli_support::{Place, has};

#[test]
fn what_is_wrong_is_told_in_the_users_language() {
    let cases: &[(&[&str], &[&str], &[&str])] = &[
        (&["foo"], &["没有“foo”这个命令", "yishi --help"], &["no command “foo”"]),
        (&["run"], &["还缺：<SESSION>", "yishi run --help"], &["missing: <SESSION>"]),
        (&["run", "a", "--bogus"], &["“--bogus”"], &["no option “--bogus”"]),
        (&["minutes", "a", "--format", "pdf"], &["“pdf”", "md, json"], &["“pdf”", "md, json"]),
        (&["actions", "--status"], &["后面要写内容"], &["must follow"]),
        (&["enter", "a", "b", "c"], &["“c”"], &["“c”"]),
        (&["topic"], &["还缺：<ID>", "yishi topic --help"], &["missing: <ID>"]),
        (&["topics", "--gather"], &["COMMUNITY", "yishi topics --help"], &["COMMUNITY"]),
        (&["topics", "a", "--format", "pdf"], &["“pdf”", "table"], &["“pdf”", "table"]),
    ];
    for (args, chinese, english) in cases {
        let told = Place::new("zh").run(args).misused();
        has(&told, chinese);
        assert!(!told.contains("error:"), "{told}");
        has(&Place::new("en").run(args).misused(), english);
    }
}
