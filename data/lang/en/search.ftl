# Searching.

cli-help-search = Find words in all records
cli-help-arg-words = The words; put several in quotation marks, all must be there
search-no-words = No words to look for. Write: yishi search parking, or yishi search "Wang parking"
search-summary =
    { $places ->
        [0] Nothing was found. Try another word, or fewer letters.
        [one] Found in one place.
       *[other] { $places } places in { $meetings ->
            [one] one meeting.
           *[other] { $meetings } meetings.
        }
    }
