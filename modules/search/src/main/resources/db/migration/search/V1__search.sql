CREATE SCHEMA search;
GRANT USAGE ON SCHEMA search TO cabildo_app;

-- Accents are folded before stemming, so that "contratacion" finds "Contratación".
CREATE TEXT SEARCH CONFIGURATION search.spanish (COPY = pg_catalog.spanish);
ALTER TEXT SEARCH CONFIGURATION search.spanish
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, spanish_stem;
CREATE TEXT SEARCH CONFIGURATION search.english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION search.english
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION search.portuguese (COPY = pg_catalog.portuguese);
ALTER TEXT SEARCH CONFIGURATION search.portuguese
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, portuguese_stem;
CREATE TEXT SEARCH CONFIGURATION search.plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION search.plain
    ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, simple;

-- Immutable as long as the extension's rules are not edited, which nobody does.
CREATE FUNCTION search.folded(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS
$$ SELECT public.unaccent('public.unaccent'::regdictionary, lower(words)) $$;

CREATE FUNCTION search.configuration(locale text) RETURNS regconfig
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$
    SELECT CASE left(locale, 2)
        WHEN 'es' THEN 'search.spanish'::regconfig
        WHEN 'en' THEN 'search.english'::regconfig
        WHEN 'pt' THEN 'search.portuguese'::regconfig
        ELSE 'search.plain'::regconfig
    END
$$;

-- What modules have offered, as they offered it last: the store from which the index is made and with which it is
-- compared. A row whose indexed version is behind still has to reach the index; a removed one goes once it has.
CREATE SEQUENCE search.version;
GRANT USAGE ON SEQUENCE search.version TO cabildo_app;

CREATE TABLE search.document (
    tenant_id    integer     NOT NULL,
    type         text        NOT NULL CHECK (type ~ '^[a-z][a-z0-9-]{0,40}$'),
    id           text        NOT NULL CHECK (length(id) <= 200),
    locale       text        NOT NULL CHECK (locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
    module       text        NOT NULL,
    title        text        NOT NULL,
    summary      text        NOT NULL,
    body         text        NOT NULL,
    path         text        NOT NULL,
    day          date,
    territory    text        NOT NULL DEFAULT '',
    facets       text        NOT NULL DEFAULT '{}' CHECK (facets IS JSON OBJECT),
    -- every language of the thing, this one included: a reader gets one of them
    translations text[]      NOT NULL,
    version      bigint      NOT NULL,
    indexed      bigint      NOT NULL DEFAULT 0,
    removed      boolean     NOT NULL DEFAULT false,
    offered_at   timestamptz NOT NULL,
    words        tsvector    NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector(search.configuration(locale), title), 'A')
        || setweight(to_tsvector(search.configuration(locale), summary), 'B')
        || setweight(to_tsvector(search.configuration(locale), left(body, 200000)), 'D')) STORED,
    heading      text        NOT NULL GENERATED ALWAYS AS (search.folded(title || ' ' || summary)) STORED,
    PRIMARY KEY (tenant_id, type, id, locale)
);
SELECT platform.tenant_table('search.document');
CREATE INDEX document_words ON search.document USING gin (tenant_id, words);
CREATE INDEX document_heading ON search.document USING gin (tenant_id, heading public.gin_trgm_ops);
CREATE INDEX document_pending ON search.document (tenant_id, version) WHERE indexed <> version;

-- The last comparison of sources, store and index for each tenant, and what it found.
CREATE TABLE search.comparison (
    tenant_id     integer     NOT NULL,
    compared_at   timestamptz NOT NULL,
    documents     integer     NOT NULL,
    store_missing integer     NOT NULL,
    store_stale   integer     NOT NULL,
    store_surplus integer     NOT NULL,
    index_missing integer,
    index_stale   integer,
    index_surplus integer,
    PRIMARY KEY (tenant_id)
);
SELECT platform.tenant_table('search.comparison');

-- Text operators are not leakproof, so that under row security they may not use an index. These functions look past
-- row security and hold to the entered tenant themselves; they give out keys, which are read again under row security.
GRANT USAGE, CREATE ON SCHEMA search TO cabildo_search;
GRANT SELECT ON search.document TO cabildo_search;

CREATE FUNCTION search.guard(tenant integer) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS
$$
BEGIN
    IF tenant IS DISTINCT FROM current_setting('app.tenant')::int THEN
        RAISE EXCEPTION 'tenant % has not been entered', tenant USING ERRCODE = '42501';
    END IF;
END
$$;

