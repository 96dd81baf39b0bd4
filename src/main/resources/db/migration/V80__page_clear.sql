-- How often each kind of page was clear to its readers. Nobody's case, session or device is in it.
create table page_clear (
    on_day  date        not null,
    page    varchar(60) not null,
    clear   bigint      not null,
    unclear bigint      not null,
    primary key (on_day, page)
);
