-- The words that were read, each once, by their own fingerprint; the rules stay in knowledge_base.
create table knowledge_words (
    sha256        varchar(64)                 not null primary key,
    language      varchar(20)                 not null,
    content       varchar(1000000)            not null,
    first_used_at timestamp(6) with time zone not null
);
