CREATE SCHEMA complaints;
GRANT USAGE ON SCHEMA complaints TO cabildo_app;

-- What a tenant offers and how it works: services, questions, offices, routes, calendars, service levels, states. One
-- document, because it is valid or not as a whole; a tenant without a row has the standard one.
CREATE TABLE complaints.catalogue (
    tenant_id  integer     NOT NULL,
    version    integer     NOT NULL,
    document   text        NOT NULL CHECK (document IS JSON OBJECT),
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id)
);
SELECT platform.tenant_table('complaints.catalogue');

-- One sequence for all tenants: numbers tell nothing of a tenant but its order.
CREATE SEQUENCE complaints.number START 1001;
GRANT USAGE ON SEQUENCE complaints.number TO cabildo_app;

-- A service request (Open311 GeoReport v2, "request").
CREATE TABLE complaints.request (
    tenant_id       integer     NOT NULL,
    id              bigint      NOT NULL DEFAULT nextval('complaints.number'),
    -- makes sending twice, from a form, a phone without a link or a client, one request
    submission      text        NOT NULL CHECK (length(submission) BETWEEN 1 AND 100),
    service         text        NOT NULL,
    status          text        NOT NULL,
    description     text        NOT NULL CHECK (length(description) <= 4000),
    -- answers to the service's questions: code of the question to a text or a list of texts
    answers         text        NOT NULL DEFAULT '{}' CHECK (answers IS JSON OBJECT),
    lat             double precision CHECK (lat BETWEEN -90 AND 90),
    long            double precision CHECK (long BETWEEN -180 AND 180),
    -- interleaved bits of the Web Mercator tile at zoom 24: places near each other have numbers near each other
    cell            bigint,
    address         text        NOT NULL DEFAULT '' CHECK (length(address) <= 300),
    address_id      text        NOT NULL DEFAULT '' CHECK (length(address_id) <= 100),
    territory       text        NOT NULL DEFAULT '',
    agency          text        NOT NULL DEFAULT '',
    assignee        uuid,
    assignee_name   text        NOT NULL DEFAULT '',
    channel         text        NOT NULL CHECK (channel IN ('web', 'counter', 'phone', 'open311', 'import')),
    reporter_name   text        NOT NULL DEFAULT '' CHECK (length(reporter_name) <= 120),
    reporter_email  text        NOT NULL DEFAULT '' CHECK (length(reporter_email) <= 254),
    reporter_phone  text        NOT NULL DEFAULT '' CHECK (length(reporter_phone) <= 40),
    name_public     boolean     NOT NULL DEFAULT false,
    -- SHA-256 of the secret in the reporter's own link; empty when nobody has one
    secret_hash     text        NOT NULL DEFAULT '',
    -- language in which the reporter is written to
    locale          text        NOT NULL DEFAULT 'es',
    -- false until the reporter's address is confirmed
    confirmed       boolean     NOT NULL,
    -- taken off the public pages by staff
    hidden          boolean     NOT NULL DEFAULT false,
    confidential    boolean     NOT NULL,
    -- what the public may see
    listed          boolean     NOT NULL GENERATED ALWAYS AS (confirmed AND NOT hidden AND NOT confidential) STORED,
    duplicate_of    bigint,
    requested_at    timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    closed_at       timestamptz,
    reopened        integer     NOT NULL DEFAULT 0,
    rating          smallint    CHECK (rating BETWEEN 1 AND 5),
    rating_text     text        NOT NULL DEFAULT '' CHECK (length(rating_text) <= 1000),
    followers       integer     NOT NULL DEFAULT 0,
    photos          integer     NOT NULL DEFAULT 0,
    -- service level: when each clock runs out, or how many seconds were left when the clocks were stopped
    response_due    timestamptz,
    update_due      timestamptz,
    solution_due    timestamptz,
    response_left   bigint,
    update_left     bigint,
    solution_left   bigint,
    paused_at       timestamptz,
    -- seconds that the clocks stood still before they ran again
    waited          bigint      NOT NULL DEFAULT 0,
    responded_at    timestamptz,
    -- clocks of which staff were warned, and that ran out, as letters r, u, s
    warned          text        NOT NULL DEFAULT '' CHECK (warned ~ '^r?u?s?$'),
    overdue         text        NOT NULL DEFAULT '' CHECK (overdue ~ '^r?u?s?$'),
    -- how many escalation steps were taken
    escalated       smallint    NOT NULL DEFAULT 0,
    -- when the sweep has to look at it next; null: never
    next_check      timestamptz,
    version         integer     NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    CHECK ((lat IS NULL) = (long IS NULL) AND (lat IS NULL) = (cell IS NULL)),
    FOREIGN KEY (tenant_id, duplicate_of) REFERENCES complaints.request (tenant_id, id)
);
SELECT platform.tenant_table('complaints.request');
CREATE UNIQUE INDEX request_submission ON complaints.request (tenant_id, submission);
CREATE INDEX request_newest ON complaints.request (tenant_id, requested_at, id) WHERE listed;
CREATE INDEX request_service ON complaints.request (tenant_id, service, requested_at, id);
CREATE INDEX request_territory ON complaints.request (tenant_id, territory, requested_at, id);
CREATE INDEX request_agency ON complaints.request (tenant_id, agency, requested_at, id);
CREATE INDEX request_open ON complaints.request (tenant_id, agency, requested_at, id) WHERE closed_at IS NULL;
CREATE INDEX request_assignee ON complaints.request (tenant_id, assignee, requested_at, id) WHERE assignee IS NOT NULL;
CREATE INDEX request_updated ON complaints.request (tenant_id, updated_at, id);
CREATE INDEX request_cell ON complaints.request (tenant_id, cell) WHERE listed;
CREATE INDEX request_nearby ON complaints.request (tenant_id, service, cell) WHERE listed AND closed_at IS NULL;
CREATE INDEX request_check ON complaints.request (tenant_id, next_check) WHERE next_check IS NOT NULL;
CREATE INDEX request_duplicates ON complaints.request (tenant_id, duplicate_of) WHERE duplicate_of IS NOT NULL;

