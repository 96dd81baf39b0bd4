-- When a client withdrew. One for each intake, never taken back.
create table intake_withdrawal (
    intake       uuid                        not null primary key references intake (id),
    withdrawn_at timestamp(6) with time zone not null
);

-- What is old enough to go.
create index intake_sent_order on intake (sent_at, id);

-- A client asked for erasure; gone with the intake, or answered with a reason.
create table erasure_request (
    intake      uuid                        not null primary key references intake (id),
    asked_at    timestamp(6) with time zone not null,
    refused_at  timestamp(6) with time zone,
    refused_by  uuid,
    reason      varchar(40),
    explanation varchar(2000),
    version     integer                     not null
);

-- What is left of an erased intake: no person, only its month and outcome.
create table forgotten (
    id           uuid        not null primary key,
    sent_month   date        not null,
    outcome      varchar(20) not null,
    how          varchar(20) not null,
    forgot_month date        not null
);

-- Who runs a scheduled job right now, so that several instances do it once.
create table shedlock (
    name       varchar(64)  not null primary key,
    lock_until timestamp    not null,
    locked_at  timestamp    not null,
    locked_by  varchar(255) not null
);
