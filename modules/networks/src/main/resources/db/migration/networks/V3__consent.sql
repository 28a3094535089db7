-- Until when an edition takes its figures; empty: the newest.
ALTER TABLE networks.edition ADD COLUMN period text NOT NULL DEFAULT '';

-- Since when and until when a municipality belongs to a network, as the network noticed it in the registry. A row stays
-- when a member leaves; coming back makes another.
CREATE TABLE networks.membership (
    tenant_id integer     NOT NULL,
    member    text        NOT NULL,
    -- official code of its territory, which is what its figures are kept by
    entity    text        NOT NULL,
    since     timestamptz NOT NULL,
    until     timestamptz,
    -- what was last known of it: others are told when that changes
    known     text        NOT NULL,
    PRIMARY KEY (tenant_id, member, since)
);
SELECT platform.tenant_table('networks.membership');
CREATE UNIQUE INDEX membership_standing ON networks.membership (tenant_id, member) WHERE until IS NULL;

-- Members number what they say, so that a network never takes an older statement for a newer one.
CREATE SEQUENCE networks.statement;
GRANT USAGE ON SEQUENCE networks.statement TO cabildo_app;

-- The newest statement of each member that the network has taken.
CREATE TABLE networks.receipt (
    tenant_id integer     NOT NULL,
    member    text        NOT NULL,
    statement bigint      NOT NULL,
    taken_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, member)
);
SELECT platform.tenant_table('networks.receipt');
