-- What an owner set at the desk. A value that is not here is the country's, or what goes without saying.
create table practice_setting (
    name    varchar(60)   not null primary key,
    content varchar(2000) not null
);
-- How often each page of settings was changed, so that of two owners the second sees the first.
create table practice_setting_page (
    page    varchar(20) not null primary key,
    version bigint      not null
);
-- Logos, as drawn anew from what was sent; the setting practice.logo names the one in force.
create table practice_logo (
    hash    varchar(64)                 not null primary key,
    png     bytea                       not null,
    sent_at timestamp(6) with time zone not null
);
-- Until now everything suited a practice in the United Kingdom. Whoever works already goes on so.
insert into practice_setting (name, content)
select 'practice.country', 'GB' from (values (1)) as one(n)
where exists (select 1 from staff_account) or exists (select 1 from care_case);
insert into practice_setting (name, content)
select 'practice.name', 'your massage practice' from (values (1)) as one(n)
where exists (select 1 from staff_account) or exists (select 1 from care_case);
