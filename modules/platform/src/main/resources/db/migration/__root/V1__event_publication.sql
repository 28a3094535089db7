-- Spring Modulith's publication registry, schema version 2. Not tenant-owned: events carry their tenant and ids, no
-- personal data.
CREATE SCHEMA events;
GRANT USAGE ON SCHEMA events TO cabildo_app;

CREATE TABLE events.event_publication (
    id                     uuid        NOT NULL PRIMARY KEY,
    listener_id            text        NOT NULL,
    event_type             text        NOT NULL,
    serialized_event       text        NOT NULL,
    publication_date       timestamptz NOT NULL,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
CREATE INDEX event_publication_event ON events.event_publication USING hash (serialized_event);
CREATE INDEX event_publication_completion ON events.event_publication (completion_date);
GRANT SELECT, INSERT, UPDATE, DELETE ON events.event_publication TO cabildo_app;
