//! Frames of the desk in both languages and sizes, and what their colours mean.

mod desk_support;

use crossterm::event::KeyCode;
use desk_support::Desk;
use yishi::text::words::Lang;

#[test]
fn amid_a_meeting() {
    for lang in Lang::ALL {
        for (width, height) in [(80, 24), (120, 40)] {
            let mut desk = Desk::amid(lang);
            desk.now = desk_support::at("19:12:02");
            desk.send(yishi::tui::msg::Msg::Tick);
            println!("{}", desk.screen(width, height));
            desk.write("/");
            println!("{}", desk.screen(width, height));
            desk.key(KeyCode::Esc);
            desk.key(KeyCode::F(1));
            println!("{}", desk.screen(width, height));
        }
    }
}
