CREATE SCHEMA geography;
GRANT USAGE ON SCHEMA geography TO cabildo_app;

-- Kinds of territories, the broadest first: municipality, district, neighbourhood. Names are JSON objects keyed by language.
CREATE TABLE geography.level (
    tenant_id integer NOT NULL,
    code      text    NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(code) <= 40),
    name      text    NOT NULL CHECK (name IS JSON OBJECT),
    plural    text    NOT NULL CHECK (plural IS JSON OBJECT),
    ord       integer NOT NULL,
    PRIMARY KEY (tenant_id, code)
);
SELECT platform.tenant_table('geography.level');

-- Parts of a municipality. The code is what figures and reports name; it never changes.
CREATE TABLE geography.territory (
    tenant_id         integer NOT NULL,
    code              text    NOT NULL CHECK (code ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$' AND length(code) <= 40),
    level             text    NOT NULL,
    -- code of the territory that it lies in; null at the top
    parent            text,
    name              text    NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
    population        integer CHECK (population >= 0),
    population_source text    NOT NULL DEFAULT '',
    -- first and last day on which it exists; null: not known, or still does
    valid_from        date,
    valid_until       date    CHECK (valid_until >= valid_from),
    ord               integer NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, code),
    FOREIGN KEY (tenant_id, level) REFERENCES geography.level (tenant_id, code),
    FOREIGN KEY (tenant_id, parent) REFERENCES geography.territory (tenant_id, code) DEFERRABLE INITIALLY DEFERRED
);
SELECT platform.tenant_table('geography.territory');
CREATE INDEX territory_parent ON geography.territory (tenant_id, parent);

-- Where a territory ends. A boundary that is drawn anew is a new row in force since a day, so that a point can be placed
-- as of any date. The bounding box finds candidates; the shape decides.
CREATE TABLE geography.boundary (
    tenant_id integer NOT NULL,
    territory text    NOT NULL,
    -- the first day of the calendar for a boundary that has always been
    since     date    NOT NULL,
    -- GeoJSON (RFC 7946) Polygon or MultiPolygon in WGS 84
    shape     text    NOT NULL CHECK (shape IS JSON OBJECT),
    source    text    NOT NULL DEFAULT '',
    west      double precision NOT NULL CHECK (west BETWEEN -180 AND 180),
    south     double precision NOT NULL CHECK (south BETWEEN -90 AND 90),
    east      double precision NOT NULL CHECK (east BETWEEN -180 AND 180),
    north     double precision NOT NULL CHECK (north BETWEEN -90 AND 90),
    PRIMARY KEY (tenant_id, territory, since),
    FOREIGN KEY (tenant_id, territory) REFERENCES geography.territory (tenant_id, code) ON DELETE CASCADE
);
SELECT platform.tenant_table('geography.boundary');
CREATE INDEX boundary_box ON geography.boundary (tenant_id, west, east);

-- Pictures of streets under the boundaries, from a server that the tenant chose. No row: no such pictures.
CREATE TABLE geography.tile_server (
    tenant_id   integer  NOT NULL,
    url         text     NOT NULL CHECK (url LIKE 'https://%'),
    attribution text     NOT NULL,
    max_zoom    smallint NOT NULL CHECK (max_zoom BETWEEN 1 AND 24),
    PRIMARY KEY (tenant_id)
);
SELECT platform.tenant_table('geography.tile_server');

-- Files that staff look through before they are taken over. Old ones are removed with the next upload.
CREATE TABLE geography.upload (
    tenant_id   integer     NOT NULL,
    id          uuid        NOT NULL DEFAULT uuidv7(),
    file_name   text        NOT NULL,
    content     text        NOT NULL,
    uploaded_by text        NOT NULL,
    uploaded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('geography.upload');
