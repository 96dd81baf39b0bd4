-- What is old enough to go.
create index intake_sent_order on intake (outcome, sent_at, id);
create index care_decision_kind on care_decision (kind, decided_at, intake);

-- A client asked for erasure; gone with the intake, or answered with a reason.
create table erasure_request (
    intake      uuid                        not null primary key references intake (id) on delete cascade,
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
