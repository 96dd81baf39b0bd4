-- What clients who were referred say about their doctor, each answer a row of its own.
create table doctor_visit (
    case_id uuid                        not null references care_case (id) on delete cascade,
    said_at timestamp(6) with time zone not null,
    answer  varchar(20)                 not null,
    primary key (case_id, said_at)
);
-- Two cases of one person, as a therapist said; the smaller id stands first.
create table case_join (
    one       uuid                        not null references care_case (id) on delete cascade,
    other     uuid                        not null references care_case (id) on delete cascade,
    joined_at timestamp(6) with time zone not null,
    primary key (one, other)
);
create index case_join_other on case_join (other);
-- The worklist has more places now: what nobody followed up comes before the levels, check-ins after them.
update worklist_item set level_rank = case when level_rank = 4 then 9 else level_rank + 1 end;
