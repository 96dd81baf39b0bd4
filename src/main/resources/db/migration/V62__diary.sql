-- When, for how long, with whom and where the sessions of a case are. The day is the plan's. A row with "later" counts from its
-- session on, until the next such row; one without, for its session alone. Times are those of a clock on the practice's wall.
create table appointment (
    case_id      uuid                        not null references care_case (id) on delete cascade,
    number       integer                     not null,
    later        boolean                     not null,
    start_minute integer,
    minutes      integer,
    therapist    uuid,
    room         varchar(60),
    set_by       uuid                        not null,
    set_at       timestamp(6) with time zone not null,
    primary key (case_id, number, later)
);

-- The diary: a row for each session of a plan that a therapist has checked, drawn from plans, marks, check-ins and appointments.
create table diary_session (
    case_id      uuid        not null references care_case (id) on delete cascade,
    number       integer     not null,
    reference    varchar(12) not null,
    client       varchar(200),
    on_day       date        not null,
    start_minute integer,
    end_minute   integer,
    minutes      integer     not null,
    therapist    uuid,
    room         varchar(60),
    state        varchar(20) not null,
    stop         varchar(20),
    pending      boolean     not null,
    untimed      boolean     not null,
    settled      boolean     not null,
    first_visit  boolean     not null,
    checked      boolean     not null,
    cautions     integer     not null,
    sign         boolean     not null,
    step         boolean     not null,
    primary key (case_id, number)
);
create index diary_day on diary_session (on_day, case_id, number);
create index diary_pending on diary_session (pending, on_day, case_id, number);
create index diary_untimed on diary_session (untimed, on_day, case_id, number);

-- Whoever gives a session a time waits for whoever is doing so.
create table diary_lock (id integer not null primary key);
insert into diary_lock values (1);
