-- What was done is kept for some days, away from what is still to do.
CREATE TABLE events.event_publication_archive (
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
CREATE INDEX event_publication_archive_completion ON events.event_publication_archive (completion_date);
GRANT SELECT, INSERT, UPDATE, DELETE ON events.event_publication_archive TO cabildo_app;

-- What failed too often waits here for an operator, so that it holds up nothing else.
CREATE TABLE events.stuck_publication (
    id                  uuid        NOT NULL PRIMARY KEY,
    listener_id         text        NOT NULL,
    event_type          text        NOT NULL,
    serialized_event    text        NOT NULL,
    publication_date    timestamptz NOT NULL,
    completion_attempts int         NOT NULL,
    stuck_at            timestamptz NOT NULL
);
CREATE INDEX stuck_publication_newest ON events.stuck_publication (stuck_at DESC, id DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON events.stuck_publication TO cabildo_app;
CREATE INDEX event_publication_failed ON events.event_publication (publication_date) WHERE status = 'FAILED';
