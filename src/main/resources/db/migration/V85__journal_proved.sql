-- How far the journal's chain was followed and found whole, so that its page only follows what is newer.
create table journal_proved (
    id        integer                     not null primary key check (id = 1),
    number    bigint                      not null,
    hash      varchar(64)                 not null,
    proved_at timestamp(6) with time zone not null
);
