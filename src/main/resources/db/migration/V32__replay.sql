-- A comparison of the running rules with a candidate over all stored intakes.
create table rules_comparison (
    id             uuid                        not null primary key,
    candidate      varchar(64)                 not null,
    running        varchar(64)                 not null,
    started_at     timestamp(6) with time zone not null,
    progressed_at  timestamp(6) with time zone not null,
    finished_at    timestamp(6) with time zone,
    intakes        bigint                      not null,
    tighter        bigint                      not null,
    looser         bigint                      not null,
    otherwise      bigint                      not null,
    undecided      bigint                      not null,
    meaning        varchar(200000),
    meaning_looser boolean,
    unique (candidate, running)
);

-- The decisions that would change.
create table rules_change (
    comparison uuid          not null references rules_comparison (id) on delete cascade,
    position   bigint        not null,
    direction  varchar(10)   not null,
    intake     uuid          not null references intake (id) on delete cascade,
    points     varchar(8000) not null,
    primary key (comparison, position)
);
create index rules_change_list on rules_change (comparison, direction, position);
create index rules_change_intake on rules_change (intake);

-- A loosening that somebody put forward, and the second person's approval.
create table rules_approval (
    candidate   varchar(64)                 not null,
    running     varchar(64)                 not null,
    asked_by    uuid                        not null,
    asked_at    timestamp(6) with time zone not null,
    approved_by uuid,
    approved_at timestamp(6) with time zone,
    primary key (candidate, running)
);

-- Which rules were in force from when on.
create table rules_in_force (
    number     integer                     not null primary key,
    sha256     varchar(64)                 not null,
    own_folder boolean                     not null,
    since      timestamp(6) with time zone not null
);
