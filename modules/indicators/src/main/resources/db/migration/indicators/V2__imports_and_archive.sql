-- An indicator that is no longer kept up: out of sight, with its values and their history.
ALTER TABLE indicators.indicator ADD COLUMN archived boolean NOT NULL DEFAULT false;
ALTER TABLE indicators.indicator ADD CONSTRAINT archived_is_not_published CHECK (NOT (archived AND published));

-- Where a version came from when a file brought it: the file's name and the import.
ALTER TABLE indicators.observation ADD COLUMN origin text NOT NULL DEFAULT '';
ALTER TABLE indicators.observation ADD COLUMN job_id uuid;

-- Rows of a file that passed their check and wait to be loaded. Null: the file says nothing of it.
CREATE TABLE indicators.staged_observation (
    tenant_id  integer NOT NULL,
    job_id     uuid    NOT NULL,
    row_number bigint  NOT NULL,
    indicator  text    NOT NULL,
    territory  text    NOT NULL,
    breakdown  text    NOT NULL,
    period     text    NOT NULL,
    state      text    NOT NULL,
    value      numeric,
    source     text,
    source_url text,
    note       text,
    PRIMARY KEY (tenant_id, job_id, row_number),
    UNIQUE (tenant_id, job_id, indicator, territory, breakdown, period)
);
SELECT platform.tenant_table('indicators.staged_observation');
