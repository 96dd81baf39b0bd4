-- What became of a session of a plan.
create table session_mark (
    intake      uuid                        not null references intake (id) on delete cascade,
    number      integer                     not null,
    state       varchar(10)                 not null,
    planned_day date                        not null,
    live_day    date                        not null,
    marked_by   uuid                        not null,
    marked_at   timestamp(6) with time zone not null,
    version     integer                     not null,
    primary key (intake, number)
);

-- One note for each session: a draft, then signed for good.
create table soap_note (
    id         uuid                        not null primary key,
    intake     uuid                        not null references intake (id) on delete cascade,
    number     integer                     not null,
    subjective varchar(8000)               not null,
    objective  varchar(8000)               not null,
    assessment varchar(8000)               not null,
    next_steps varchar(8000)               not null,
    author     uuid                        not null,
    begun_at   timestamp(6) with time zone not null,
    saved_at   timestamp(6) with time zone not null,
    signed_at  timestamp(6) with time zone,
    signed_by  uuid,
    version    integer                     not null,
    unique (intake, number)
);

-- What was added to a signed note later.
create table note_amendment (
    note       uuid                        not null references soap_note (id) on delete cascade,
    position   integer                     not null,
    words      varchar(8000)               not null,
    reason     varchar(200)                not null,
    author     uuid                        not null,
    amended_at timestamp(6) with time zone not null,
    primary key (note, position)
);
