-- Read by H2 and by PostgreSQL alike.

-- The content of every knowledge base that ever decided, once.
create table knowledge_base (
    sha256        varchar(64)                 not null primary key,
    version       varchar(100)                not null,
    content       varchar(1000000)            not null,
    first_used_at timestamp(6) with time zone not null
);

-- Answers on their way; removed when they are sent or when they expire.
create table intake_draft (
    id              uuid                        not null primary key,
    link_hash       varchar(64)                 not null unique,
    consent_version varchar(40)                 not null,
    consented_at    timestamp(6) with time zone not null,
    answers         varchar(100000)             not null,
    changes         varchar(500000)             not null,
    details         varchar(10000),
    expires_at      timestamp(6) with time zone not null
);
create index intake_draft_expiry on intake_draft (expires_at);

-- What was answered and decided. Never rewritten.
create table intake (
    id              uuid                        not null primary key,
    reference       varchar(12)                 not null unique,
    link_hash       varchar(64)                 not null unique,
    consent_version varchar(40)                 not null,
    consented_at    timestamp(6) with time zone not null,
    sent_at         timestamp(6) with time zone not null,
    outcome         varchar(20)                 not null,
    level           varchar(20),
    answers         varchar(100000)             not null,
    wording         varchar(500000)             not null,
    changes         varchar(500000)             not null,
    decision        varchar(500000)             not null,
    knowledge       varchar(64)                 not null references knowledge_base (sha256)
);

-- When a notice or plan was first seen.
create table intake_opening (
    intake    uuid                        not null primary key references intake (id),
    opened_at timestamp(6) with time zone not null
);

-- Who the client is and how to reach them; apart from the answers.
create table intake_contact (
    intake    uuid                        not null primary key references intake (id),
    name      varchar(100)                not null,
    reach     varchar(200),
    first_day date,
    given_at  timestamp(6) with time zone not null
);
