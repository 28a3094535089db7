CREATE SCHEMA indicators;
GRANT USAGE ON SCHEMA indicators TO cabildo_app;

-- What is measured and how. Texts by language are JSON objects keyed by language tag.
CREATE TABLE indicators.indicator (
    tenant_id   integer     NOT NULL,
    code        text        NOT NULL CHECK (code ~ '^[a-z0-9]+([._-][a-z0-9]+)*$' AND length(code) <= 60),
    name        text        NOT NULL CHECK (name IS JSON OBJECT),
    description text        NOT NULL DEFAULT '{}' CHECK (description IS JSON OBJECT),
    unit        text        NOT NULL CHECK (unit IS JSON OBJECT),
    decimals    smallint    NOT NULL CHECK (decimals BETWEEN 0 AND 6),
    direction   text        NOT NULL CHECK (direction IN ('up', 'down', 'none')),
    periodicity text        NOT NULL CHECK (periodicity IN ('year', 'half-year', 'quarter', 'month', 'irregular')),
    formula     text        NOT NULL DEFAULT '{}' CHECK (formula IS JSON OBJECT),
    source      text        NOT NULL,
    source_url  text        NOT NULL DEFAULT '',
    office      text        NOT NULL DEFAULT '',
    topic       text        NOT NULL DEFAULT '' CHECK (topic ~ '^[a-z0-9-]*$'),
    target      numeric,
    target_period text      NOT NULL DEFAULT '',
    ord         integer     NOT NULL DEFAULT 0,
    published   boolean     NOT NULL DEFAULT false,
    version     integer     NOT NULL DEFAULT 1,
    updated_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, code)
);
SELECT platform.tenant_table('indicators.indicator');

-- One value of a series (an indicator under one breakdown in one territory) for one period. Values are never
-- overwritten: a correction is a new version, which supersedes the one before.
CREATE TABLE indicators.observation (
    tenant_id     integer     NOT NULL,
    indicator     text        NOT NULL,
    -- code of a part of the municipality; empty: all of it
    territory     text        NOT NULL DEFAULT '',
    -- "dimension=category" pairs in the order of dimensions, joined by ";"; empty: the total
    breakdown     text        NOT NULL DEFAULT '',
    period        text        NOT NULL,
    version       integer     NOT NULL CHECK (version > 0),
    -- missing is not zero, and not applicable is not missing
    state         text        NOT NULL CHECK (state IN ('value', 'missing', 'not-applicable')),
    value         numeric     CHECK ((state = 'value') = (value IS NOT NULL)),
    source        text        NOT NULL DEFAULT '',
    source_url    text        NOT NULL DEFAULT '',
    note          text        NOT NULL DEFAULT '',
    author        text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    superseded_at timestamptz,
    PRIMARY KEY (tenant_id, indicator, territory, breakdown, period, version),
    FOREIGN KEY (tenant_id, indicator) REFERENCES indicators.indicator (tenant_id, code) ON DELETE CASCADE
);
SELECT platform.tenant_table('indicators.observation');
CREATE UNIQUE INDEX observation_current
    ON indicators.observation (tenant_id, indicator, territory, breakdown, period) WHERE superseded_at IS NULL;
