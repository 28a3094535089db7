-- Staff lists: everything by time, and what is open by its promise.
CREATE INDEX request_time ON complaints.request (tenant_id, requested_at, id);
CREATE INDEX request_due ON complaints.request (tenant_id, solution_due, id)
    WHERE closed_at IS NULL AND solution_due IS NOT NULL;

-- Filters of the staff list that a person keeps under a name.
CREATE TABLE complaints.saved_filter (
    tenant_id  integer     NOT NULL,
    id         uuid        NOT NULL DEFAULT uuidv7(),
    person     uuid        NOT NULL,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    query      text        NOT NULL CHECK (length(query) <= 1000),
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('complaints.saved_filter');
CREATE UNIQUE INDEX saved_filter_name ON complaints.saved_filter (tenant_id, person, name);
