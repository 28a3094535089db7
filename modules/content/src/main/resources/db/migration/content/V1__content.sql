CREATE SCHEMA content;
GRANT USAGE ON SCHEMA content TO cabildo_app;

-- Pages and news in Markdown. The same slug in several languages is one item. Without a time of publication it is a
-- draft, with a future one it is scheduled. Removed rows stay for a while, so that removing can be undone.
CREATE TABLE content.article (
    tenant_id    integer NOT NULL,
    kind         text    NOT NULL CHECK (kind IN ('page', 'news')),
    slug         text    NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120),
    locale       text    NOT NULL CHECK (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
    title        text    NOT NULL,
    summary      text    NOT NULL,
    body         text    NOT NULL,
    menu         boolean NOT NULL DEFAULT false,
    ord          integer NOT NULL DEFAULT 0,
    published_at timestamptz,
    updated_at   timestamptz,
    image        text,
    attachments  text    NOT NULL DEFAULT '[]' CHECK (attachments IS JSON ARRAY),
    version      integer NOT NULL DEFAULT 1,
    removed_at   timestamptz,
    PRIMARY KEY (tenant_id, kind, slug, locale)
);
SELECT platform.tenant_table('content.article');
CREATE INDEX article_newest ON content.article (tenant_id, kind, published_at DESC, slug DESC);

-- Pictures and attachments by the name under which the manifest and the texts know them. source_key keeps the bytes
-- as they came in a manifest, where publishing them needed a re-encoded copy.
CREATE TABLE content.file (
    tenant_id   integer NOT NULL,
    name        text    NOT NULL CHECK (name ~ '^[a-z0-9]+([-_.][a-z0-9]+)*$' AND length(name) <= 120),
    file_key    text    NOT NULL,
    source_key  text,
    sha256      text    NOT NULL,
    bytes       bigint  NOT NULL,
    width       integer NOT NULL,
    height      integer NOT NULL,
    uploaded_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, name)
);
SELECT platform.tenant_table('content.file');
