# Long work on the command line.

progress-stop = Ctrl+C stops
