-- Who is behind a pseudonym. A row is removed when a person is forgotten.
create table journal_person (
    pseudonym uuid not null primary key,
    person    uuid not null unique
);

-- Who did what. Only ever added to; each row holds the hash of the one before.
create table journal_entry (
    number        bigint                      not null primary key,
    noted_at      timestamp(6) with time zone not null,
    action        varchar(40)                 not null,
    kind          varchar(10)                 not null,
    who           uuid,
    subject       uuid,
    previous_hash varchar(64)                 not null,
    hash          varchar(64)                 not null
);
create index journal_entry_who on journal_entry (who);
create index journal_entry_subject on journal_entry (subject);

-- The end of the chain: shows that the last rows are missing, and is locked while a row is added.
create table journal_head (
    id          smallint    not null primary key,
    last_number bigint      not null,
    last_hash   varchar(64) not null
);
insert into journal_head (id, last_number, last_hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
