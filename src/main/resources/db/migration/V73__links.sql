-- A case may have several private links at once, and each can be ended. The one of its sending stays in care_case.
create table case_link (
    hash       varchar(64)                 not null primary key,
    case_id    uuid                        not null references care_case (id) on delete cascade,
    made_at    timestamp(6) with time zone not null,
    revoked_at timestamp(6) with time zone
);
create index case_link_case on case_link (case_id);

alter table care_case add column link_revoked_at timestamp(6) with time zone;
