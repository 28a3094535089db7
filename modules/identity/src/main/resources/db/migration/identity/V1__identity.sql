CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO cabildo_app;

-- Somebody who has signed in at least once. Names and addresses are not kept here but in each tenant's own rows, so
-- that this table, which belongs to no tenant, says nothing about anybody.
CREATE TABLE identity.person (
    id         uuid        PRIMARY KEY DEFAULT uuidv7(),
    subject    text        NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON identity.person TO cabildo_app;

-- People who work for a tenant, with the name and address under which the tenant knows them.
CREATE TABLE identity.member (
    tenant_id integer     NOT NULL,
    person_id uuid        NOT NULL REFERENCES identity.person (id),
    name      text        NOT NULL,
    email     text        NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id)
);
SELECT platform.tenant_table('identity.member');

CREATE TABLE identity.membership (
    tenant_id integer     NOT NULL,
    person_id uuid        NOT NULL,
    role      text        NOT NULL CHECK (role ~ '^[a-z][a-z0-9-]*([.][a-z][a-z0-9-]*)?$'),
    since     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, role),
    FOREIGN KEY (tenant_id, person_id) REFERENCES identity.member (tenant_id, person_id) ON DELETE CASCADE
);
SELECT platform.tenant_table('identity.membership');

-- Roles that wait for somebody who has not signed in yet, known by their verified address.
CREATE TABLE identity.pending_membership (
    tenant_id integer     NOT NULL,
    email     text        NOT NULL CHECK (email = lower(email)),
    role      text        NOT NULL CHECK (role ~ '^[a-z][a-z0-9-]*([.][a-z][a-z0-9-]*)?$'),
    since     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, email, role)
);
SELECT platform.tenant_table('identity.pending_membership');

-- Invitations by mail. Only the token's hash is kept.
CREATE TABLE identity.invitation (
    tenant_id   integer     NOT NULL,
    id          uuid        NOT NULL DEFAULT uuidv7(),
    email       text        NOT NULL CHECK (email = lower(email)),
    roles       text        NOT NULL CHECK (roles <> ''),
    token_hash  text        NOT NULL,
    invited_by  text        NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    accepted_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, token_hash)
);
SELECT platform.tenant_table('identity.invitation');
CREATE INDEX invitation_open ON identity.invitation (tenant_id, email) WHERE accepted_at IS NULL;

-- Sessions of all sites (Spring Session's own layout). What a session may do is looked up in the tables above.
CREATE TABLE identity.spring_session (
    primary_id            char(36) NOT NULL PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint   NOT NULL,
    last_access_time      bigint   NOT NULL,
    max_inactive_interval integer  NOT NULL,
    expiry_time           bigint   NOT NULL,
    principal_name        text
);
CREATE INDEX spring_session_expiry ON identity.spring_session (expiry_time);
CREATE INDEX spring_session_principal ON identity.spring_session (principal_name);
CREATE TABLE identity.spring_session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES identity.spring_session (primary_id) ON DELETE CASCADE,
    attribute_name     text     NOT NULL,
    attribute_bytes    bytea    NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.spring_session, identity.spring_session_attributes TO cabildo_app;
