//! Every word by which people name what a topic is or becomes, in both languages, short forms
//! included; the first two of each are its name in Chinese and in English. English words are in
//! lower case.

use crate::domain::station::StationKind;
use crate::domain::topic::{Class, Level, ResultClass, Satisfaction, Source, TopicState};

/// Something that can be chosen, and the words for it.
pub type Choice<T> = (T, &'static [&'static str]);

/// Words for the ways by which topics come in.
pub const SOURCES: &[Choice<Source>] = &[
    (Source::Slip, &["征集表", "slip", "议题征集表", "议题表", "表", "topic slip"]),
    (Source::Visit, &["走访", "visit", "入户走访", "入户", "household visit"]),
    (Source::Call, &["来电", "call", "电话", "来电反映", "phone", "phone call"]),
    (
        Source::ParkingList,
        &["搁置事项", "parked", "搁置", "parking list", "parking-list", "parked point"],
    ),
    (
        Source::Unresolved,
        &["未决事项", "unresolved", "未决", "遗留事项", "unresolved item", "carried over"],
    ),
];

/// Words for the kinds of stations.
pub const STATION_KINDS: &[Choice<StationKind>] = &[
    (StationKind::Studio, &["委员工作室", "member studio", "工作室", "studio"]),
    (StationKind::Station, &["联络站", "liaison station", "委员联络站", "工作站", "station"]),
    (StationKind::Area, &["片区", "area"]),
    (StationKind::Room, &["协商议事室", "consultation room", "议事室", "room"]),
];

/// Words for the classes.
pub const CLASSES: &[Choice<Class>] = &[
    (
        Class::Livelihood,
        &["民生实事", "livelihood", "民生实事与急难愁盼", "急难愁盼", "民生", "livelihood matter"],
    ),
    (
        Class::Neighbours,
        &["邻里纠纷", "neighbours", "邻里", "neighbors", "neighbour dispute", "neighbor dispute"],
    ),
    (Class::Petition, &["信访诉求", "petition", "信访", "petition demand"]),
    (Class::Rights, &["权益保障", "rights", "权益", "维权", "rights and interests"]),
    (Class::Governance, &["治理难事", "governance", "治理", "governance difficulty"]),
];

/// Words for the class that has three sub-classes; which of them is meant must be said.
pub const VEXING: &[&str] = &["烦心事", "vexing", "vexing matter"];

/// Words for the levels.
pub const LEVELS: &[Choice<Level>] = &[
    (Level::Community, &["社区", "community", "村", "社区级", "本级"]),
    (
        Level::Street,
        &[
            "街道",
            "street",
            "乡镇",
            "街道（乡镇）",
            "镇",
            "街道级",
            "subdistrict",
            "town",
            "township",
        ],
    ),
    (Level::District, &["区", "district", "县", "区（县）", "区县", "区级", "县级", "county"]),
];

/// Words for what came of a topic.
pub const RESULTS: &[Choice<ResultClass>] = &[
    (ResultClass::Solved, &["已解决", "solved", "a", "解决", "a类", "办结"]),
    (
        ResultClass::Underway,
        &["正在解决", "under way", "b", "b类", "办理中", "underway", "under-way"],
    ),
    (ResultClass::Planned, &["列入计划", "planned", "c", "c类", "计划"]),
    (ResultClass::Reference, &["留作参考", "for reference", "d", "d类", "参考", "reference"]),
];

/// Words for how satisfied somebody is.
pub const SATISFACTION: &[Choice<Satisfaction>] = &[
    (Satisfaction::Satisfied, &["满意", "satisfied", "很满意", "非常满意"]),
    (
        Satisfaction::MostlySatisfied,
        &["基本满意", "mostly satisfied", "比较满意", "mostly", "mostly-satisfied"],
    ),
    (
        Satisfaction::Dissatisfied,
        &["不满意", "dissatisfied", "不满", "not satisfied", "unsatisfied"],
    ),
];

/// Words for where topics stand.
pub const STATES: &[Choice<TopicState>] = &[
    (TopicState::Raised, &["待审定", "raised", "待审"]),
    (TopicState::Accepted, &["已审定", "accepted", "已受理", "受理"]),
    (TopicState::Scheduled, &["已列入议程", "scheduled", "已列入", "列入议程"]),
    (TopicState::Consulted, &["已协商", "consulted"]),
    (TopicState::Handling, &["办理中", "handling", "在办"]),
    (TopicState::Reopened, &["重办", "reopened", "待重办"]),
    (TopicState::Resulted, &["待评价", "resulted", "to be rated", "待测评"]),
    (TopicState::Closed, &["办结", "closed", "已办结"]),
    (TopicState::Excluded, &["不予受理", "excluded", "不受理"]),
    (TopicState::Merged, &["已归并", "merged", "归并"]),
    (TopicState::Withdrawn, &["已撤回", "withdrawn", "撤回"]),
];

/// The usual word for a choice.
#[must_use]
pub fn usual<T: PartialEq>(
    table: &[Choice<T>],
    value: &T,
    lang: crate::text::words::Lang,
) -> &'static str {
    let at = usize::from(lang == crate::text::words::Lang::En);
    let found = table.iter().find(|(known, _)| known == value);
    found.and_then(|(_, words)| words.get(at)).copied().unwrap_or_default()
}
