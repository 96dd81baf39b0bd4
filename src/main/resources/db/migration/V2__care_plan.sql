create table care_plan (
    id          uuid                        not null primary key,
    intake      uuid                        not null unique references intake (id),
    state       varchar(20)                 not null,
    technique   varchar(60)                 not null,
    alternative varchar(60),
    first_day   date                        not null,
    proposed_at timestamp(6) with time zone not null
);

create table care_session (
    plan      uuid        not null references care_plan (id),
    number    integer     not null,
    phase     varchar(60) not null,
    technique varchar(60) not null,
    on_day    date        not null,
    primary key (plan, number)
);
