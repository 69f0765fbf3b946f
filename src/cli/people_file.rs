//! A list of people as spreadsheets write it: CSV, its columns named in Chinese or English.
//!
//! Without names the columns are name, household, role, phone.

use super::csv_file::{Cells, heading, sheet};
use crate::domain::MOST_CHARS;
use crate::domain::nearness::Spot;
use crate::domain::people::Role;
use crate::grammar::spot::{degrees, spot};
use crate::phrase::role_words;
use crate::store::ledgers::NewPerson;
use crate::text::encoding::{Encoding, NotText};
use crate::text::width::fold;

/// The names a column may have, in lower case.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Name, &["姓名", "名字", "name", "full name"]),
    (
        Column::Household,
        &["楼栋", "住址", "地址", "单元", "房号", "楼号", "户", "household", "unit", "building"],
    ),
    (Column::Role, &["身份", "角色", "职务", "role", "capacity"]),
    (
        Column::Phone,
        &["电话", "手机", "手机号", "电话号码", "联系电话", "联系方式", "phone", "mobile", "tel"],
    ),
    (Column::Sector, &["界别", "sector"]),
    (Column::Grid, &["网格", "所属网格", "所在网格", "grid"]),
    (Column::Latitude, &["纬度", "北纬", "latitude", "lat"]),
    (Column::Longitude, &["经度", "东经", "longitude", "lon", "lng"]),
    (Column::Spot, &["坐标", "住址坐标", "coordinates", "lat,lon"]),
];

/// The order of columns without names.
const USUAL: [Column; 4] = [Column::Name, Column::Household, Column::Role, Column::Phone];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Household,
    Role,
    Phone,
    Sector,
    Grid,
    Latitude,
    Longitude,
    Spot,
}

/// Somebody in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line in the file, from 1.
    pub line: u64,
    /// Who.
    pub person: NewPerson,
    /// Their phone number.
    pub phone: Option<String>,
    /// Where they live.
    pub home: Option<Spot>,
}

/// A row that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadRow {
    /// Line in the file, from 1.
    pub line: u64,
    /// Why.
    pub fault: RowFault,
}

/// Why a row cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFault {
    /// It has no name.
    NoName,
    /// A cell has more characters than a record takes.
    TooLong,
    /// A quotation mark is missing, or the like.
    NotCsv,
    /// What stands for coordinates is no place on the map.
    NotASpot,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// It is no text from this line on: neither UTF-8 nor GB18030.
    NotText {
        /// Line, from 1.
        line: u64,
    },
    /// The columns have names, but none of them is the name's.
    NoNameColumn,
}

/// The rows of a file, good and bad.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// Those that can be used.
    pub good: Vec<Row>,
    /// Those that cannot.
    pub bad: Vec<BadRow>,
    /// How the file was written.
    pub encoding: Encoding,
}

/// Reads a file's content.
///
/// # Errors
/// When nothing of it can be used; single bad rows are in [`Rows::bad`].
pub fn read(bytes: &[u8]) -> Result<Rows, FileFault> {
    let sheet = sheet(bytes).map_err(|NotText { line }| FileFault::NotText { line })?;
    let mut rows = Rows { encoding: sheet.encoding, ..Rows::default() };
    let mut columns: Option<Vec<Option<Column>>> = None;
    for cells in sheet.rows {
        let cells = match cells {
            Ok(cells) => cells,
            Err(line) => {
                rows.bad.push(BadRow { line, fault: RowFault::NotCsv });
                continue;
            }
        };
        if columns.is_none() {
            let named: Vec<Option<Column>> = cells.iter().map(column).collect();
            if named.iter().any(Option::is_some) {
                if !named.contains(&Some(Column::Name)) {
                    return Err(FileFault::NoNameColumn);
                }
                columns = Some(named);
                continue;
            }
        }
        let columns = columns.get_or_insert_with(|| USUAL.map(Some).to_vec());
        match person(&cells, columns) {
            Ok(row) => rows.good.push(row),
            Err(fault) => rows.bad.push(BadRow { line: cells.line, fault }),
        }
    }
    Ok(rows)
}

