//! What queries find which names, and what ids communities get.

use super::pinyin::{Fit, Readings, pinyin_id};

use proptest::prelude::*;

#[test]
fn queries_fit_as_expected() {
    use Fit::{Given, GivenPinyin, Initials, InitialsPrefix, PinyinPrefix, Prefix, Whole};
    let rows = [
        ("王小明", "王小明", Some(Whole)),
        ("王小明", "wangxiaoming", Some(Whole)),
        ("王小明", "Wang Xiao'ming", Some(Whole)),
        ("王小明", "ｗａｎｇxiaoming", Some(Whole)),
        ("王小明", "王xiaoming", Some(Whole)),
        ("王小明", "wxm", Some(Initials)),
        ("王小明", "王小", Some(Prefix)),
        ("王小明", "王", Some(Prefix)),
        ("王小明", "小明", Some(Given)),
        ("王小明", "明", Some(Given)),
        ("王小明", "wangxm", Some(PinyinPrefix)),
        ("王小明", "wxiaom", Some(PinyinPrefix)),
        ("王小明", "wangx", Some(PinyinPrefix)),
        ("王小明", "wang", Some(PinyinPrefix)),
        ("王小明", "王xm", Some(PinyinPrefix)),
        ("王小明", "wx", Some(InitialsPrefix)),
        ("王小明", "w", Some(InitialsPrefix)),
        ("王小明", "xiaoming", Some(GivenPinyin)),
        ("王小明", "xm", Some(GivenPinyin)),
        ("王小明", "x", None),
        ("王小明", "王明", None),
        ("王小明", "wangxiaomingg", None),
        ("王小明", "", None),
        ("王小明", " ' ", None),
        ("", "w", None),
        // A surname read unlike the same character elsewhere.
        ("曾志伟", "zengzhiwei", Some(Whole)),
        ("曾志伟", "cengzhiwei", Some(Whole)),
        ("单田芳", "shantianfang", Some(Whole)),
        ("仇英", "qiuying", Some(Whole)),
        ("查良镛", "zhaliangyong", Some(Whole)),
        ("区少雄", "oushaoxiong", Some(Whole)),
        ("解晓东", "xiexiaodong", Some(Whole)),
        ("盖叫天", "gejiaotian", Some(Whole)),
        ("缪荃孙", "miaoquansun", Some(Whole)),
        ("尉迟恭", "yuchigong", Some(Whole)),
        ("万俟卨", "moqi", Some(PinyinPrefix)),
        ("贠桂兰", "yunguilan", Some(Whole)),
        ("吕绿", "lvlv", Some(Whole)),
        ("吕绿", "lyulu", Some(Whole)),
        ("西安", "xian", Some(Whole)),
        ("洗安", "xian", Some(Whole)), // 洗 alone may be read xian, too
        // Latin names, and names of several parts.
        ("Wang Li", "wang li", Some(Whole)),
        ("Wang Li", "WANGLI", Some(Whole)),
        ("Wang Li", "wl", Some(Initials)),
        ("Wang Li", "wan", Some(Prefix)),
        ("Wang Li", "li", Some(Given)),
        ("Wang Li", "wangl", Some(Prefix)),
        ("Wang Li", "wali", Some(PinyinPrefix)),
        ("Mary O'Brien", "ob", Some(Given)),
        ("Mary O'Brien", "mo", Some(Initials)),
        ("阿依古丽·买买提", "买买提", Some(Given)),
        ("3栋李阿姨", "李", Some(Given)),
    ];
    for (name, query, fit) in rows {
        assert_eq!(Readings::of(name).matches(query), fit, "{name} {query}");
    }
}

#[test]
fn better_fits_come_first() {
    let order = [
        Fit::Whole,
        Fit::Initials,
        Fit::Prefix,
        Fit::Given,
        Fit::PinyinPrefix,
        Fit::InitialsPrefix,
        Fit::GivenPinyin,
    ];
    assert!(order.is_sorted());
}

#[test]
fn many_readings_do_not_blow_up() {
    let name = Readings::of(&"那".repeat(20));
    let start = std::time::Instant::now();
    assert_eq!(name.matches(&"n".repeat(20)), Some(Fit::Initials));
    assert_eq!(name.matches(&"na".repeat(20)), Some(Fit::Whole));
    assert_eq!(name.matches(&format!("{}x", "nen".repeat(13))), None);
    assert_eq!(name.matches(&format!("{}x", "n".repeat(60))), None);
    assert!(start.elapsed().as_secs() < 2);
}

#[test]
fn communities_get_readable_ids() {
    for (name, id) in [
        ("锦苑社区", "jinyuan"),
        ("锦苑社区居委会", "jinyuan"),
        ("王村", "wang"),
        ("社区", "shequ"),
        ("锦苑2期", "jinyuan2qi"),
        ("长安街道", "changan"),
        ("绿园", "lvyuan"),
        ("Maple Court", "maple-court"),
        ("St. John's  Court!", "st-johns-court"),
        ("ＡＢ（东区）", "ab-dongqu"),
        ("…", "community"),
        ("Con", "con-community"),
        ("COM1", "com1-community"),
        ("com0", "com0"),
    ] {
        assert_eq!(pinyin_id(name), id, "{name}");
    }
}

proptest! {
    #[test]
    fn any_name_and_query_are_answered(name in any::<String>(), query in any::<String>()) {
        let _ = Readings::of(&name).matches(&query);
        let id = pinyin_id(&name);
        prop_assert!(!id.is_empty() && id.len() <= 50);
        prop_assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        prop_assert!(!id.starts_with('-') && !id.ends_with('-'));
    }

    #[test]
    fn a_name_fits_itself(name in "[王小明李强曾单]{1,4}|[A-Z][a-z]{1,8} [A-Z][a-z]{1,8}") {
        prop_assert_eq!(Readings::of(&name).matches(&name), Some(Fit::Whole));
    }
}
