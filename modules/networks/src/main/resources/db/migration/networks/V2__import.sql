-- Published figures of municipalities that need not be tenants, imported by a recipe.

-- The recipe and the network's own small compilation, as its manifest brought them.
CREATE TABLE networks.import_file (
    tenant_id integer NOT NULL,
    path      text    NOT NULL CHECK (path ~ '^comparison/[A-Za-z0-9._/-]{1,120}$'),
    content   text    NOT NULL,
    PRIMARY KEY (tenant_id, path)
);
SELECT platform.tenant_table('networks.import_file');

-- Where an imported edition's figures come from: the network's own compilation, or files that somebody brought.
ALTER TABLE networks.edition
    ADD COLUMN imported_from text CHECK (imported_from IN ('compilation', 'files')),
    ADD COLUMN imported_at   timestamptz;

-- What an imported figure was before: a correction is a new version, and the one before stays known.
CREATE TABLE networks.earlier_figure (
    tenant_id   integer     NOT NULL,
    edition     text        NOT NULL,
    measure     text        NOT NULL,
    entity      text        NOT NULL,
    version     integer     NOT NULL,
    value       numeric,
    period      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    replaced_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, edition, measure, entity, version),
    FOREIGN KEY (tenant_id, edition) REFERENCES networks.edition (tenant_id, slug) ON DELETE CASCADE
);
SELECT platform.tenant_table('networks.earlier_figure');

-- The composite of each entity, computed when figures or measures change and not for every reader.
CREATE TABLE networks.score (
    tenant_id integer NOT NULL,
    edition   text    NOT NULL,
    entity    text    NOT NULL,
    score     numeric NOT NULL CHECK (score BETWEEN 0 AND 100),
    measured  integer NOT NULL CHECK (measured > 0),
    topics    text    NOT NULL CHECK (topics IS JSON OBJECT),
    PRIMARY KEY (tenant_id, edition, entity),
    FOREIGN KEY (tenant_id, edition) REFERENCES networks.edition (tenant_id, slug) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, entity) REFERENCES networks.entity (tenant_id, code) ON DELETE CASCADE
);
SELECT platform.tenant_table('networks.score');

-- Composites of what is there already. Migrations are not bound to one tenant.
INSERT INTO networks.score (tenant_id, edition, entity, score, measured, topics)
SELECT tenant_id, edition, entity, round(avg(score), 10), sum(measured), json_object_agg(topic, round(score, 10))::text
FROM (
    SELECT f.tenant_id, f.edition, f.entity, m.topic, count(*) AS measured,
           avg(100 * least(1, greatest(0, (f.value - m.worst) / (m.best - m.worst)))) AS score
    FROM networks.figure f
    JOIN networks.measure m ON m.tenant_id = f.tenant_id AND m.edition = f.edition AND m.code = f.measure
    WHERE f.value IS NOT NULL AND m.kind = 'indicator' AND m.worst IS NOT NULL AND m.best IS NOT NULL
    GROUP BY f.tenant_id, f.edition, f.entity, m.topic
) AS topics
GROUP BY tenant_id, edition, entity;
