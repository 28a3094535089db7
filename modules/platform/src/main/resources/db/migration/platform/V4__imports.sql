-- Tables that people send in, from the file to what became of it. The rows themselves wait in the tables of the module
-- that takes them; the report stays after they and the file are gone.
CREATE TABLE platform.import_job (
    tenant_id    integer     NOT NULL,
    id           uuid        NOT NULL DEFAULT uuidv7(),
    kind         text        NOT NULL,
    state        text        NOT NULL
        CHECK (state IN ('uploaded', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled')),
    file_name    text        NOT NULL,
    file_bytes   bigint      NOT NULL,
    -- null once the file was removed
    file_key     text,
    sample       text        NOT NULL CHECK (sample IS JSON OBJECT),
    mapping      text        NOT NULL CHECK (mapping IS JSON OBJECT),
    skip_bad     boolean     NOT NULL DEFAULT false,
    rows_total   bigint,
    rows_read    bigint      NOT NULL DEFAULT 0,
    rows_bad     bigint      NOT NULL DEFAULT 0,
    rows_written bigint      NOT NULL DEFAULT 0,
    -- how many problems are kept; a file that is all wrong has more
    problems     integer     NOT NULL DEFAULT 0,
    -- number of the last row whose check is kept: where to go on after an interruption
    position     bigint      NOT NULL DEFAULT 0,
    outcome      text        CHECK (outcome IS JSON OBJECT),
    failure      text        CHECK (failure IS JSON OBJECT),
    -- who works on it and until when nobody else may; attempts since it last got further
    leased_by    uuid,
    leased_until timestamptz NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    actor_id     uuid        NOT NULL,
    actor_name   text        NOT NULL,
    operator     boolean     NOT NULL,
    created_at   timestamptz NOT NULL,
    changed_at   timestamptz NOT NULL,
    finished_at  timestamptz,
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('platform.import_job');
CREATE INDEX import_job_list ON platform.import_job (tenant_id, kind, id DESC);
CREATE INDEX import_job_due ON platform.import_job (tenant_id, leased_until) WHERE state IN ('checking', 'running');

-- What is wrong with a file, row by row. The message is a key, so that everybody reads it in their language.
CREATE TABLE platform.import_problem (
    tenant_id   integer NOT NULL,
    job_id      uuid    NOT NULL,
    -- counted from 1 without gaps, in the order of rows
    seq         integer NOT NULL,
    row_number  bigint  NOT NULL,
    column_name text    NOT NULL,
    cell        text    NOT NULL,
    message     text    NOT NULL,
    arguments   text    NOT NULL CHECK (arguments IS JSON ARRAY),
    PRIMARY KEY (tenant_id, job_id, seq),
    FOREIGN KEY (tenant_id, job_id) REFERENCES platform.import_job (tenant_id, id) ON DELETE CASCADE
);
SELECT platform.tenant_table('platform.import_problem');

-- Which tenants have an import to work on, for the job that then enters each of them. Says nothing of the import.
GRANT CREATE ON SCHEMA platform TO cabildo_directory;
GRANT SELECT ON platform.import_job TO cabildo_directory;
CREATE FUNCTION platform.tenants_with_imports(due timestamptz) RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
    SELECT DISTINCT tenant_id FROM platform.import_job WHERE state IN ('checking', 'running') AND leased_until <= due
$$;
ALTER FUNCTION platform.tenants_with_imports(timestamptz) OWNER TO cabildo_directory;
REVOKE ALL ON FUNCTION platform.tenants_with_imports(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.tenants_with_imports(timestamptz) TO cabildo_app;
REVOKE CREATE ON SCHEMA platform FROM cabildo_directory;
