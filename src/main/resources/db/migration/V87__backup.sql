-- Which backups were made, by whom not: that is in the journal. A failed one says why.
create table backup_run (
    id       uuid                        primary key,
    kind     varchar(20)                 not null,
    begun_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone not null,
    file     varchar(200),
    bytes    bigint,
    rows_in  bigint,
    trouble  varchar(40),
    about    varchar(200)
);
create index backup_run_ended on backup_run (ended_at);
