# Looks: settings, keys, colours, borders, and what is wrong with files that users write.

theme-dark = dark
theme-light = light
theme-contrast = high contrast
theme-mono = no colours
theme-now = Colours: { $name }
theme-no-color = The variable NO_COLOR asks for no colours, so there is nothing to change to.

## Files that users write

hand-not-utf8 = from column { $column } on it is not UTF-8. Use “Save as” in your editor and choose UTF-8.
hand-missing = in column { $column } a { $mark } is missing.
hand-quote-open = the quotation in column { $column } does not end in its line; put a " at its end.
hand-no-name = in column { $column } the name of a field should stand, such as theme.
hand-no-value = in column { $column } there should be something: nothing follows the colon.
hand-behind-end = what begins in column { $column } is behind the last bracket and does nothing. Move it inside, or delete it.
