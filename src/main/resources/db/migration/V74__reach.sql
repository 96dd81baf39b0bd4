-- How a client is reached: a number as telephones take it, what was typed where that says more, an address, or nothing
-- because they will call. What stands in reach was typed before there were such fields.
alter table case_contact add column phone varchar(20);
alter table case_contact add column phone_typed varchar(100);
alter table case_contact add column email varchar(254);
alter table case_contact add column will_call boolean default false not null;

-- Somebody who answered for another person, such as a carer.
alter table care_case add column for_another boolean default false not null;
alter table intake_draft add column for_another boolean default false not null;

-- Devices of the practice on which clients answer. Only hashes of what their browsers keep.
create table client_device (
    hash      varchar(64)                 not null primary key,
    account   uuid                        not null,
    marked_at timestamp(6) with time zone not null
);
