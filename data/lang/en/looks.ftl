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
hand-unknown = “{ $name }” in column { $column } is no name that belongs here and is not used. There are: { $known }
hand-twice = { $name } in column { $column } is in line { $first } already; the first one holds. Delete one of them.
hand-one-of = column { $column }: { $name } cannot be { $found }; write one of: { $list }
hand-text = column { $column }: { $name } has to be in quotes " ", not { $found }
hand-path = column { $column }: { $name } has to be the path of a file or folder in quotes " ", not { $found }
hand-style = column { $column }: { $name } cannot be { $found }. Write colours and weight, such as "red", "lightred bold", "black on cyan", "#005f00".
hand-row = column { $column }: this row has to be like (key: "F2", does: Vote), not { $found }
hand-key = column { $column }: { $found } is not a key. Write a name such as "F1" to "F12", "Ctrl+N", "Alt+Up", "PageUp", "Enter", "Tab", "Esc".
hand-does = column { $column }: there is no action { $found }. yishi keys lists their names; Nothing makes a key do nothing.

## Settings

own-variable = The variable { $name } cannot be “{ $value }”; set it to one of: { $list }
own-notice = { $more ->
        [0] { $first }
       *[other] { $first } (and { $more } more; see yishi settings)
    }
settings-name = setting
settings-value = now
settings-from = from
settings-from-flag = command line
settings-from-variable = variable { $name }
settings-from-file = your file
settings-from-system = system
settings-from-program = default
settings-unwritten = { $path } (not there yet; written when a screen is first opened)
settings-no-keys = { $path } (not there: no key is changed)
settings-no-themes = { $path } (not there: no theme is added)
settings-no-folder = The system names no home folder. YISHI_CONFIG can name a folder for settings.
settings-not-set = -
settings-keys-standard = none changed
settings-keys-own = { $count ->
        [one] { $count } of your own
       *[other] { $count } of your own
    }
settings-file-heading =
    The settings of yishi. The program writes this file once and then only reads
    it, so edit it as you like and save it as UTF-8. Where something is wrong it
    says in which line, and what to write; the rest holds all the same.
    yishi settings shows what is in force, and where it comes from.
settings-file-language = Language: auto follows the system, zh is Chinese, en English.
settings-file-theme =
    Colours: dark, light (for projectors), contrast, mono; or the name of a
    theme of your own in the folder themes. Ctrl+T changes it on any screen.
settings-file-borders =
    Borders: auto, ascii (drawn with + - |) or lines.
    Use ascii where lines are broken or too wide.
settings-file-mouse =
    Mouse: true to click and scroll with it; text is then selected by holding
    Shift and dragging.
settings-file-bell =
    Bell: off, turn_over (when the time of a turn is used up), refusals (when
    something is refused), or both.
settings-file-recorder = Who takes the record, such as "Ann Lee". Empty: the name you log in with.
settings-file-store =
    The folder everything is kept in, such as "D:/yishi". Empty: the usual one.
settings-file-font =
    A font file for large type on the room's screen, such as
    "C:/Windows/Fonts/simhei.ttf". Empty: one is looked for; "off": none.
settings-file-plain =
    A line at a time and no layout, for screen readers: true or false, as with
    --plain.

## Keys

keys-name = action
keys-free = does nothing
keys-mine = Those with * are your own, from { $path }.
own-keys-bare = column { $column }: { $key } is a single sign, which could not be typed any more. Use F1 to F12, or add Ctrl or Alt.
own-keys-same = column { $column }: in a terminal { $key } and { $same } are one key. Use another one.
own-keys-twice = column { $column }: { $key } is { $second } here, but { $does } in line { $line }, column { $place }. In one section a key can do one thing; delete one row, or use another key.
own-keys-not-here = column { $column }: { $does } does nothing on “{ $screen }”. Move it to a screen that has it; yishi keys lists the actions of each.
own-keys-needed = column { $column }: without { $key }, no key is left on “{ $screen }” for: { $about }. Give { $does } another key as well.

## Mouse and command line

mouse-select = Shift+drag
mouse-select-about = select text with the mouse (which also clicks and scrolls)
cli-help-settings = Show the settings in force, and where they come from
cli-help-arg-theme = The theme: dark, light, contrast, mono, or your own (YISHI_THEME)
