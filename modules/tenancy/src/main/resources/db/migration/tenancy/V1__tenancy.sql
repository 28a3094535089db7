CREATE SCHEMA tenancy;
GRANT USAGE ON SCHEMA tenancy TO cabildo_app;

-- The registry: what every replica must know of every tenant to find a site from a host name. It is public knowledge
-- of the installation (names, contact, switches), so it is not tenant-owned; secrets never go here.
CREATE SEQUENCE tenancy.site_version;
GRANT USAGE ON SEQUENCE tenancy.site_version TO cabildo_app;

CREATE TABLE tenancy.tenant (
    id         integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug       text        NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
    kind       text        NOT NULL CHECK (kind IN ('municipality', 'network')),
    status     text        NOT NULL CHECK (status IN ('draft', 'live', 'suspended', 'closed')),
    name       text        NOT NULL,
    -- the manifest's document in canonical key order; json keeps the order, jsonb would not
    profile    json        NOT NULL,
    version    bigint      NOT NULL DEFAULT nextval('tenancy.site_version'),
    created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON tenancy.tenant TO cabildo_app;

CREATE TABLE tenancy.theme_version (
    tenant_id    integer     NOT NULL,
    id           uuid        NOT NULL DEFAULT uuidv7(),
    status       text        NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
    tokens       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    published_at timestamptz,
    author       text        NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('tenancy.theme_version');
CREATE UNIQUE INDEX theme_version_published ON tenancy.theme_version (tenant_id) WHERE status = 'published';

CREATE TABLE tenancy.theme_asset (
    tenant_id integer NOT NULL,
    theme_id  uuid    NOT NULL,
    role      text    NOT NULL CHECK (role IN ('logo', 'mark', 'favicon', 'hero', 'preview')),
    extension text    NOT NULL CHECK (extension IN ('svg', 'png', 'jpg', 'webp')),
    sha256    text    NOT NULL,
    content   bytea   NOT NULL CHECK (octet_length(content) <= 1048576),
    PRIMARY KEY (tenant_id, theme_id, role),
    FOREIGN KEY (tenant_id, theme_id) REFERENCES tenancy.theme_version (tenant_id, id) ON DELETE CASCADE
);
SELECT platform.tenant_table('tenancy.theme_asset');

-- The published themes of all tenants, for the directory of sites. Published themes are public by definition.
GRANT USAGE, CREATE ON SCHEMA tenancy TO cabildo_directory;
GRANT SELECT ON tenancy.theme_version, tenancy.theme_asset TO cabildo_directory;
CREATE FUNCTION tenancy.published_themes()
    RETURNS TABLE (tenant integer, theme uuid, tokens text, role text, extension text, sha256 text, mark text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
    SELECT t.tenant_id, t.id, t.tokens, a.role, a.extension, a.sha256,
           CASE WHEN a.role = 'mark' AND octet_length(a.content) <= 16384 THEN encode(a.content, 'base64') END
    FROM tenancy.theme_version t
    LEFT JOIN tenancy.theme_asset a ON a.tenant_id = t.tenant_id AND a.theme_id = t.id
    WHERE t.status = 'published'
$$;
ALTER FUNCTION tenancy.published_themes() OWNER TO cabildo_directory;
REVOKE ALL ON FUNCTION tenancy.published_themes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tenancy.published_themes() TO cabildo_app;
REVOKE CREATE ON SCHEMA tenancy FROM cabildo_directory;
