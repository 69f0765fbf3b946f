# The home screen, and how far long work is.

store-cancelled = Stopped. Nothing was changed.
