CREATE SCHEMA platform;
GRANT USAGE ON SCHEMA platform TO cabildo_app;

-- Enters a tenant for the rest of the transaction. A second call is refused, so that injected SQL can't move to
-- another tenant once a request has entered its own.
CREATE FUNCTION platform.enter_tenant(tenant integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
    IF coalesce(current_setting('app.tenant', true), '') <> '' THEN
        RAISE EXCEPTION 'a tenant has already been entered in this transaction' USING ERRCODE = '42501';
    END IF;
    IF tenant IS NULL OR tenant <= 0 THEN
        RAISE EXCEPTION 'a tenant id is greater than zero' USING ERRCODE = '22023';
    END IF;
    PERFORM set_config('app.tenant', tenant::text, true);
END
$$;
REVOKE ALL ON FUNCTION platform.enter_tenant(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.enter_tenant(integer) TO cabildo_app;

-- Makes a table tenant-owned: forced row security, one policy for reading and writing, grants for the application.
-- current_setting without missing_ok raises when no tenant was entered: a bug becomes an error, never an empty page.
CREATE FUNCTION platform.tenant_table(tenant_owned regclass, privileges text DEFAULT 'SELECT, INSERT, UPDATE, DELETE')
    RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    first_column text;
BEGIN
    SELECT a.attname INTO first_column
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = tenant_owned AND i.indisprimary;
    IF first_column IS DISTINCT FROM 'tenant_id' THEN
        RAISE EXCEPTION 'the primary key of % must start with tenant_id', tenant_owned;
    END IF;
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_owned);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_owned);
    EXECUTE format('CREATE POLICY tenant_isolation ON %s '
        || 'USING (tenant_id = (SELECT current_setting(''app.tenant'')::int)) '
        || 'WITH CHECK (tenant_id = (SELECT current_setting(''app.tenant'')::int))', tenant_owned);
    EXECUTE format('GRANT %s ON %s TO cabildo_app', privileges, tenant_owned);
END
$$;
REVOKE ALL ON FUNCTION platform.tenant_table(regclass, text) FROM PUBLIC;

-- Who did what: append-only for the application, which may neither change nor delete an entry.
CREATE TABLE platform.audit_entry (
    tenant_id    integer     NOT NULL,
    id           uuid        NOT NULL DEFAULT uuidv7(),
    at           timestamptz NOT NULL,
    actor_id     uuid        NOT NULL,
    actor_name   text        NOT NULL,
    operator     boolean     NOT NULL,
    action       text        NOT NULL,
    subject_type text        NOT NULL,
    subject_id   text        NOT NULL,
    before       text        CHECK (before IS JSON),
    after        text        CHECK (after IS JSON),
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('platform.audit_entry', 'SELECT, INSERT');
CREATE INDEX audit_entry_subject ON platform.audit_entry (tenant_id, subject_type, subject_id, id DESC);

-- The newest entries of every tenant, for the console; callers check that the person is an operator.
GRANT USAGE, CREATE ON SCHEMA platform TO cabildo_directory;
GRANT SELECT ON platform.audit_entry TO cabildo_directory;
CREATE FUNCTION platform.audit_of_all_tenants(before_id uuid, at_most integer) RETURNS SETOF platform.audit_entry
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
    SELECT * FROM platform.audit_entry e
    WHERE before_id IS NULL OR e.id < before_id
    ORDER BY e.id DESC LIMIT least(at_most, 500)
$$;
ALTER FUNCTION platform.audit_of_all_tenants(uuid, integer) OWNER TO cabildo_directory;
REVOKE ALL ON FUNCTION platform.audit_of_all_tenants(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.audit_of_all_tenants(uuid, integer) TO cabildo_app;
REVOKE CREATE ON SCHEMA platform FROM cabildo_directory;
CREATE INDEX audit_entry_newest ON platform.audit_entry (id DESC);

-- Forms sent once: a repeated token answers with the first answer. Holds addresses within a site and no content, so it
-- is keyed by site and not tenant-owned (the console has no tenant).
CREATE TABLE platform.submission (
    site        text        NOT NULL,
    token       text        NOT NULL,
    fingerprint text        NOT NULL,
    location    text,
    started_at  timestamptz NOT NULL,
    PRIMARY KEY (site, token)
);
CREATE INDEX submission_age ON platform.submission (started_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.submission TO cabildo_app;
