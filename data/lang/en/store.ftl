# Files: what went wrong, where, and what to do next.

## Places

store-at = { $path }: { $what }
store-at-line = { $path }, line { $line }: { $what }

## What the system refused

store-cannot-read = Cannot read { $path }: { $why }
store-cannot-list = Cannot list the folder { $path }: { $why }
store-cannot-make-folder = Cannot make the folder { $path }: { $why }
store-cannot-write = Cannot write { $path }: { $why }
store-cannot-remove = Cannot remove { $path }: { $why }
store-cannot-rename = Cannot rename a file to { $path }: { $why }
store-cannot-lock = Cannot lock { $path }: { $why }
store-why-full = the disk is full. Make room, or use another folder with --store.
store-why-missing = there is no such file or folder. Check the path; if it is on a stick, check that it is plugged in.
store-why-rights = permission denied. Check the rights of the folder, or use another one with --store.
store-why-read-only = the medium is read-only. Remove the write protection, or use another folder with --store.
store-why-exists = there is a file of that name already.
store-why-not-a-folder = a part of the path is not a folder. Name a folder with --store.
store-why-a-folder = it is a folder, not a file.
store-why-other = { $said }

## Logs

store-exists = { $path } exists already and was not overwritten. Use another name.
store-locked = { $path } is being written by another program; here it can only be read. Close that program first.
store-locked-by = { $path } is being written by another program ({ $holder }); here it can only be read. Close that program first.
store-gone = { $path } is gone. If it is on a stick, plug it in again and saving goes on; or save to another folder.
store-replaced = { $path } was replaced by another file, which was not overwritten. Save to another folder.
store-out-of-order = Internal error: entry { $expected } was due but entry { $found } came. Open the meeting again.
store-cannot-encode = This entry cannot be written: { $said }
store-log-empty = there is not one whole entry in the file. Replace it from a backup, or delete it and make the meeting anew.
store-log-bom = an editor put a byte order mark at its beginning. Records must not be edited; replace it from a backup.
store-log-crlf = its line ends were changed to those of Windows. Records must not be edited or converted; replace it from a backup.
store-log-none = this is not a record of yishi.
store-log-newer = written by a newer version of the program; here only what can be understood is shown. Update the program.
store-damage-form = this line is incomplete or was changed. Replace the file from a backup.
store-damage-hash = the hash does not fit: this line, or something before it, was changed. Replace the file from a backup.
store-damage-sequence = its number should be { $expected } but is { $found }: entries are missing, doubled or swapped. Replace the file from a backup.
store-damage-ron = this is no entry ({ $said }). Replace the file from a backup.
store-damage-after-end = there is something after the closing bracket. Replace the file from a backup.
store-other-device = { $path } is written by another device, “{ $device }”; here it can only be read. If that device no longer writes it, add --take-over to go on here.
store-set-aside = One entry was not completely written last time ({ $bytes } bytes) and was never shown as saved; it is kept in { $path }.
store-not-a-session = the file does not begin with the creation of a session.

## Sessions and communities

store-no-session-yet = There is no session “{ $typed }”; there is none at all yet. Make one with “yishi new session COMMUNITY TITLE”.
store-no-such-session = There is no session “{ $typed }”. The latest are:
store-several-sessions = “{ $typed }” fits { $count } sessions; write more of the name:
store-no-community-yet = There is no community “{ $typed }”; there is none at all yet. Make one with “yishi new community NAME”.
store-no-such-community = There is no community “{ $typed }”, or several fit. There are: { $known }.
store-community-exists = The id “{ $id }” is used by “{ $name }” already. If this is another community, give it an id of its own with --id.
store-not-a-folder = there should be a folder here, but it is something else. Name a folder with --store.
store-id-empty = An id cannot be empty.
store-id-too-long = The id “{ $text }” is too long; it may have { $most } characters.
store-id-characters = “{ $text }” cannot be an id. Use lower-case a-z, digits and hyphens between them, such as jinyuan.
store-id-reserved = “{ $text }” is a name that Windows keeps for itself. Use another id.
store-device-no-folder = The system names no home folder, so this device's name cannot be kept. Set the environment variable YISHI_DEVICE, such as YISHI_DEVICE=jinyuan-1.
store-device-disk = This device's name cannot be found out. { $why } You can also set the environment variable YISHI_DEVICE.
store-not-ron = column { $column } cannot be understood ({ $said }). Compare it with the same file of another community.
store-community-full-width = “{ $found }” in column { $column } is a full-width mark; write { $instead } instead.
store-community-no-name = name is empty; write the community's name.
store-community-turn-seconds = turn_seconds is { $given }; write a number of seconds from 1 to { $most }.
store-community-heading =
    What the community is called and how it meets. The program only reads this
    file, so edit it as you like; use half-width marks.
    turn_seconds: how long a turn may take.
    threshold: what carries a motion: MajorityOfPresent, MajorityOfVotes,
    TwoThirdsOfPresent or AllPresent. It counts for sessions made from now on.

## Check

check-torn-bracket = the closing bracket is missing: writing was interrupted. Nothing is lost; it is mended when the session is opened next.
check-torn = the last line was not completely written ({ $bytes } bytes) and was never shown as saved; it is set aside when the session is opened next.
check-not-a-ledger = the file does not begin with the creation of a ledger.
check-other-community = this record belongs to the community “{ $inside }” but is in the folder of “{ $folder }”. Move it to its own community.
check-other-device = this ledger is written by the device “{ $inside }”, unlike its file name. Give it its former name.
check-diverged = this and { $other } began as one record and went different ways, perhaps on two devices. Keep both and compare them.
check-copy = this and { $other } are one record, or an earlier state of it. Keep the longer one.
check-no-community-file = this file is missing. Restore it from a backup, or write one like another community's.
check-unknown-field = “{ $name }” means nothing here and is not used. It may be misspelt, or of a newer version.
check-left-over = a temporary file left when replacing a file was interrupted. Look at it if you like, and delete it.
check-same-number = Two devices gave number { $number } to different topics. The device whose ledger is older keeps it; the one here is known as { $known } now. Nothing is lost; please correct notices that went out.
check-same-call-number = Two devices gave number { $number } to different calls. The device whose ledger is older keeps it; the one here is known as { $known } now. Nothing is lost.
check-set-aside = a line that was not completely written, set aside when the record was mended. Look at it if you like, and delete it.
check-not-ours = the program does not use a file of this name in this place and does not show it.
check-nothing = there is no such file or folder to check.
