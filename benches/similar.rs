//! What is like the opinion being typed, among 5,000 in one meeting: at each key press, so that it
//! must stay far below what one feels.
//!
//! Goal: less than 5 ms.

use divan::Bencher;
use yishi::text::similar::Likeness;

const OPINIONS: usize = 5_000;

fn main() {
    divan::main();
}

const PARTS: [[&str; 6]; 4] = [
    ["停车位", "下水道", "楼道灯", "垃圾桶", "充电桩", "广场舞"],
    ["应该先", "不能再", "最好由物业", "希望社区", "建议街道", "大家一起"],
    ["公示方案", "清理干净", "重新划线", "安排人修", "分摊费用", "限定时间"],
    ["再动工", "每月一次", "让老人先用", "由维修资金出", "贴在公告栏", "下次再议"],
];

/// Opinions as one hears them, some again in other words.
fn opinions() -> Vec<String> {
    (0..OPINIONS)
        .map(|at| {
            let part = |column: usize| PARTS[column][(at / [1, 6, 36, 216][column]) % 6];
            format!("{}{}{}，{}，第{}条", part(0), part(1), part(2), part(3), at % 97)
        })
        .collect()
}

fn bench(bencher: Bencher<'_, '_>, typed: &'static str) {
    let opinions = opinions();
    bencher.bench_local(|| {
        let found = Likeness::of(typed).map(|it| it.among(opinions.iter().map(String::as_str), 2));
        found.map_or(0, |found| found.len())
    });
}

/// Something new.
#[divan::bench]
fn like_nothing(bencher: Bencher<'_, '_>) {
    bench(bencher, "晚上十点以后不要在楼下唱歌");
}

/// Much of it was said before, by many.
#[divan::bench]
fn like_many(bencher: Bencher<'_, '_>) {
    bench(bencher, "停车位应该先公示方案，再动工，第5条");
}

/// A long one.
#[divan::bench]
fn long(bencher: Bencher<'_, '_>) {
    bench(
        bencher,
        "停车位最好由物业重新划线，让老人先用，费用由维修资金出，方案贴在公告栏，大家一起看过以后再动工，下水道也要安排人修，每月一次清理干净",
    );
}
