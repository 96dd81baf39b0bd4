-- What therapists decide lies beside what was sent and proposed; nothing of that is rewritten.

-- A clearance for a see-doctor or wait referral; the newest one that was not withdrawn counts.
create table intake_clearance (
    id           uuid                        not null primary key,
    intake       uuid                        not null references intake (id) on delete cascade,
    cleared_by   varchar(100)                not null,
    cleared_on   date                        not null,
    limits       varchar(2000)               not null,
    recorded_by  uuid                        not null,
    recorded_at  timestamp(6) with time zone not null,
    withdrawn_at timestamp(6) with time zone
);
create index intake_clearance_intake on intake_clearance (intake, recorded_at);

-- A draft that adds the massage section to an intake that was cleared.
alter table intake_draft add column intake uuid references intake (id) on delete cascade;

-- The massage section answered after a clearance, and what was decided then; the newest one counts.
create table intake_continuation (
    id        uuid                        not null primary key,
    intake    uuid                        not null references intake (id) on delete cascade,
    sent_at   timestamp(6) with time zone not null,
    first_day date                        not null,
    answers   varchar(100000)             not null,
    wording   varchar(500000)             not null,
    changes   varchar(500000)             not null,
    decision  varchar(500000)             not null,
    knowledge varchar(64)                 not null references knowledge_base (sha256)
);
create index intake_continuation_intake on intake_continuation (intake, sent_at);

-- What was decided about an intake, step by step. The key keeps two people from taking the same step.
create table care_decision (
    intake       uuid                        not null references intake (id) on delete cascade,
    version      integer                     not null,
    kind         varchar(20)                 not null,
    account      uuid,
    account_name varchar(100),
    decided_at   timestamp(6) with time zone not null,
    reason       varchar(40),
    words        varchar(4000),
    note         varchar(4000),
    level        varchar(20),
    plan         varchar(50000),
    primary key (intake, version)
);

-- The worklist: one row for each intake, drawn from the tables above.
create table worklist_item (
    intake     uuid                        not null primary key references intake (id) on delete cascade,
    reference  varchar(12)                 not null,
    client     varchar(100),
    need       varchar(20)                 not null,
    waits      boolean                     not null,
    level_rank integer                     not null,
    since      timestamp(6) with time zone not null
);
create index worklist_waiting on worklist_item (waits, level_rank, since, intake);
create index worklist_need on worklist_item (need, level_rank, since, intake);

-- The reference and every word of a name on from which somebody may search, in hexadecimal so that every database
-- sorts it alike.
create table worklist_word (
    word   varchar(400) not null,
    intake uuid         not null references intake (id) on delete cascade,
    primary key (word, intake)
);
create index worklist_word_intake on worklist_word (intake);
