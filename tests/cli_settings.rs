//! The user's own files on the command line: what is in force and where it comes from, what is
//! wrong and where, and who goes before whom.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod cli_support;

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use cli_support::{Place, has};

/// The folder of settings in an environment where nothing of the machine's own is seen.
fn config(place: &Place) -> PathBuf {
    place.home().join("config/yishi")
}

fn own(place: &Place, name: &str, bytes: &[u8]) -> PathBuf {
    let path = config(place).join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

/// A command with variables set otherwise; an empty one counts as not set.
fn with(place: &Place, variables: &[(&str, &str)], args: &[&str]) -> Output {
    let mut command = place.command(args);
    for (name, value) in variables {
        command.env(name, value);
    }
    command.output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The cells of the row of a table that begins with a word.
#[track_caller]
fn row(table: &str, name: &str) -> Vec<String> {
    let row = table.lines().find(|line| line.split_whitespace().next() == Some(name));
    let row = row.unwrap_or_else(|| panic!("no {name} in:\n{table}"));
    row.split("  ").map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect()
}

#[test]
fn without_any_file_the_program_says_what_it_does() {
    let place = Place::new("en");
    let told = place.run(&["settings"]).well();
    let folder = config(&place).display().to_string();
    has(
        &told,
        &[
            &format!(
                "{folder}/settings.ron (not there yet; written when a screen is first opened)"
            ),
            &format!("{folder}/keys.ron (not there: no key is changed)"),
            &format!("{folder}/themes (not there: no theme is added)"),
        ],
    );
    for (name, value, source) in [
        ("language", "en", "variable YISHI_LANG"),
        ("theme", "dark", "default"),
        ("borders", "auto", "default"),
        ("mouse", "false", "default"),
        ("bell", "off", "default"),
        ("recorder", "李敏", "variable YISHI_BY"),
        ("font", "-", "default"),
        ("plain", "false", "default"),
        ("keys", "none changed", "default"),
    ] {
        assert_eq!(row(&told, name), [name, value, source]);
    }
    assert_eq!(row(&told, "store")[2], "variable YISHI_STORE");
    assert!(!config(&place).exists(), "a mere command writes nothing");
}

#[test]
fn a_flag_goes_before_a_variable_before_the_file() {
    let place = Place::new("zh");
    let store = place.home().join("elsewhere").display().to_string();
    let text = format!(
        "(language: en, theme: contrast, borders: lines, mouse: true, bell: both,\n \
         recorder: \"Ann Lee\", store: \"{store}\", font: \"song.ttf\")"
    );
    own(&place, "settings.ron", text.as_bytes());
    let unset = [("YISHI_LANG", ""), ("YISHI_BY", ""), ("YISHI_STORE", "")];
    let told = out(&with(&place, &unset, &["settings"]));
    let font = config(&place).join("song.ttf").display().to_string();
    for (name, value) in [
        ("language", "en"),
        ("theme", "contrast (high contrast)"),
        ("borders", "lines"),
        ("mouse", "true"),
        ("bell", "both"),
        ("recorder", "Ann Lee"),
        ("store", store.as_str()),
        ("font", font.as_str()),
    ] {
        assert_eq!(row(&told, name), [name, value, "your file"]);
    }
    let set = [
        ("YISHI_LANG", "zh"),
        ("YISHI_THEME", "mono"),
        ("YISHI_BORDERS", "ascii"),
        ("YISHI_MOUSE", "false"),
        ("YISHI_BELL", "off"),
        ("YISHI_FONT", "/f/hei.ttf"),
    ];
    let told = out(&with(&place, &set, &["settings"]));
    for (name, value, variable) in [
        ("language", "zh", "YISHI_LANG"),
        ("theme", "mono (无色彩)", "YISHI_THEME"),
        ("borders", "ascii", "YISHI_BORDERS"),
        ("mouse", "false", "YISHI_MOUSE"),
        ("bell", "off", "YISHI_BELL"),
        ("font", "/f/hei.ttf", "YISHI_FONT"),
    ] {
        assert_eq!(row(&told, name), [name, value, &format!("环境变量 {variable}")]);
    }
    let args = ["settings", "--lang", "en", "--theme", "light", "--store", "/s"];
    let told = out(&with(&place, &set, &args));
    assert_eq!(row(&told, "language"), ["language", "en", "command line"]);
    assert_eq!(row(&told, "theme"), ["theme", "light", "command line"]);
    assert_eq!(row(&told, "store"), ["store", "/s", "command line"]);
    // NO_COLOR goes before the file, but not before what is asked for by name.
    let told = out(&with(&place, &[("NO_COLOR", "1")], &["settings", "--lang", "en"]));
    assert_eq!(row(&told, "theme"), ["theme", "mono (no colours)", "variable NO_COLOR"]);
}

#[test]
fn what_is_set_is_heeded_by_every_command() {
    let place = Place::new("zh");
    let store = place.home().join("kept");
    let text = format!("(language: en, recorder: \"Ann Lee\", store: {store:?})");
    own(&place, "settings.ron", text.as_bytes());
    let unset = [("YISHI_LANG", ""), ("YISHI_BY", ""), ("YISHI_STORE", ""), ("USER", "login")];
    let made = with(&place, &unset, &["new", "community", "Maple Court", "--id", "maple"]);
    assert_eq!(err(&made), "");
    assert!(store.join("communities/maple/community.ron").exists());
    let made = with(&place, &unset, &["new", "session", "maple", "Parking"]);
    let name = out(&made).trim().to_owned();
    has(&out(&with(&place, &unset, &["list"])), &["community", "Maple Court", &name]);
    let file = store.join(format!("communities/{}.ron", name.replace('/', "/sessions/")));
    has(&fs::read_to_string(file).unwrap(), &["by:\"Ann Lee\""]);
    assert!(!place.store().exists());
}

#[test]
fn another_folder_of_settings_can_be_named() {
    let place = Place::new("en");
    let folder = place.home().join("mine");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("settings.ron"), "\u{feff}(bell: turn_over)\r\n").unwrap();
    let variables = [("YISHI_CONFIG", folder.to_str().unwrap())];
    let told = out(&with(&place, &variables, &["settings"]));
    assert_eq!(row(&told, "bell"), ["bell", "turn_over", "your file"]);
    has(&told, &[folder.join("settings.ron").to_str().unwrap()]);
}

#[test]
fn what_is_wrong_in_settings_is_told_by_every_command_and_the_rest_holds() {
    let place = Place::new("zh");
    let wrong = "(\n    theme：light,\n    bell: refusals\n    borders: round,\n    recorder: 李敏,\n    colour: 1,\n)";
    let path = own(&place, "settings.ron", wrong.as_bytes());
    let path = path.display().to_string();
    let lines = [
        format!("yishi: {path} 第 2 行：第 10 列的“：”是全角符号，请改成半角的 :"),
        format!("yishi: {path} 第 3 行：第 19 列这里少一个 ,"),
        format!(
            "yishi: {path} 第 4 行：第 14 列：borders 不能是 round，可以写：auto、ascii、lines"
        ),
        format!(
            "yishi: {path} 第 5 行：第 15 列：recorder 的内容要写在半角引号 \" \" 里，不能写成 李敏"
        ),
        format!("yishi: {path} 第 6 行：第 5 列的“colour”不是这里的名称，没有使用。"),
    ];
    let told = place.run(&["list"]).with_err();
    assert_eq!(told.lines().count(), 6, "{told}");
    has(&told, &lines.each_ref().map(String::as_str));
    let (told, wrong) = place.run(&["settings"]).in_part();
    has(&wrong, &lines.each_ref().map(String::as_str));
    assert_eq!(row(&told, "bell"), ["bell", "refusals", "自己的文件"]);
    assert_eq!(row(&told, "theme"), ["theme", "dark (深色)", "默认"]);
    assert_eq!(row(&told, "borders"), ["borders", "auto", "默认"]);
}

#[test]
fn files_in_other_encodings_are_told_and_harm_nothing_else() {
    let place = Place::new("en");
    // “设置” in GBK, as an old editor saves it.
    own(&place, "settings.ron", b"// \xc9\xe8\xd6\xc3\n(theme: light)");
    let (told, wrong) = place.run(&["settings"]).in_part();
    has(&wrong, &["settings.ron, line 1: from column 4 on it is not UTF-8. Use “Save as”"]);
    assert_eq!(row(&told, "theme"), ["theme", "light", "your file"]);
    let utf16: Vec<u8> =
        "\u{feff}(theme: light)".encode_utf16().flat_map(u16::to_le_bytes).collect();
    own(&place, "settings.ron", &utf16);
    let (told, wrong) = place.run(&["settings"]).in_part();
    assert_eq!(wrong.lines().count(), 1, "{wrong}");
    assert_eq!(row(&told, "theme"), ["theme", "dark", "default"]);
}

#[test]
fn a_variable_or_flag_that_says_nonsense_is_told() {
    let place = Place::new("en");
    let output = with(&place, &[("YISHI_BELL", "loud"), ("YISHI_THEME", "sepia")], &["settings"]);
    assert_eq!(output.status.code(), Some(1));
    has(
        &err(&output),
        &[
            "The variable YISHI_BELL cannot be “loud”; set it to one of: off, turn_over, refusals, both",
            "The variable YISHI_THEME cannot be “sepia”; set it to one of: dark, light, contrast, mono",
        ],
    );
    let told = place.run(&["--theme", "sepia", "settings"]).misused();
    has(&told, &["“sepia” does not go with --theme; write one of: dark, light, contrast, mono"]);
}

#[test]
fn themes_of_ones_own_are_there_by_their_names() {
    let place = Place::new("en");
    own(&place, "themes/warm.ron", b"(like: light, bad: \"#aa0000 bold\")");
    own(&place, "themes/odd.ron", b"(\n  good: \"gruen\",\n  blink: \"red\",\n)");
    own(&place, "themes/notes.txt", b"no theme");
    own(&place, "settings.ron", b"(theme: warm)");
    let (told, wrong) = place.run(&["settings"]).in_part();
    assert_eq!(row(&told, "theme"), ["theme", "warm", "your file"]);
    has(
        &wrong,
        &[
            "odd.ron, line 2: column 9: good cannot be \"gruen\". Write colours and weight",
            "odd.ron, line 3: “blink” in column 3 is no name that belongs here",
        ],
    );
    assert_eq!(wrong.lines().count(), 2, "{wrong}");
    own(&place, "settings.ron", b"(theme: sepia)");
    let (_, wrong) = place.run(&["settings"]).in_part();
    has(
        &wrong,
        &[
            "settings.ron, line 1: column 9: theme cannot be sepia; write one of: dark, light, contrast, mono, odd, warm",
        ],
    );
}

#[test]
fn keys_of_ones_own_are_marked() {
    let place = Place::new("en");
    let path = own(&place, "keys.ron", b"(\n  everywhere: [(key: \"F11\", does: Help)],\n  desk: [\n    (key: \"F2\", does: Nothing),\n    (key: \"Alt+V\", does: Vote),\n  ],\n)");
    let told = place.run(&["keys"]).well();
    has(&told, &["everywhere (everywhere)", "the desk (desk)"]);
    assert_eq!(row(&told, "F11*"), ["F11* F1", "Help", "help"].map(str::to_owned)[..].to_vec());
    assert_eq!(row(&told, "Alt+V*")[..2], ["Alt+V*", "Vote"]);
    assert_eq!(row(&told, "F2*"), ["F2*", "Nothing", "does nothing"]);
    has(&told, &[&format!("Those with * are your own, from {}.", path.display())]);
    let told = place.run(&["settings"]).well();
    assert_eq!(row(&told, "keys"), ["keys", "3 of your own", "your file"]);
}

#[test]
fn keys_that_cannot_be_are_told_with_both_places_and_not_used() {
    let place = Place::new("zh");
    let text = "(\n  desk: [\n    (key: \"F2\", does: Action),\n    (key: \"F2\", does: Hand),\n  ],\n  home: [(key: \"F1\", does: New)],\n)";
    let path = own(&place, "keys.ron", text.as_bytes());
    let path = path.display().to_string();
    let (told, wrong) = place.run(&["keys"]).in_part();
    has(
        &wrong,
        &[&format!(
            "yishi: {path} 第 4 行：第 5 列：F2 设成了 Hand，而第 3 行第 5 列已把它设成 Action。一个键在同一处只能有一个作用，请删去一行，或换一个键。"
        )],
    );
    assert!(!told.contains('*'), "{told}");
    own(&place, "keys.ron", "(home: [(key: \"F1\", does: New)])".as_bytes());
    let (_, wrong) = place.run(&["keys"]).in_part();
    has(&wrong, &["第 1 行：第 9 列：F1 另作他用以后，“首页”就没有键能", "请再给 Help 设一个键"]);
    own(&place, "keys.ron", "(desk: [(key: \"q\", does: Vote)])".as_bytes());
    has(
        &place.run(&["keys"]).in_part().1,
        &["第 1 行：第 15 列：Q 是单个字符，设成按键以后就打不出来了"],
    );
    own(&place, "keys.ron", "（desk: []）".as_bytes());
    has(&place.run(&["keys"]).in_part().1, &["第 1 行：第 1 列的“（”是全角符号，请改成半角的 ("]);
}

#[test]
fn the_file_that_is_written_once_is_right_in_both_languages() {
    for (lang, word) in [("zh", "记录人"), ("en", "Who takes the record")] {
        let words = yishi::text::words::Words::new(match lang {
            "zh" => yishi::text::words::Lang::Zh,
            _ => yishi::text::words::Lang::En,
        });
        let text = yishi::cli::settings_text(&words);
        let (_, mistakes) = yishi::store::settings::Settings::parse(text.as_bytes());
        assert_eq!(mistakes, [], "{text}");
        has(&text, &[word, "    language: auto,\n", "    recorder: \"\",\n"]);
        for line in text.lines() {
            let width = yishi::text::width::width(line);
            assert!(width <= 90, "{width} columns: {line}");
        }
    }
}

/// The RON between `<!-- name:begin -->` and `<!-- name:end -->`.
fn example<'a>(text: &'a str, name: &str) -> &'a str {
    let (_, after) = text.split_once(&format!("<!-- {name}:begin -->\n```ron\n")).unwrap();
    after.split_once(&format!("```\n<!-- {name}:end -->")).unwrap().0
}

#[test]
fn the_papers_on_settings_tell_the_truth() {
    use yishi::store::settings::{FIELDS, Settings};
    use yishi::tui::keymap::{Keymap, Place as Screen};
    for text in [include_str!("../docs/settings.en.md"), include_str!("../docs/settings.zh.md")] {
        let settings = example(text, "settings");
        let (read, mistakes) = Settings::parse(settings.as_bytes());
        assert_eq!(mistakes, []);
        assert!(read.store.is_some() && read.theme.is_some() && read.bell.is_some(), "{read:?}");
        for (field, _) in FIELDS {
            assert!(settings.contains(&format!("    {field}: ")), "{field}");
        }
        let keys = example(text, "keys");
        assert!(yishi::tui::own_keys::patched(&Keymap::standard(), keys.as_bytes()).is_ok());
        for screen in Screen::ALL {
            assert!(text.contains(&format!("`{}`", screen.section())), "{screen:?}");
        }
        let (_, mistakes) = yishi::tui::theme::read("mine", example(text, "theme").as_bytes());
        assert_eq!(mistakes, []);
        for part in yishi::tui::theme::PARTS {
            assert!(text.contains(&format!("`{part}`")), "{part}");
        }
    }
}
