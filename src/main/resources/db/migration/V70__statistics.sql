-- What happened in each month, in sums; a month is counted once and then stands. Nobody's name, day or case is in it.
create table counted_month (
    first_day  date                        not null primary key,
    counted_at timestamp(6) with time zone not null
);
create table month_count (
    first_day date       not null references counted_month (first_day) on delete cascade,
    item  varchar(200) not null,
    many  bigint       not null,
    primary key (first_day, item)
);
-- What counting a month reads.
create index case_round_sent on case_round (sent_at);
create index session_mark_day on session_mark (live_day, state);
