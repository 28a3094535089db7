-- An address waits for one invitation at a time; sending it again gives it a new secret.
ALTER TABLE identity.invitation
    ADD COLUMN locale      text        NOT NULL DEFAULT 'es',
    ADD COLUMN sent_at     timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN sendings    integer     NOT NULL DEFAULT 1,
    ADD COLUMN accepted_by uuid;
ALTER TABLE identity.invitation ALTER COLUMN sent_at DROP DEFAULT;
DROP INDEX identity.invitation_open;
CREATE UNIQUE INDEX invitation_open ON identity.invitation (tenant_id, email) WHERE accepted_at IS NULL;

-- People are listed by name.
CREATE INDEX member_name ON identity.member (tenant_id, name, person_id);
