# How far long work is, on the command line.

progress-checking = Verifying files
progress-searching = Searching
progress-importing = Taking people in
progress-topics = Taking topics in
progress-meetings = Reading meetings
progress-actions = Gathering actions
progress-hint = Ctrl+C stops it
progress-stopping = Stopping
