-- An import of published figures from the files to what became of them: files are checked, somebody decides, they are
-- stored. The report stays when the files are gone.
CREATE TABLE networks.import_run (
    tenant_id  integer     NOT NULL,
    id         uuid        NOT NULL DEFAULT uuidv7(),
    state      text        NOT NULL
        CHECK (state IN ('checking', 'checked', 'storing', 'done', 'failed', 'cancelled')),
    -- names and keys of the files; empty once they were removed
    files      text        NOT NULL CHECK (files IS JSON ARRAY),
    report     text        CHECK (report IS JSON OBJECT),
    actor_id   uuid        NOT NULL,
    actor_name text        NOT NULL,
    operator   boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    -- while it is worked on: since when; work that was interrupted is begun again after a while
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('networks.import_run');