-- The question in every language of stemming: a reader may ask in one language for a text in another.
CREATE FUNCTION search.question(asked text, any_word boolean) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS
$$
    SELECT CASE WHEN any_word THEN
        replace(plainto_tsquery('search.spanish', asked)::text, ' & ', ' | ')::tsquery
            || replace(plainto_tsquery('search.english', asked)::text, ' & ', ' | ')::tsquery
    ELSE
        websearch_to_tsquery('search.spanish', asked) || websearch_to_tsquery('search.english', asked)
            || websearch_to_tsquery('search.plain', asked)
    END
$$;

-- The candidates of a question: what a reader of these languages may find in the modules that are on, with its rank.
-- loose: any word instead of all, and headings that look alike, for questions with slips of the pen.
CREATE FUNCTION search.candidates(
    tenant integer, reader text, fallback text, modules_on text[], asked text, loose boolean)
    RETURNS TABLE (type text, id text, locale text, day date, territory text, rank real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog SET plan_cache_mode = force_custom_plan
    SET pg_trgm.word_similarity_threshold = 0.5 AS
$$
DECLARE
    question tsquery := search.question(asked, loose);
    asked_words text[] := regexp_split_to_array(search.folded(asked), '[^[:alnum:]]+');
BEGIN
    PERFORM search.guard(tenant);
    RETURN QUERY
        SELECT d.type, d.id, d.locale, d.day, d.territory,
               (ts_rank('{0.1, 0.2, 0.5, 1.0}', d.words, question, 1)
                   + 0.3 * public.word_similarity(search.folded(asked), d.heading)
                   + coalesce(sum(alike.likeness), 0))::real
        FROM search.document d
        LEFT JOIN LATERAL (
            SELECT max(public.word_similarity(word, d.heading)) AS likeness
            FROM unnest(asked_words) AS word WHERE loose AND length(word) > 3 GROUP BY word
        ) alike ON true
        WHERE d.tenant_id = tenant AND NOT d.removed AND d.module = ANY (modules_on)
          AND (d.words @@ question OR (loose AND exists (
              SELECT FROM unnest(asked_words) AS word
              WHERE length(word) > 3 AND d.heading OPERATOR(public.%>) word)))
          AND (d.locale = reader
               OR (d.locale = fallback AND NOT reader = ANY (d.translations))
               OR (d.locale = d.translations[1] AND NOT d.translations && ARRAY [reader, fallback]))
        GROUP BY d.tenant_id, d.type, d.id, d.locale;
END
$$;
ALTER FUNCTION search.candidates(integer, text, text, text[], text, boolean) OWNER TO cabildo_search;
REVOKE ALL ON FUNCTION search.candidates(integer, text, text, text[], text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.candidates(integer, text, text, text[], text, boolean) TO cabildo_app;

-- Titles that have a word starting with each of the words typed so far.
CREATE FUNCTION search.beginning(
    tenant integer, reader text, fallback text, modules_on text[], typed text, at_most integer)
    RETURNS TABLE (type text, id text, locale text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog SET plan_cache_mode = force_custom_plan AS
$$
DECLARE
    question tsquery := (
        SELECT string_agg(quote_literal(word) || ':*', ' & ')::tsquery
        FROM regexp_split_to_table(search.folded(typed), '[^[:alnum:]]+') AS word WHERE word <> '');
BEGIN
    PERFORM search.guard(tenant);
    RETURN QUERY
        SELECT d.type, d.id, d.locale
        FROM search.document d
        WHERE d.tenant_id = tenant AND NOT d.removed AND d.module = ANY (modules_on)
          AND to_tsvector('search.plain', d.title) @@ question
          AND (d.locale = reader
               OR (d.locale = fallback AND NOT reader = ANY (d.translations))
               OR (d.locale = d.translations[1] AND NOT d.translations && ARRAY [reader, fallback]))
        ORDER BY length(d.title), d.title
        LIMIT least(at_most, 20);
END
$$;
ALTER FUNCTION search.beginning(integer, text, text, text[], text, integer) OWNER TO cabildo_search;
REVOKE ALL ON FUNCTION search.beginning(integer, text, text, text[], text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.beginning(integer, text, text, text[], text, integer) TO cabildo_app;
CREATE INDEX document_title ON search.document USING gin (tenant_id, to_tsvector('search.plain', title));

-- The tenants that have something to bring to the index; numbers only, for the job that brings it.
CREATE FUNCTION search.tenants_with_pending() RETURNS SETOF integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT DISTINCT d.tenant_id FROM search.document d WHERE d.indexed <> d.version LIMIT 1000 $$;
ALTER FUNCTION search.tenants_with_pending() OWNER TO cabildo_search;
REVOKE ALL ON FUNCTION search.tenants_with_pending() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.tenants_with_pending() TO cabildo_app;
REVOKE CREATE ON SCHEMA search FROM cabildo_search;
