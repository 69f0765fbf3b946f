# Reading back what was agreed before the meeting closes.

read-back-title = Reading back
read-back-place = { $number }, { $at } of { $count }
read-back-resolution = Resolution { $number }
read-back-action = Action { $number }
read-back-unconfirmed = not confirmed yet
read-back-confirmed = read out at { $time }, nobody objected
read-back-confirmed-by = read out at { $time }, confirmed by { $names }
read-back-cut = There is more than the screen holds; see the record.
read-back-who = Who confirms
read-back-how = Read it to the room. If nobody objects, press Enter; if somebody confirms it, type the name first.
read-back-due =
    { $count ->
        [one] { $count } thing that was agreed has not been read out. Better read it to the room before the meeting closes.
       *[other] { $count } things that were agreed have not been read out. Better read them to the room before the meeting closes.
    }
read-back-close-foot = Enter reads back first, { $close } closes without it, Esc goes back
read-back-first = This is the first.
read-back-last = This is the last.
read-back-not-now = Something is being read out. Press Esc to go back to the desk first.
read-back-amend = Put it right and press Enter; { $key } goes on reading back.
read-back-hint-confirm = confirm
read-back-hint-before = previous
read-back-hint-after = next
read-back-hint-amend = correct
read-back-hint-close = close
read-back-hint-desk = desk
read-back-help-confirm = confirm it; without a name, nobody objected
read-back-help-before = the one before
read-back-help-after = the next one
read-back-help-amend = back to the desk to put it right
read-back-help-close = on to closing, without reading the rest
read-back-help-desk = back to the desk
read-back-done = { $number } is confirmed.
