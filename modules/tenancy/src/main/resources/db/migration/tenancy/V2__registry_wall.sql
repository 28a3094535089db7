-- The registry is read by everybody, so it has no row security. Once a transaction has entered a tenant it may change
-- that tenant's entry only.
CREATE FUNCTION tenancy.refuse_other_tenant() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
BEGIN
    IF coalesce(current_setting('app.tenant', true), '') NOT IN ('', OLD.id::text) THEN
        RAISE EXCEPTION 'the entry of another tenant cannot be changed' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER tenant_wall BEFORE UPDATE ON tenancy.tenant
    FOR EACH ROW EXECUTE FUNCTION tenancy.refuse_other_tenant();
