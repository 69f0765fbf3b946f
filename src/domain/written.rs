//! Choices that people write in files by their names.

/// Gives an enum, all of whose variants are plain names, a list of them and the names that files have
/// for them.
macro_rules! written {
    (
        $(#[$about:meta])*
        pub enum $choice:ident {
            $($(#[$meaning:meta])* $value:ident),+ $(,)?
        }
    ) => {
        $(#[$about])*
        pub enum $choice {
            $($(#[$meaning])* $value),+
        }

        impl $choice {
            /// All, in the order they are declared in.
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