fn column(cell: &str) -> Option<Column> {
    let name = heading(cell);
    let found = NAMES.iter().find(|(_, names)| names.contains(&name.as_str()));
    found.map(|(column, _)| *column)
}

fn person(cells: &Cells, columns: &[Option<Column>]) -> Result<Row, RowFault> {
    let cell = |wanted: Column| -> Result<Option<String>, RowFault> {
        let at = columns.iter().position(|column| *column == Some(wanted));
        let text = at.and_then(|at| cells.get(at)).unwrap_or_default();
        if text.chars().count() > MOST_CHARS {
            return Err(RowFault::TooLong);
        }
        Ok(Some(text.to_owned()).filter(|text| !text.is_empty()))
    };
    let name = cell(Column::Name)?.ok_or(RowFault::NoName)?;
    let role = cell(Column::Role)?.map_or(Role::Resident, |word| role(&word));
    let (household, sector, grid) =
        (cell(Column::Household)?, cell(Column::Sector)?, cell(Column::Grid)?);
    let parts = [Column::Latitude, Column::Longitude].map(&cell);
    let home = match (cell(Column::Spot)?, parts) {
        (Some(both), _) => Some(spot(&both).ok_or(RowFault::NotASpot)?),
        (None, [lat, lon]) => place(lat?.as_deref(), lon?.as_deref())?,
    };
    let person = NewPerson { name, role, household, sector, grid };
    Ok(Row { line: cells.line, person, phone: cell(Column::Phone)?, home })
}

/// The place that two cells tell; one alone tells none.
fn place(lat: Option<&str>, lon: Option<&str>) -> Result<Option<Spot>, RowFault> {
    let (lat, lon) = match (lat, lon) {
        (None, None) => return Ok(None),
        (Some(lat), Some(lon)) => (degrees(lat), degrees(lon)),
        _ => return Err(RowFault::NotASpot),
    };
    let found = lat.zip(lon).and_then(|(lat, lon)| Spot::of(lat, lon));
    found.map(Some).ok_or(RowFault::NotASpot)
}

