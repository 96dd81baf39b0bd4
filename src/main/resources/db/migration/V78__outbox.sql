-- What is to be told, written with what it tells of. No link and no text: they are made when it is sent. An address only where a
-- client has just said where to, and only until it is sent.
create table outbox_message (
    id           uuid                        not null primary key,
    said_once    varchar(160)                not null unique,
    kind         varchar(30)                 not null,
    case_id      uuid                        not null references care_case (id) on delete cascade,
    account      uuid,
    number       integer,
    on_day       date,
    address      varchar(254),
    state        varchar(10)                 not null,
    made_at      timestamp(6) with time zone not null,
    from_at      timestamp(6) with time zone not null,
    due_at       timestamp(6) with time zone not null,
    attempts     integer                     not null,
    trouble      varchar(30),
    lease        uuid,
    leased_until timestamp(6) with time zone,
    done_at      timestamp(6) with time zone
);
create index outbox_message_due on outbox_message (state, due_at, id);
create index outbox_message_done on outbox_message (state, done_at, id);
create index outbox_message_case on outbox_message (case_id);

-- What a client wants to be told: ids with commas between. The sessions as they were last told, so that only a change is said.
create table outbox_client (
    case_id     uuid                        not null primary key references care_case (id) on delete cascade,
    kinds       varchar(80)                 not null,
    chosen_at   timestamp(6) with time zone not null,
    told        varchar(4000)               not null,
    told_number integer                     not null
);

-- Links of mails that end them, under a hash.
create table outbox_off (
    hash    varchar(64)                 not null primary key,
    case_id uuid                        not null references care_case (id) on delete cascade,
    made_at timestamp(6) with time zone not null
);
create index outbox_off_case on outbox_off (case_id);
create index outbox_off_made on outbox_off (made_at);

-- Where somebody of the practice wants to be told what.
create table outbox_staff (
    account uuid         not null primary key references staff_account (id) on delete cascade,
    address varchar(254) not null,
    kinds   varchar(80)  not null
);
