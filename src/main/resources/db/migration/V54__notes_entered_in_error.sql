-- A note that was signed by mistake stays, struck; a fresh one can stand beside it. The table is made
-- again, because the old one allows one note for each session by a constraint that has another name in each database.
create table session_note (
    id            uuid                        not null primary key,
    case_id       uuid                        not null references care_case (id) on delete cascade,
    number        integer                     not null,
    strike        integer default 0           not null,
    subjective    varchar(8000)               not null,
    objective     varchar(8000)               not null,
    assessment    varchar(8000)               not null,
    next_steps    varchar(8000)               not null,
    author        uuid                        not null,
    begun_at      timestamp(6) with time zone not null,
    saved_at      timestamp(6) with time zone not null,
    signed_at     timestamp(6) with time zone,
    signed_by     uuid,
    struck_at     timestamp(6) with time zone,
    struck_by     uuid,
    struck_reason varchar(400),
    version       integer                     not null,
    constraint soap_note_place unique (case_id, number, strike)
);
insert into session_note (id, case_id, number, strike, subjective, objective, assessment, next_steps, author, begun_at,
                          saved_at, signed_at, signed_by, version)
select id, case_id, number, 0, subjective, objective, assessment, next_steps, author, begun_at, saved_at, signed_at,
       signed_by, version
from soap_note;
create table session_note_amendment (
    note       uuid                        not null references session_note (id) on delete cascade,
    position   integer                     not null,
    words      varchar(8000)               not null,
    reason     varchar(400)                not null,
    author     uuid                        not null,
    amended_at timestamp(6) with time zone not null,
    primary key (note, position)
);
insert into session_note_amendment (note, position, words, reason, author, amended_at)
select note, position, words, reason, author, amended_at
from note_amendment;
drop table note_amendment;
drop table soap_note;
alter table session_note rename to soap_note;
alter table session_note_amendment rename to note_amendment;