/// The role a word stands for; any other word is a role of its own.
fn role(word: &str) -> Role {
    let folded = fold(word).to_lowercase();
    let known = role_words().iter().find(|(_, words)| words.contains(&folded.as_str()));
    known.map_or_else(|| Role::Other(word.to_owned()), |(role, _)| role.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    type Short<'a> = (u64, &'a str, Role, Option<&'a str>, Option<&'a str>);

    fn good(rows: &Rows) -> Vec<Short<'_>> {
        rows.good
            .iter()
            .map(|row| {
                let person = &row.person;
                let household = person.household.as_deref();
                (
                    row.line,
                    person.name.as_str(),
                    person.role.clone(),
                    household,
                    row.phone.as_deref(),
                )
            })
            .collect()
    }

    #[test]
    fn columns_are_found_by_name_in_either_language() {
        for text in [
            "姓名,身份,楼栋,电话\n王芳,委员,3栋,138\n",
            "\u{feff}电话,楼栋,姓名,备注,身份\r\n138,3栋,王芳,某,政协委员\r\n",
            "Name;Phone;Unit;Role\n王芳;138;3栋;CPPCC member\n",
            "name\tunit\tphone\trole\n王芳\t3栋\t138\tcppcc\n",
        ] {
            let rows = read(text.as_bytes()).unwrap();
            let expected = (2, "王芳", Role::CppccMember, Some("3栋"), Some("138"));
            assert_eq!(good(&rows), [expected], "{text}");
            assert!(rows.bad.is_empty());
        }
    }

    #[test]
    fn without_names_the_usual_order_holds() {
        let rows = read("王芳,3栋,物业,138\n李强\n周涛,,楼长\n".as_bytes()).unwrap();
        assert_eq!(
            good(&rows),
            [
                (1, "王芳", Role::Property, Some("3栋"), Some("138")),
                (2, "李强", Role::Resident, None, None),
                (3, "周涛", Role::Other("楼长".to_owned()), None, None),
            ]
        );
    }

    #[test]
    fn sector_grid_and_home_are_read_from_columns_of_theirs() {
        let home = Some(Spot { lat: 26_647_600, lon: 106_630_200 });
        for text in [
            "姓名,身份,界别,网格,纬度,经度\n王芳,政协委员,教育界,二网格,26.6476,106.6302\n",
            "姓名,身份,界别,网格,坐标\n王芳,政协委员,教育界,二网格,\"26.6476，106.6302\"\n",
            "name;role;sector;grid;coordinates\n王芳;cppcc;教育界;二网格;106.6302 26.6476\n",
        ] {
            let rows = read(text.as_bytes()).unwrap();
            assert!(rows.bad.is_empty(), "{text}");
            let row = &rows.good[0];
            assert_eq!(row.person.sector.as_deref(), Some("教育界"), "{text}");
            assert_eq!(row.person.grid.as_deref(), Some("二网格"), "{text}");
            assert_eq!((row.home, row.line), (home, 2), "{text}");
        }
        let text = "姓名,纬度,经度\n甲,26.6,\n乙,,\n丙,x,106\n丁,106.6,26.6\n戊,91,0\n";
        let rows = read(text.as_bytes()).unwrap();
        let bad: Vec<u64> = rows.bad.iter().map(|bad| bad.line).collect();
        assert_eq!(bad, [2, 4, 5, 6]);
        assert!(rows.bad.iter().all(|bad| bad.fault == RowFault::NotASpot));
        assert_eq!((rows.good[0].line, rows.good[0].home), (3, None));
    }

    #[test]
    fn bad_rows_are_told_with_their_line_and_others_go_on() {
        let long = "长".repeat(MOST_CHARS + 1);
        let text =
            format!("姓名,电话\n\n王芳,1\n,2\n\"李\n强\",3\n{long},4\r\n\r\n\r\n周涛,5\n,\n,6\n");
        let rows = read(text.as_bytes()).unwrap();
        let names: Vec<(u64, &str)> =
            rows.good.iter().map(|row| (row.line, row.person.name.as_str())).collect();
        assert_eq!(names, [(3, "王芳"), (5, "李\n强"), (10, "周涛")]);
        assert_eq!(
            rows.bad,
            [
                BadRow { line: 4, fault: RowFault::NoName },
                BadRow { line: 7, fault: RowFault::TooLong },
                BadRow { line: 12, fault: RowFault::NoName },
            ]
        );
    }

    #[test]
    fn lists_of_chinese_systems_are_read() {
        let rows = read(b"name,unit\n\xcd\xf5\xb7\xbc,3\n").unwrap();
        assert_eq!(good(&rows), [(2, "王芳", Role::Resident, Some("3"), None)]);
        assert_eq!(rows.encoding, Encoding::Gb18030);
        let wide = "\u{feff}姓名\t电话\r\n王芳\t138\r\n".encode_utf16();
        let wide: Vec<u8> = wide.flat_map(u16::to_le_bytes).collect();
        let rows = read(&wide).unwrap();
        assert_eq!(good(&rows), [(2, "王芳", Role::Resident, None, Some("138"))]);
        assert_eq!(rows.encoding, Encoding::Utf16);
    }

    #[test]
    fn what_is_no_list_is_told() {
        assert_eq!(read(b"name,unit\ncaf\xe9,3\n"), Err(FileFault::NotText { line: 2 }));
        assert_eq!(read("电话,楼栋\n1,2\n".as_bytes()), Err(FileFault::NoNameColumn));
        assert_eq!(read(b""), Ok(Rows::default()));
    }
}
