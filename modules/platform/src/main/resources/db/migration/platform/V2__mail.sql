-- Mail that waits to be sent, and what became of it. Texts may carry secrets (invitations) and leave the table as soon
-- as the mail has left the house; the key stays, so that the same mail is never queued again.
CREATE TABLE platform.mail (
    tenant_id       integer     NOT NULL,
    id              uuid        NOT NULL DEFAULT uuidv7(),
    key             text        NOT NULL,
    recipient       text        NOT NULL,
    subject         text        NOT NULL,
    body            text,
    html            text,
    status          text        NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sent', 'failed', 'discarded')),
    attempts        integer     NOT NULL DEFAULT 0,
    problem         text,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    finished_at     timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, key)
);
SELECT platform.tenant_table('platform.mail');
CREATE INDEX mail_due ON platform.mail (tenant_id, next_attempt_at) WHERE status = 'queued';
CREATE INDEX mail_finished ON platform.mail (tenant_id, finished_at) WHERE finished_at IS NOT NULL;

-- The same for mail of the console, which has no tenant: it goes to operators only.
CREATE TABLE platform.operator_mail (
    id              uuid        NOT NULL DEFAULT uuidv7() PRIMARY KEY,
    key             text        NOT NULL UNIQUE,
    recipient       text        NOT NULL,
    subject         text        NOT NULL,
    body            text,
    html            text,
    status          text        NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sent', 'failed', 'discarded')),
    attempts        integer     NOT NULL DEFAULT 0,
    problem         text,
    created_at      timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    finished_at     timestamptz
);
CREATE INDEX operator_mail_due ON platform.operator_mail (next_attempt_at) WHERE status = 'queued';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.operator_mail TO cabildo_app;

-- Which tenants have mail to send, for the job that then enters each of them. Says nothing of the mail.
GRANT CREATE ON SCHEMA platform TO cabildo_directory;
GRANT SELECT ON platform.mail TO cabildo_directory;
CREATE FUNCTION platform.tenants_with_mail(due timestamptz) RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
    SELECT DISTINCT tenant_id FROM platform.mail WHERE status = 'queued' AND next_attempt_at <= due
$$;
ALTER FUNCTION platform.tenants_with_mail(timestamptz) OWNER TO cabildo_directory;
REVOKE ALL ON FUNCTION platform.tenants_with_mail(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.tenants_with_mail(timestamptz) TO cabildo_app;

-- The newest mail of all tenants that could not be sent, for operators: of the recipient only the host.
CREATE FUNCTION platform.failed_mail(at_most integer)
    RETURNS TABLE (tenant integer, mail uuid, key text, host text, problem text, attempts integer, failed_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$
    SELECT m.tenant_id, m.id, m.key, split_part(m.recipient, '@', 2), m.problem, m.attempts, m.finished_at
    FROM platform.mail m WHERE m.status = 'failed'
    ORDER BY m.finished_at DESC LIMIT least(at_most, 500)
$$;
ALTER FUNCTION platform.failed_mail(integer) OWNER TO cabildo_directory;
REVOKE ALL ON FUNCTION platform.failed_mail(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION platform.failed_mail(integer) TO cabildo_app;
REVOKE CREATE ON SCHEMA platform FROM cabildo_directory;
