-- Who changed an article last and when: what the list of editors is ordered by. announced_at says when the portal was
-- told that the article's time has come; a scheduled article has none until then.
ALTER TABLE content.article
    ADD COLUMN changed_at   timestamptz NOT NULL DEFAULT '-infinity',
    ADD COLUMN changed_by   text        NOT NULL DEFAULT '',
    ADD COLUMN announced_at timestamptz;
UPDATE content.article SET changed_at = coalesce(updated_at, published_at, now());
ALTER TABLE content.article ALTER COLUMN changed_at DROP DEFAULT, ALTER COLUMN changed_by DROP DEFAULT;
CREATE INDEX article_changed ON content.article (tenant_id, kind, changed_at DESC, slug DESC, locale DESC);
CREATE INDEX article_due ON content.article (tenant_id, published_at) WHERE announced_at IS NULL AND removed_at IS NULL;

-- What an article was after each of its changes. Rows stay when the article goes, so that it can come back.
CREATE TABLE content.revision (
    tenant_id  integer     NOT NULL,
    kind       text        NOT NULL,
    slug       text        NOT NULL,
    locale     text        NOT NULL,
    version    integer     NOT NULL,
    at         timestamptz NOT NULL,
    actor_name text        NOT NULL,
    change     text        NOT NULL CHECK (change IN ('created', 'changed', 'published', 'withdrawn', 'removed', 'restored')),
    snapshot   text        NOT NULL CHECK (snapshot IS JSON OBJECT),
    PRIMARY KEY (tenant_id, kind, slug, locale, version)
);
SELECT platform.tenant_table('content.revision', 'SELECT, INSERT, DELETE');

-- Which files an article shows or offers. A file is public while a public article uses it.
CREATE TABLE content.file_use (
    tenant_id integer NOT NULL,
    name      text    NOT NULL,
    kind      text    NOT NULL,
    slug      text    NOT NULL,
    locale    text    NOT NULL,
    PRIMARY KEY (tenant_id, name, kind, slug, locale)
);
SELECT platform.tenant_table('content.file_use');
CREATE INDEX file_use_article ON content.file_use (tenant_id, kind, slug, locale);

-- What a picture shows or a document is, proposed wherever the file is used.
-- widths: at which smaller widths a picture is kept too, in pixels, with commas between.
ALTER TABLE content.file
    ADD COLUMN description text NOT NULL DEFAULT '',
    ADD COLUMN widths      text NOT NULL DEFAULT '' CHECK (widths ~ '^([0-9]{2,5}(,[0-9]{2,5})*)?$');
CREATE INDEX file_newest ON content.file (tenant_id, uploaded_at DESC, name DESC);

-- What people write to the public body by the form of the contact page. Deleted a year after it came.
CREATE TABLE content.message (
    tenant_id   integer     NOT NULL,
    id          uuid        NOT NULL DEFAULT uuidv7(),
    received_at timestamptz NOT NULL,
    name        text        NOT NULL,
    email       text        NOT NULL,
    subject     text        NOT NULL,
    body        text        NOT NULL,
    locale      text        NOT NULL,
    answered_at timestamptz,
    answered_by text,
    PRIMARY KEY (tenant_id, id)
);
SELECT platform.tenant_table('content.message');
CREATE INDEX message_received ON content.message (tenant_id, received_at);
CREATE INDEX message_sender ON content.message (tenant_id, email, received_at);
