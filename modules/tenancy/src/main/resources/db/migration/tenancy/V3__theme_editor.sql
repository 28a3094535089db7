-- Themes are edited as drafts and published as numbered versions, which stay as they are.
ALTER TABLE tenancy.theme_version
    ADD COLUMN number integer CHECK (number > 0),
    ADD COLUMN revision integer NOT NULL DEFAULT 0,
    ADD COLUMN changed_at timestamptz,
    ADD COLUMN origin text NOT NULL DEFAULT 'manifest' CHECK (origin IN ('editor', 'manifest', 'rollback')),
    ADD COLUMN origin_number integer;
UPDATE tenancy.theme_version v
SET number = n.number, changed_at = v.created_at
FROM (SELECT tenant_id, id, row_number() OVER (PARTITION BY tenant_id ORDER BY id) AS number
      FROM tenancy.theme_version WHERE status <> 'draft') n
WHERE v.tenant_id = n.tenant_id AND v.id = n.id;
ALTER TABLE tenancy.theme_version ADD CONSTRAINT theme_version_numbered CHECK ((status = 'draft') = (number IS NULL));
CREATE UNIQUE INDEX theme_version_draft ON tenancy.theme_version (tenant_id) WHERE status = 'draft';
CREATE UNIQUE INDEX theme_version_number ON tenancy.theme_version (tenant_id, number);

CREATE FUNCTION tenancy.keep_theme_version() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
    IF OLD.status <> 'draft' AND (NEW.tokens, NEW.number, NEW.author) IS DISTINCT FROM (OLD.tokens, OLD.number, OLD.author)
    THEN
        RAISE EXCEPTION 'version % of a theme cannot be changed', OLD.number USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER theme_version_kept BEFORE UPDATE ON tenancy.theme_version
    FOR EACH ROW EXECUTE FUNCTION tenancy.keep_theme_version();
REVOKE UPDATE ON tenancy.theme_asset FROM cabildo_app;

-- Signs the links that show a draft to people without an account. A new key ends all links given out before.
CREATE TABLE tenancy.preview_key (
    tenant_id  integer     PRIMARY KEY,
    key        bytea       NOT NULL CHECK (octet_length(key) = 32),
    created_at timestamptz NOT NULL
);
SELECT platform.tenant_table('tenancy.preview_key');
