-- A session can be cancelled in time or late, by the client or the practice.
alter table session_mark alter column state set data type varchar(20);
alter table session_mark add column cancelled_by varchar(10);
-- Whether a signed note counts for a session, so that those without one are found at once.
alter table session_mark add column note_signed boolean default false not null;
update session_mark
set note_signed = true
where exists (select 1
              from soap_note n
              where n.case_id = session_mark.case_id and n.number = session_mark.number and n.strike = 0
                and n.signed_at is not null);
create index session_mark_unsigned on session_mark (note_signed, state);
-- What was done in a session: where on the back, how firmly, with which kind of massage, for how long; and why,
-- where that goes beyond the limits of the plan.
alter table soap_note add column areas varchar(1000);
alter table soap_note add column pressure varchar(10);
alter table soap_note add column technique varchar(60);
alter table soap_note add column minutes integer;
alter table soap_note add column beyond varchar(1000);
create index soap_note_draft on soap_note (strike, signed_at);
-- The practice's own words for notes, each for one part of a note.
create table text_block (
    id         uuid                        not null primary key,
    part       varchar(12)                 not null,
    title      varchar(160)                not null,
    words      varchar(4000)               not null,
    changed_by uuid                        not null,
    changed_at timestamp(6) with time zone not null,
    version    integer                     not null
);
