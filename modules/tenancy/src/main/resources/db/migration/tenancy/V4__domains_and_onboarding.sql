-- Which own host names were proved to belong to whom. A host has one owner in the whole installation, so the key is the
-- host; the directory of sites reads all of them. Public knowledge: the proofs stand in the DNS.
CREATE TABLE tenancy.domain_proof (
    host          text        NOT NULL PRIMARY KEY,
    tenant        integer     NOT NULL REFERENCES tenancy.tenant (id) ON DELETE CASCADE,
    proved_at     timestamptz NOT NULL,
    checked_at    timestamptz NOT NULL,
    -- since when the record has not been found any more; null while it is there
    missing_since timestamptz
);
CREATE INDEX domain_proof_owner ON tenancy.domain_proof (tenant);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenancy.domain_proof TO cabildo_app;

-- Tenants that are being set up in the console, to be resumed at the step that was left. The operator's own notes:
-- belongs to no tenant, and goes away when the portal opens or the operator gives up.
CREATE TABLE tenancy.onboarding (
    id         uuid        NOT NULL PRIMARY KEY DEFAULT uuidv7(),
    tenant     integer     REFERENCES tenancy.tenant (id) ON DELETE CASCADE,
    step       text        NOT NULL,
    answers    text        NOT NULL CHECK (answers IS JSON),
    started_by text        NOT NULL,
    started_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX onboarding_tenant ON tenancy.onboarding (tenant) WHERE tenant IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenancy.onboarding TO cabildo_app;

-- A draft that nobody saw may be given up, so that its short name is free again. Anything else is closed, not deleted.
CREATE FUNCTION tenancy.keep_unless_draft() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
    IF OLD.status <> 'draft' OR coalesce(current_setting('app.tenant', true), '') NOT IN ('', OLD.id::text) THEN
        RAISE EXCEPTION 'only drafts may be deleted, and only as themselves' USING ERRCODE = '42501';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER tenant_kept BEFORE DELETE ON tenancy.tenant
    FOR EACH ROW EXECUTE FUNCTION tenancy.keep_unless_draft();
GRANT DELETE ON tenancy.tenant TO cabildo_app;
