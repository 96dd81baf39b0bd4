-- When and where the practice works. One row says that somebody set it and which edition stands; while there is none, every day is open.
create table hours_edition (
    id      integer      not null primary key,
    edition uuid         not null,
    country varchar(10),
    region  varchar(40),
    lengths varchar(100) not null
);
create table hours_stretch (
    weekday integer not null,
    opens   time    not null,
    closes  time    not null,
    primary key (weekday, opens)
);
create table hours_closed (
    id        uuid         not null primary key,
    from_day  date         not null,
    until_day date         not null,
    words     varchar(100) not null
);
-- Public holidays on which the practice works all the same.
create table hours_worked_holiday (
    holiday varchar(100) not null primary key
);
-- Treatment rooms stay for good, so that a session of the past still names its own.
create table hours_room (
    id         varchar(36)  not null primary key,
    name       varchar(100) not null,
    place      integer      not null,
    retired_at timestamp(6) with time zone
);

-- Where a session was meant to be when it lies on another day: why, and what closed that day.
alter table care_session add column meant_day date;
alter table care_session add column meant_why varchar(10);
alter table care_session add column closed_words varchar(200);
alter table session_mark add column meant_day date;
alter table session_mark add column meant_why varchar(10);
alter table session_mark add column closed_words varchar(200);

-- Weekdays and parts of the day that suit a client; ids with commas between, nothing for any.
create table case_suits (
    case_id   uuid        not null primary key references care_case (id) on delete cascade,
    days      varchar(80) not null,
    day_parts varchar(40) not null
);
