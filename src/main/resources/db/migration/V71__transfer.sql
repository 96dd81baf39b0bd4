-- A file on its way in, as it came; gone when it was brought in, dropped, or after an hour.
create table brought_in_upload (
    id          uuid                        not null primary key,
    account     uuid                        not null,
    kind        varchar(20)                 not null,
    encoding    varchar(20)                 not null,
    delimiter   varchar(20)                 not null,
    dates       varchar(20)                 not null,
    content     bytea                       not null,
    uploaded_at timestamp(6) with time zone not null
);

-- A file that was brought in. The key is that of its upload, so that it is brought in once.
create table brought_in_file (
    id          uuid                        not null primary key,
    fingerprint varchar(64)                 not null,
    kind        varchar(20)                 not null,
    many        integer                     not null,
    brought_by  uuid                        not null,
    brought_at  timestamp(6) with time zone not null
);
create index brought_in_file_fingerprint on brought_in_file (fingerprint);

-- A client from another system. Nobody asked them anything here: this is no case.
create table brought_in_client (
    id         uuid                        not null primary key,
    name       varchar(200)                not null,
    phone      varchar(80),
    email      varchar(200),
    remark     varchar(4000),
    found_by   varchar(1000)               not null,
    name_key   varchar(64)                 not null,
    brought_at timestamp(6) with time zone not null,
    case_id    uuid references care_case (id),
    joined_at  timestamp(6) with time zone
);
create index brought_in_client_case on brought_in_client (case_id);
create index brought_in_client_name on brought_in_client (name_key);

-- By what a client is known again: name with telephone, name with e-mail, or the name alone where there is neither.
create table brought_in_key (
    known_by varchar(64) not null primary key,
    client   uuid        not null references brought_in_client (id) on delete cascade
);
create index brought_in_key_client on brought_in_key (client);

-- A session of theirs in the other system; the same day, length and words are the same session.
create table brought_in_session (
    client   uuid        not null references brought_in_client (id) on delete cascade,
    on_day   date        not null,
    known_by varchar(64) not null,
    minutes  integer,
    remark   varchar(8000),
    primary key (client, on_day, known_by)
);
