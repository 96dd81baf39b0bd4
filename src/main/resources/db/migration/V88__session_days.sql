-- The sessions from a day on, for the page that says which of them lie on closed days.
create index care_session_day on care_session (on_day);