-- What happened to a request, in order. Public entries are its timeline; the others are for staff.
CREATE TABLE complaints.entry (
    tenant_id  integer     NOT NULL,
    request    bigint      NOT NULL,
    id         bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    at         timestamptz NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('reported', 'confirmed', 'status', 'note', 'comment', 'referred',
                                                    'assigned', 'recategorised', 'edited', 'photo', 'hidden', 'shown',
                                                    'merged', 'split', 'rated', 'warned', 'overdue', 'escalated', 'anonymised')),
    -- who: staff, the reporter, somebody else, or the system
    author     text        NOT NULL CHECK (author IN ('staff', 'reporter', 'citizen', 'system', 'partner')),
    actor      uuid,
    actor_name text        NOT NULL DEFAULT '',
    public     boolean     NOT NULL,
    status     text,
    reason     text,
    agency     text,
    text       text        NOT NULL DEFAULT '' CHECK (length(text) <= 4000),
    -- what it was before, for changes that keep their history
    before     text,
    media_url  text        NOT NULL DEFAULT '',
    -- the identifier that another system gave it, which makes receiving it twice one entry
    update_id  text,
    PRIMARY KEY (tenant_id, request, id),
    FOREIGN KEY (tenant_id, request) REFERENCES complaints.request (tenant_id, id) ON DELETE CASCADE
);
SELECT platform.tenant_table('complaints.entry');
CREATE UNIQUE INDEX entry_update ON complaints.entry (tenant_id, update_id) WHERE update_id IS NOT NULL;
CREATE INDEX entry_at ON complaints.entry (tenant_id, at, id);

CREATE TABLE complaints.photo (
    tenant_id integer     NOT NULL,
    id        bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    request   bigint      NOT NULL,
    -- the entry that it came with; null: with the report
    entry     bigint,
    file_key  text        NOT NULL,
    width     integer     NOT NULL,
    height    integer     NOT NULL,
    hidden    boolean     NOT NULL DEFAULT false,
    -- rectangles that are painted over, as parts of a thousand: [[x, y, width, height], …]
    redacted  text        NOT NULL DEFAULT '[]' CHECK (redacted IS JSON ARRAY),
    -- the file that the public sees once something was painted over
    public_key text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, request) REFERENCES complaints.request (tenant_id, id) ON DELETE CASCADE
);
SELECT platform.tenant_table('complaints.photo');
CREATE INDEX photo_request ON complaints.photo (tenant_id, request, id);

