# The counters: names, wholes, command line and screen.

## Groups

stats-group-topics = Topics
stats-group-screening = Screening
stats-group-meetings = Meetings
stats-group-outings = Visits and briefings
stats-group-outcome = What became of these topics
stats-group-results = Results
stats-group-ratings = Ratings and answers
stats-group-assigned = Assigned to units
stats-group-calls = Calls to members
stats-group-actions = Actions agreed at meetings

## Figures

stats-topics-raised = topics raised
stats-topics-livelihood = livelihood and pressing concerns
stats-topics-vexing = vexing matters
stats-topics-neighbours = disputes between neighbours
stats-topics-petition = demands by petition
stats-topics-rights = rights and interests
stats-topics-governance = governance difficulties
stats-topics-unclassified = without a class
stats-screening-accepted = accepted
stats-screening-excluded = excluded
stats-sessions-held = meetings held
stats-topics-consulted = topics consulted on
stats-people-person-times = person-times
stats-people-persons = persons
stats-opinions-given = opinions
stats-outings-visits = rounds of household visits
stats-outings-households = household-times
stats-outings-briefings = policy briefings
stats-outings-reached = person-times at briefings
stats-raised-resulted = with a result
stats-raised-solved = solved
stats-disputes-settled = disputes settled
stats-results-solved = A solved
stats-results-underway = B under way
stats-results-planned = C planned
stats-results-reference = D for reference
stats-results-redo = dissatisfied, to be done again
stats-ratings-satisfied = satisfied or mostly satisfied
stats-ratings-dissatisfied = dissatisfied
stats-ratings-reopened = reopened at least once
stats-answers-given = proposers answered
stats-assigned-new = assigned in the period
stats-assigned-closed = closed (closing rate)
stats-assigned-open = open
stats-assigned-overdue = open and overdue
stats-assigned-on-time = closed on time (on-time rate)
stats-assigned-late = closed late
stats-assigned-no-limit = closed, no last day set
stats-assigned-dissatisfied = dissatisfied (rate)
stats-calls-out = calls
stats-calls-answered = calls that were answered
stats-calls-reported-in = members who reported in
stats-actions-agreed = actions agreed
stats-actions-done = done
stats-actions-overdue = overdue

## Of what

stats-whole-slips = slips taken in
stats-whole-topics = topics raised
stats-whole-screened = topics screened
stats-whole-planned = meetings due
stats-whole-on-agendas = topics on agendas
stats-whole-person-times = person-times
stats-whole-disputes = disputes raised
stats-whole-resulted = topics with a result
stats-whole-rated = topics rated
stats-whole-owed = proposers owed an answer
stats-whole-on-books = assigned topics on the books
stats-whole-closed = assigned topics closed
stats-whole-assigned-rated = assigned topics rated
stats-whole-calls-out = calls
stats-whole-called = members called
stats-whole-agreed = actions agreed

## Tables

stats-title = Figures of { $scope }
stats-period =
    { $communities ->
        [one] { $from } to { $to }, { $communities } community
       *[other] { $from } to { $to }, { $communities } communities
    }
stats-unit = unit: { $unit }
stats-head-figure = figure
stats-head-count = part/whole
stats-head-percent = share
stats-head-of = of
stats-head-id = id
stats-head-group = group
stats-head-unit = unit
stats-head-numerator = part
stats-head-denominator = whole
stats-head-from = from
stats-head-to = to
stats-head-case = case
stats-head-counted = in the part
stats-head-in-whole = in the whole
stats-head-title = title
stats-head-day = day
stats-head-state = state
stats-counts-once = A topic that was merged counts once, as the one it is part of; one taken back does not count. What happened after the period does not count.

## Where cases stand

stats-case-outing =
    { $count ->
        [one] { $count } household
       *[other] { $count } households
    }
stats-case-briefing =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
stats-case-call = { $came }/{ $count } reported in

## The command line

cli-help-stats = Count the figures, with the cases behind them
cli-help-arg-stats-scope = a community's id or name, or a region such as Yunyan or Guizhou/Guiyang; everything if not given
cli-help-arg-stats-from = the first day; 1 January of this year if not given
cli-help-arg-stats-to = the last day; today if not given
cli-help-arg-stats-format = the form: table, csv or json
cli-help-arg-stats-cases = list the cases behind each figure
progress-stats = counting
stats-no-such-scope = There is no community and no region “{ $typed }”. Communities: { $communities }. { $regions ->
        [none] No community says which region it lies in.
       *[other] Regions: { $regions }.
    }
stats-several = “{ $typed }” fits several communities: { $communities }. Write the id.
stats-backwards = The first day, { $from }, is after the last, { $to }: there is nothing to count. Swap them, or change --from or --to.
stats-bad-day = “{ $text }” after { $option } is not a date. Write 2026-11-23, 23 November or yesterday.
stats-everywhere = all communities

## The screen

key-figures = the figures
key-by-month = count by months
key-by-quarter = count by quarters
key-by-year = count by years
key-period-before = the month, quarter or year before
key-period-after = the next month, quarter or year
key-next-scope = count somewhere else: everything, a region, a community
key-previous-scope = back to where it was counted before that
key-choose-scope = choose where to count
hint-figures = figures
hint-by-month = month
hint-by-quarter = quarter
hint-by-year = year
hint-period-before = before
hint-period-after = after
hint-next-scope = elsewhere
hint-previous-scope = back
hint-choose-scope = where
place-stats = the figures
stats-screen = Figures
stats-place = place { $at } of { $count }
stats-span-month = { $year }-{ $month }
stats-span-quarter = { $year }, quarter { $quarter }
stats-span-year = { $year }
stats-days = { $from } to { $to }
stats-counting = counting …
stats-future = This period has not begun yet.
stats-about = { $figure }: { $count } of { $whole }. { $key } shows the cases behind it.
stats-about-count = { $figure }: { $count }. { $key } shows the cases behind it.
stats-about-case = { $case }: { $counted } in the part, { $of } in the whole.
stats-about-case-count = { $case }: counts { $counted }.
stats-nothing-behind = There is no case behind this figure.
stats-hint-open = open
stats-hint-behind = cases
stats-hint-back = back
stats-file = figures
stats-file-cases = cases
stats-file-endings = Let the name end with .csv, which spreadsheets open; .txt and .json will do too.
stats-help-title = How to read the figures
stats-help-fraction = Each figure tells its part and its whole. The bar is the share; figures without a whole have none.
stats-help-once = A topic that was merged counts once, as the one it is part of; one taken back does not count. What happened after the period does not count.
stats-help-behind = { $key } on a figure lists every case behind it. { $key } on a meeting or an action looks back at that meeting, on a topic it opens the community's topics.
stats-help-doc = Each figure is defined in docs/figures.md.
stats-scopes-title = Where to count
