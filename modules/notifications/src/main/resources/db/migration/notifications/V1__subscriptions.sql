CREATE SCHEMA notifications;
GRANT USAGE ON SCHEMA notifications TO cabildo_app;

-- Somebody who follows something by mail. Gone with the last subscription.
CREATE TABLE notifications.reader (
    tenant_id  integer     NOT NULL,
    id         uuid        NOT NULL DEFAULT uuidv7(),
    email      text        NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    locale     text        NOT NULL,
    -- in the link to the preferences, which every mail carries; so it is kept as it is
    secret     text        NOT NULL,
    created_at timestamptz NOT NULL,
    -- mails that the mailbox refused; nothing is sent once it is stopped
    refused    smallint    NOT NULL DEFAULT 0,
    stopped_at timestamptz,
    -- links that were asked for lately, so that nobody floods somebody else's mailbox
    asked_at   timestamptz,
    asked      smallint    NOT NULL DEFAULT 0,
    -- mails at once of the last hour; what is too much waits for the daily mail
    sent_at    timestamptz,
    sent       smallint    NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('notifications.reader');
CREATE UNIQUE INDEX reader_email ON notifications.reader (tenant_id, lower(email));
CREATE UNIQUE INDEX reader_secret ON notifications.reader (tenant_id, secret);

CREATE TABLE notifications.subscription (
    tenant_id    integer     NOT NULL,
    id           uuid        NOT NULL DEFAULT uuidv7(),
    reader       uuid        NOT NULL,
    -- what is followed, in the words of the module that knows it, for instance request:1001
    topic        text        NOT NULL CHECK (length(topic) BETWEEN 1 AND 200),
    rhythm       text        NOT NULL DEFAULT 'immediate' CHECK (rhythm IN ('immediate', 'daily')),
    -- whether it is the reader's own matter, that they are told of without having asked
    own          boolean     NOT NULL DEFAULT false,
    secret       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    confirmed_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, reader) REFERENCES notifications.reader (tenant_id, id) ON DELETE CASCADE
);
SELECT platform.tenant_table('notifications.subscription');
CREATE UNIQUE INDEX subscription_once ON notifications.subscription (tenant_id, reader, topic);
CREATE UNIQUE INDEX subscription_secret ON notifications.subscription (tenant_id, secret);
CREATE INDEX subscription_topic ON notifications.subscription (tenant_id, topic, id);

-- Something happened: which item of which source. The words are chosen when a mail leaves.
CREATE TABLE notifications.notice (
    tenant_id integer     NOT NULL,
    id        bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    source    text        NOT NULL,
    item      text        NOT NULL CHECK (length(item) BETWEEN 1 AND 200),
    at        timestamptz NOT NULL,
    -- the topics it is about, found when it is first worked on
    topics    text[],
    -- the last subscription that has a mail of it; null: none yet
    reached   uuid,
    spread_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('notifications.notice');
CREATE UNIQUE INDEX notice_once ON notifications.notice (tenant_id, source, item);
CREATE INDEX notice_waiting ON notifications.notice (tenant_id, id) WHERE spread_at IS NULL;
CREATE INDEX notice_at ON notifications.notice (tenant_id, at);

-- What waits for a reader's daily mail, and once it has a day, what that mail tells.
CREATE TABLE notifications.waiting (
    tenant_id    integer NOT NULL,
    reader       uuid    NOT NULL,
    notice       bigint  NOT NULL,
    subscription uuid    NOT NULL,
    day          date,
    PRIMARY KEY (tenant_id, reader, notice),
    FOREIGN KEY (tenant_id, reader) REFERENCES notifications.reader (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, notice) REFERENCES notifications.notice (tenant_id, id) ON DELETE CASCADE
);
SELECT platform.tenant_table('notifications.waiting');
CREATE INDEX waiting_notice ON notifications.waiting (tenant_id, notice);
CREATE INDEX waiting_undated ON notifications.waiting (tenant_id, reader) WHERE day IS NULL;

-- Which tenants have something to tell, for the job that then enters each of them. Says nothing of what it is.
GRANT USAGE, CREATE ON SCHEMA notifications TO cabildo_directory;
GRANT SELECT ON notifications.notice TO cabildo_directory;
CREATE FUNCTION notifications.tenants_with_notices() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
    SELECT DISTINCT tenant_id FROM notifications.notice WHERE spread_at IS NULL
$$;
ALTER FUNCTION notifications.tenants_with_notices() OWNER TO cabildo_directory;
REVOKE ALL ON FUNCTION notifications.tenants_with_notices() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notifications.tenants_with_notices() TO cabildo_app;
REVOKE CREATE ON SCHEMA notifications FROM cabildo_directory;
