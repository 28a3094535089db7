-- A word that a quarter of a large tenant's documents have took a second to rank. When PostgreSQL answers, it looks at
-- the first three thousand documents that have the words, and says that there are more. What the reader chose among the
-- facets is therefore asked here, before the bound, so that a choice never hides what it asks for.
--
-- The first use of pg_trgm in a session brings its settings, which the function sets.
SELECT public.word_similarity('', '');

DROP FUNCTION search.candidates(integer, text, text, text[], text, boolean);
GRANT CREATE ON SCHEMA search TO cabildo_search;

CREATE FUNCTION search.candidates(
    tenant integer, reader text, fallback text, modules_on text[], asked text, loose boolean,
    only_type text, only_year integer, only_territory text, at_most integer)
    RETURNS TABLE (type text, id text, locale text, day date, territory text, rank real)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = pg_catalog SET plan_cache_mode = force_custom_plan
    SET pg_trgm.word_similarity_threshold = 0.5 AS
$$
DECLARE
    question tsquery := search.question(asked, loose);
    folded text := search.folded(asked);
    slips text[] := ARRAY (
        SELECT DISTINCT word FROM regexp_split_to_table(folded, '[^[:alnum:]]+') AS word WHERE length(word) > 3);
BEGIN
    PERFORM search.guard(tenant);
    IF NOT loose THEN
        RETURN QUERY
            WITH found AS MATERIALIZED (
                SELECT d.type, d.id, d.locale, d.day, d.territory,
                       ts_rank('{0.1, 0.2, 0.5, 1.0}', d.words, question, 1) AS weight
                FROM search.document d
                WHERE d.tenant_id = tenant AND NOT d.removed AND d.module = ANY (modules_on) AND d.words @@ question
                  AND (d.locale = reader
                       OR (d.locale = fallback AND NOT reader = ANY (d.translations))
                       OR (d.locale = d.translations[1] AND NOT d.translations && ARRAY [reader, fallback]))
                  AND (only_type IS NULL OR d.type = only_type)
                  AND (only_year IS NULL OR extract(year FROM d.day) = only_year)
                  AND (only_territory IS NULL OR d.territory = only_territory)
                LIMIT at_most
            ), best AS MATERIALIZED (
                SELECT f.type, f.id, f.locale FROM found f ORDER BY f.weight DESC, f.day DESC NULLS LAST LIMIT 200
            ), alike AS MATERIALIZED (
                SELECT b.type, b.id, b.locale, 0.3 * public.word_similarity(folded, d.heading) AS likeness
                FROM best b
                JOIN search.document d
                    ON d.tenant_id = tenant AND d.type = b.type AND d.id = b.id AND d.locale = b.locale
            )
            SELECT f.type, f.id, f.locale, f.day, f.territory, (f.weight + coalesce(a.likeness, 0))::real
            FROM found f
            LEFT JOIN alike a ON a.type = f.type AND a.id = f.id AND a.locale = f.locale;
        RETURN;
    END IF;
    RETURN QUERY
        WITH worded AS (
            SELECT w.type, w.id, w.locale
            FROM (
                SELECT d.type, d.id, d.locale, d.words
                FROM search.document d
                WHERE d.tenant_id = tenant AND NOT d.removed AND d.words @@ question
                LIMIT at_most
            ) AS w
            ORDER BY ts_rank('{0.1, 0.2, 0.5, 1.0}', w.words, question, 1) DESC
            LIMIT 1000
        ), slipped AS (
            SELECT s.type, s.id, s.locale
            FROM unnest(slips) AS slip
            CROSS JOIN LATERAL (
                SELECT d.type, d.id, d.locale
                FROM search.document d
                WHERE d.tenant_id = tenant AND NOT d.removed AND d.heading OPERATOR(public.%>) slip
                LIMIT 1000
            ) AS s
        ), either AS MATERIALIZED (
            SELECT * FROM worded UNION SELECT * FROM slipped
        )
        SELECT d.type, d.id, d.locale, d.day, d.territory,
               (ts_rank('{0.1, 0.2, 0.5, 1.0}', d.words, question, 1)
                   + 0.3 * public.word_similarity(folded, d.heading)
                   + coalesce((SELECT sum(public.word_similarity(slip, d.heading)) FROM unnest(slips) AS slip), 0))::real
        FROM either e
        JOIN search.document d ON d.tenant_id = tenant AND d.type = e.type AND d.id = e.id AND d.locale = e.locale
        WHERE d.module = ANY (modules_on)
          AND (d.locale = reader
               OR (d.locale = fallback AND NOT reader = ANY (d.translations))
               OR (d.locale = d.translations[1] AND NOT d.translations && ARRAY [reader, fallback]))
          AND (only_type IS NULL OR d.type = only_type)
          AND (only_year IS NULL OR extract(year FROM d.day) = only_year)
          AND (only_territory IS NULL OR d.territory = only_territory);
END
$$;
ALTER FUNCTION search.candidates(integer, text, text, text[], text, boolean, text, integer, text, integer)
    OWNER TO cabildo_search;
REVOKE ALL ON FUNCTION search.candidates(integer, text, text, text[], text, boolean, text, integer, text, integer)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search.candidates(integer, text, text, text[], text, boolean, text, integer, text, integer)
    TO cabildo_app;
REVOKE CREATE ON SCHEMA search FROM cabildo_search;
