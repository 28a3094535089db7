-- Roles, extensions and grants that need a superuser. Run once per database, before the first start; safe to repeat.
-- Passwords are set by whoever runs it: this file holds none.

DO $$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN
        SELECT * FROM (VALUES
            -- owns every object and may write under forced row security; never serves traffic
            ('cabildo_migrate', 'LOGIN BYPASSRLS'),
            -- serves traffic; owns nothing, bypasses nothing
            ('cabildo_app', 'LOGIN NOBYPASSRLS'),
            -- owns the few functions that look across tenants: host lookup, audit for operators
            ('cabildo_directory', 'NOLOGIN BYPASSRLS'),
            -- owns the guarded text-search functions, whose operators are not leakproof
            ('cabildo_search', 'NOLOGIN BYPASSRLS')
        ) AS role (name, options)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
            EXECUTE format('CREATE ROLE %I %s NOSUPERUSER NOCREATEDB NOCREATEROLE', wanted.name, wanted.options);
        END IF;
    END LOOP;
    EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO cabildo_migrate', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO cabildo_app', current_database());
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$$;

GRANT cabildo_directory, cabildo_search TO cabildo_migrate;

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- An injected SELECT set_config('app.tenant', …) must not switch tenants: only platform.enter_tenant may call it.
REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO cabildo_migrate;

-- No statement of the application may run for longer, whatever called it.
ALTER ROLE cabildo_app SET statement_timeout = '30s';
ALTER ROLE cabildo_app SET lock_timeout = '5s';
ALTER ROLE cabildo_app SET idle_in_transaction_session_timeout = '60s';
