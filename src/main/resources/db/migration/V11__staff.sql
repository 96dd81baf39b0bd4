create table staff_account (
    id           uuid                        not null primary key,
    name         varchar(100)                not null,
    sign_in_name varchar(100)                not null unique,
    password     varchar(200)                not null,
    role         varchar(20)                 not null,
    enabled      boolean                     not null,
    created_at   timestamp(6) with time zone not null
);

-- One-time links; only the hash of the secret.
create table staff_link (
    hash       varchar(64)                 not null primary key,
    kind       varchar(20)                 not null,
    account    uuid references staff_account (id),
    expires_at timestamp(6) with time zone not null
);

create table staff_recovery_code (
    hash    varchar(64) not null primary key,
    account uuid        not null references staff_account (id)
);
create index staff_recovery_code_account on staff_recovery_code (account);

-- Passkeys, as Spring Security keeps them.
create table user_credentials (
    credential_id                varchar(1000) not null primary key,
    user_entity_user_id          varchar(1000) not null,
    public_key                   bytea         not null,
    signature_count              bigint,
    uv_initialized               boolean,
    backup_eligible              boolean       not null,
    authenticator_transports     varchar(1000),
    public_key_credential_type   varchar(100),
    backup_state                 boolean       not null,
    attestation_object           bytea,
    attestation_client_data_json bytea,
    created                      timestamp,
    last_used                    timestamp,
    label                        varchar(1000) not null
);
create index user_credentials_user on user_credentials (user_entity_user_id);

-- Sessions at the desk, as Spring Session keeps them.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