-- A report that is being written, with its photos. Its id is a secret that only the writer's browser has.
CREATE TABLE complaints.draft (
    tenant_id  integer     NOT NULL,
    id         uuid        NOT NULL,
    document   text        NOT NULL CHECK (document IS JSON OBJECT),
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('complaints.draft');
CREATE INDEX draft_changed ON complaints.draft (tenant_id, changed_at);

-- What changed the numbers, until a job has added it to the tallies; added and removed in one transaction.
CREATE TABLE complaints.delta (
    tenant_id    integer NOT NULL,
    id           bigint  NOT NULL GENERATED ALWAYS AS IDENTITY,
    day          date    NOT NULL,
    service      text    NOT NULL,
    territory    text    NOT NULL,
    agency       text    NOT NULL,
    cell         bigint,
    received     integer NOT NULL DEFAULT 0,
    closed       integer NOT NULL DEFAULT 0,
    late         integer NOT NULL DEFAULT 0,
    reopened     integer NOT NULL DEFAULT 0,
    open         integer NOT NULL DEFAULT 0,
    overdue      integer NOT NULL DEFAULT 0,
    ratings      integer NOT NULL DEFAULT 0,
    rating_sum   integer NOT NULL DEFAULT 0,
    -- class of the time to solution, see the method notes of the statistics page
    duration     smallint,
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('complaints.delta');

-- Numbers of a day by service, territory and office. Open and overdue are balances: their sums up to a day.
CREATE TABLE complaints.tally (
    tenant_id  integer NOT NULL,
    day        date    NOT NULL,
    service    text    NOT NULL,
    territory  text    NOT NULL,
    agency     text    NOT NULL,
    received   integer NOT NULL,
    closed     integer NOT NULL,
    late       integer NOT NULL,
    reopened   integer NOT NULL,
    open       integer NOT NULL,
    overdue    integer NOT NULL,
    ratings    integer NOT NULL,
    rating_sum integer NOT NULL,
    PRIMARY KEY (tenant_id, day, service, territory, agency)
);
SELECT platform.tenant_table('complaints.tally');

-- How many were closed in a month by class of the time they took.
CREATE TABLE complaints.duration_tally (
    tenant_id integer  NOT NULL,
    month     date     NOT NULL,
    service   text     NOT NULL,
    territory text     NOT NULL,
    agency    text     NOT NULL,
    duration  smallint NOT NULL,
    closed    integer  NOT NULL,
    PRIMARY KEY (tenant_id, month, service, territory, agency, duration)
);
SELECT platform.tenant_table('complaints.duration_tally');

-- How many lie in a tile of the map, by zoom and service, so that a map of a million is drawn from a few hundred rows.
CREATE TABLE complaints.density (
    tenant_id integer  NOT NULL,
    zoom      smallint NOT NULL,
    cell      bigint   NOT NULL,
    service   text     NOT NULL,
    received  integer  NOT NULL,
    open      integer  NOT NULL,
    PRIMARY KEY (tenant_id, zoom, cell, service)
);
SELECT platform.tenant_table('complaints.density');

-- Keys for machines that report (Open311 api_key). Only a hash is kept.
CREATE TABLE complaints.api_key (
    tenant_id  integer     NOT NULL,
    id         uuid        NOT NULL DEFAULT uuidv7(),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    hash       text        NOT NULL,
    -- may it report, and may it send and read updates
    reports    boolean     NOT NULL DEFAULT true,
    updates    boolean     NOT NULL DEFAULT false,
    per_day    integer     NOT NULL CHECK (per_day BETWEEN 1 AND 1000000),
    created_at timestamptz NOT NULL,
    revoked_at timestamptz,
    used_on    date,
    used       integer     NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('complaints.api_key');
CREATE UNIQUE INDEX api_key_hash ON complaints.api_key (tenant_id, hash);

-- Tokens of batch services (Open311 "token") and the request that each became.
CREATE TABLE complaints.token (
    tenant_id integer NOT NULL,
    token     text    NOT NULL,
    request   bigint,
    PRIMARY KEY (tenant_id, token)
);
SELECT platform.tenant_table('complaints.token');
