//! Choices that people write in files by their names.

/// Gives an enum all its values, in the order given here, and the names that files have for them.
macro_rules! written {
    ($(#[$about:meta])* $choice:ident: $($value:ident),+ $(,)?) => {
        impl $choice {
            $(#[$about])*
            pub const ALL: [Self; [$(Self::$value),+].len()] = [$(Self::$value),+];

            /// As it is written in a file.
            #[must_use]
            pub const fn written(self) -> &'static str {
                match self {
                    $(Self::$value => stringify!($value)),+
                }
            }
        }
    };
}

pub(super) use written;
