CREATE SCHEMA networks;
GRANT USAGE ON SCHEMA networks TO cabildo_app;

-- A network's read model: what it compares, between whom, with which figures. Everything here belongs to the network as
-- tenant. Figures of members that are tenants arrive by event under the member's consent, others by import of published
-- statistics; members' own tables are never read.
CREATE TABLE networks.entity (
    tenant_id  integer NOT NULL,
    -- official code of the territory, which is what figures are joined by; names repeat
    code       text    NOT NULL CHECK (code ~ '^[0-9A-Za-z-]{1,20}$'),
    name       text    NOT NULL,
    region     text    NOT NULL DEFAULT '',
    population integer CHECK (population >= 0),
    -- GeoJSON (RFC 7946) Polygon or MultiPolygon; empty: no boundary
    shape      text    NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, code)
);
SELECT platform.tenant_table('networks.entity');

-- A frozen set of measures, method and period.
CREATE TABLE networks.edition (
    tenant_id  integer     NOT NULL,
    slug       text        NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60),
    name       text        NOT NULL CHECK (name IS JSON OBJECT),
    method     text        NOT NULL DEFAULT '{}' CHECK (method IS JSON OBJECT),
    -- where figures come from: published by members under consent, or imported
    origin     text        NOT NULL CHECK (origin IN ('members', 'import')),
    ord        integer     NOT NULL DEFAULT 0,
    published  boolean     NOT NULL DEFAULT false,
    frozen_at  timestamptz,
    PRIMARY KEY (tenant_id, slug)
);
SELECT platform.tenant_table('networks.edition');

CREATE TABLE networks.measure (
    tenant_id  integer  NOT NULL,
    edition    text     NOT NULL,
    code       text     NOT NULL CHECK (code ~ '^[a-z0-9]+([._-][a-z0-9]+)*$' AND length(code) <= 60),
    -- an indicator, or an index that its publisher computed
    kind       text     NOT NULL CHECK (kind IN ('indicator', 'index')),
    name       text     NOT NULL CHECK (name IS JSON OBJECT),
    unit       text     NOT NULL CHECK (unit IS JSON OBJECT),
    decimals   smallint NOT NULL CHECK (decimals BETWEEN 0 AND 6),
    direction  text     NOT NULL CHECK (direction IN ('up', 'down', 'none')),
    topic      text     NOT NULL DEFAULT '',
    period     text     NOT NULL DEFAULT '',
    source     text     NOT NULL,
    source_url text     NOT NULL DEFAULT '',
    -- goalposts of the composite: the value that counts 0 and the one that counts 100
    worst      numeric,
    best       numeric  CHECK (best <> worst),
    ord        integer  NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, edition, code),
    FOREIGN KEY (tenant_id, edition) REFERENCES networks.edition (tenant_id, slug) ON DELETE CASCADE
);
SELECT platform.tenant_table('networks.measure');

CREATE TABLE networks.figure (
    tenant_id   integer     NOT NULL,
    edition     text        NOT NULL,
    measure     text        NOT NULL,
    entity      text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('value', 'missing', 'not-applicable')),
    value       numeric     CHECK ((state = 'value') = (value IS NOT NULL)),
    period      text        NOT NULL,
    source      text        NOT NULL DEFAULT '',
    note        text        NOT NULL DEFAULT '',
    version     integer     NOT NULL DEFAULT 1,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, edition, measure, entity),
    FOREIGN KEY (tenant_id, edition, measure)
        REFERENCES networks.measure (tenant_id, edition, code) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, entity) REFERENCES networks.entity (tenant_id, code) ON DELETE CASCADE
);
SELECT platform.tenant_table('networks.figure');
CREATE INDEX figure_entity ON networks.figure (tenant_id, edition, entity);

-- What a member lets a network show. Belongs to the member as tenant. A row stays when consent is withdrawn; giving it
-- again makes another.
CREATE TABLE networks.consent (
    tenant_id    integer     NOT NULL,
    network      text        NOT NULL,
    indicator    text        NOT NULL,
    granted_at   timestamptz NOT NULL,
    granted_by   text        NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text        NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, network, indicator, granted_at)
);
SELECT platform.tenant_table('networks.consent');
CREATE UNIQUE INDEX consent_standing ON networks.consent (tenant_id, network, indicator) WHERE withdrawn_at IS NULL;
