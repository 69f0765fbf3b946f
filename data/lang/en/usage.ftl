# A command line that is wrong.

usage-no-command = There is no command “{ $what }”.
usage-no-option = There is no option “{ $what }”, or it is one word too many.
usage-missing = Something is missing: { $what }
usage-no-value = Something must follow { $what }.
usage-bad-value = “{ $value }” does not go with { $what }; write one of: { $list }
usage-wrong = The command is not written right: { $what }
usage-see = To see how: yishi{ $command } --help
