-- What the catalogue says against the isolation of tenants: one row for each object and finding.
WITH relation AS (
    SELECT c.*, n.nspname || '.' || c.relname AS name,
           exists (SELECT FROM pg_attribute a
                   WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped) AS tenant_owned
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'flyway')
      AND NOT exists (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
), relation_of_tenants AS (
    SELECT * FROM relation WHERE relkind IN ('r', 'p') AND tenant_owned
), definer AS (
    SELECT p.oid, p.proconfig, n.nspname || '.' || p.proname AS name
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.prosecdef AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      AND NOT exists (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
), first_column AS (
    SELECT i.*, a.attname AS column_name
    FROM pg_index i LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
)
SELECT name, 'does not force row security' AS finding
FROM relation_of_tenants WHERE NOT (relrowsecurity AND relforcerowsecurity)
UNION ALL
SELECT name, 'has no policy'
FROM relation_of_tenants r WHERE NOT exists (SELECT FROM pg_policy p WHERE p.polrelid = r.oid)
UNION ALL
-- Policies are permissive by default: one that is too generous opens the table, however strict the others are.
SELECT r.name || '.' || p.polname, 'does not hold both reading and writing to the tenant'
FROM relation_of_tenants r JOIN pg_policy p ON p.polrelid = r.oid
WHERE p.polcmd <> '*' OR p.polroles <> '{0}'
   OR coalesce(pg_get_expr(p.polqual, p.polrelid), '') !~
      '^\(tenant_id = \( SELECT \(current_setting\(''app.tenant''::text\)\)::integer AS current_setting\)\)$'
   OR pg_get_expr(p.polqual, p.polrelid) IS DISTINCT FROM pg_get_expr(p.polwithcheck, p.polrelid)
UNION ALL
SELECT name, 'has a primary key that does not start with tenant_id'
FROM relation_of_tenants r
WHERE NOT exists (SELECT FROM first_column i
                  WHERE i.indrelid = r.oid AND i.indisprimary AND i.column_name = 'tenant_id')
UNION ALL
SELECT r.name, 'has no tenant_id of type integer'
FROM relation_of_tenants r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attname = 'tenant_id'
WHERE a.atttypid <> 'integer'::regtype
UNION ALL
SELECT index.name, 'is an index that does not start with tenant_id'
FROM first_column i JOIN relation index ON index.oid = i.indexrelid JOIN relation_of_tenants r ON r.oid = i.indrelid
WHERE i.column_name IS DISTINCT FROM 'tenant_id' AND NOT i.indisprimary
UNION ALL
SELECT index.name, 'is a unique key across tenants'
FROM first_column i JOIN relation index ON index.oid = i.indexrelid JOIN relation_of_tenants r ON r.oid = i.indrelid
WHERE i.column_name IS DISTINCT FROM 'tenant_id' AND i.indisunique
UNION ALL
SELECT r.name || '.' || k.conname, 'is a foreign key without the tenant'
FROM pg_constraint k JOIN relation_of_tenants r ON r.oid = k.conrelid JOIN relation_of_tenants t ON t.oid = k.confrelid
WHERE k.contype = 'f' AND NOT exists (
    SELECT FROM unnest(k.conkey, k.confkey) AS pair (here, there)
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.here AND a.attname = 'tenant_id'
    JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.there AND b.attname = 'tenant_id')
UNION ALL
SELECT r.name || '.' || k.conname, 'is a foreign key into another module'
FROM pg_constraint k JOIN relation r ON r.oid = k.conrelid JOIN relation t ON t.oid = k.confrelid
WHERE k.contype = 'f' AND r.relnamespace <> t.relnamespace
UNION ALL
SELECT name, 'belongs to no tenant'
FROM relation WHERE relkind IN ('r', 'p', 'f') AND NOT tenant_owned
UNION ALL
SELECT name, 'is a view that reads as its owner'
FROM relation WHERE relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)
UNION ALL
SELECT name, 'is a materialized view'
FROM relation WHERE relkind = 'm'
UNION ALL
SELECT name, 'runs as its definer'
FROM definer
UNION ALL
SELECT name, 'runs as its definer with the search path of its caller'
FROM definer WHERE NOT exists (SELECT FROM unnest(proconfig) AS setting WHERE setting LIKE 'search_path=%')
UNION ALL
SELECT name, 'runs as its definer for everybody'
FROM definer WHERE has_function_privilege('public', oid, 'execute')
UNION ALL
SELECT name, 'belongs to the application'
FROM relation WHERE pg_get_userbyid(relowner) = 'cabildo_app'
UNION ALL
SELECT name, 'may be emptied, referenced or given triggers by the application'
FROM relation WHERE relkind IN ('r', 'p') AND has_table_privilege('cabildo_app', oid, 'TRUNCATE, REFERENCES, TRIGGER')
UNION ALL
SELECT nspname, 'is a schema in which the application may create'
FROM pg_namespace WHERE nspname !~ '^pg_' AND has_schema_privilege('cabildo_app', oid, 'CREATE')
UNION ALL
SELECT rolname, 'is a role of the application with powers'
FROM pg_roles WHERE rolname = 'cabildo_app'
  AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
       OR exists (SELECT FROM pg_auth_members m WHERE m.member = pg_roles.oid))
ORDER BY 1, 2
