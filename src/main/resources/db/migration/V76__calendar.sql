-- Private addresses at which a calendar reads sessions: a client's, a therapist's, the whole practice's. Of the address only the
-- hash is kept; a row that is gone is an address that leads nowhere.
create table calendar_feed (
    id        uuid                        not null primary key,
    kind      varchar(10)                 not null,
    case_id   uuid unique references care_case (id) on delete cascade,
    account   uuid,
    hash      varchar(64)                 not null unique,
    made_at   timestamp(6) with time zone not null,
    last_read date,
    unique (kind, account)
);
-- What was last handed out of each session, so that a number can rise with every change a calendar is told of, and what is no
-- more can be called off. The audience is "client", "practice" or a therapist's account.
create table calendar_event (
    audience   varchar(36)                 not null,
    case_id    uuid                        not null references care_case (id) on delete cascade,
    number     integer                     not null,
    reference  varchar(12)                 not null,
    on_day     date                        not null,
    start_at   timestamp(6) with time zone,
    minutes    integer                     not null,
    status     varchar(10)                 not null,
    therapist  uuid,
    room       varchar(60),
    sequence   integer                     not null,
    changed_at timestamp(6) with time zone not null,
    primary key (audience, case_id, number)
);
create index calendar_event_case on calendar_event (case_id);
-- A therapist's own sessions are a stretch of it.
create index diary_therapist on diary_session (therapist, on_day);
