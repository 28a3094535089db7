-- The same candidates, quickly for tenants with many documents. All words: the best two hundred by words alone are told
-- apart by how alike their headings are, the rest stay behind them as they are. Some words and slips of the pen: each of
-- the two ways has an index, and each brings its best thousand.
--
-- The first use of pg_trgm in a session brings its settings, which the function sets.
SELECT public.word_similarity('', '');

CREATE OR REPLACE FUNCTION search.candidates(
    tenant integer, reader text, fallback text, modules_on text[], asked text, loose boolean)
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
            SELECT d.type, d.id, d.locale
            FROM search.document d
            WHERE d.tenant_id = tenant AND NOT d.removed AND d.words @@ question
            ORDER BY ts_rank('{0.1, 0.2, 0.5, 1.0}', d.words, question, 1) DESC
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
               OR (d.locale = d.translations[1] AND NOT d.translations && ARRAY [reader, fallback]));
END
$$;
