-- The Spanish stemmer knows some endings only by their accent, -ación among them, while people leave accents out. So
-- text is folded first and these endings get theirs back; the dictionaries no longer fold.
ALTER TEXT SEARCH CONFIGURATION search.spanish ALTER MAPPING FOR hword, hword_part, word WITH spanish_stem;

CREATE FUNCTION search.spelt(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS
$$
    SELECT regexp_replace(regexp_replace(search.folded(words), 'acion\M', 'ación', 'g'), 'ucion\M', 'ución', 'g')
$$;

-- The words of an address say what a page is about, often better than its title.
CREATE FUNCTION search.address(path text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS
$$ SELECT regexp_replace(path, '[^[:alnum:]]+', ' ', 'g') $$;

ALTER TABLE search.document ALTER COLUMN words SET EXPRESSION AS (
    setweight(to_tsvector(search.configuration(locale), search.spelt(title)), 'A')
    || setweight(to_tsvector(search.configuration(locale), search.spelt(summary)), 'B')
    || setweight(to_tsvector(search.configuration(locale), search.spelt(search.address(path))), 'C')
    || setweight(to_tsvector(search.configuration(locale), search.spelt(left(body, 200000))), 'D'));
ALTER TABLE search.document ALTER COLUMN heading SET EXPRESSION AS (
    search.folded(title || ' ' || summary || ' ' || search.address(path)));

-- Municipal words that people use for one another. The index has the same list.
CREATE FUNCTION search.synonyms(question tsquery) RETURNS tsquery
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS
$$
DECLARE
    same text;
    word text;
    any_of tsquery;
    answer tsquery := question;
BEGIN
    FOREACH same IN ARRAY ARRAY [
        'alcaldia ayuntamiento municipalidad intendencia',
        'basura residuos desechos',
        'impuestos tributos',
        'habitantes poblacion personas',
        'cloaca alcantarillado',
        'niños infancia niñez',
        'correo mail email',
        'dinero plata']
    LOOP
        any_of := replace(plainto_tsquery('search.spanish', search.spelt(same))::text, ' & ', ' | ')::tsquery;
        FOREACH word IN ARRAY string_to_array(same, ' ') LOOP
            IF question @> plainto_tsquery('search.spanish', search.spelt(word)) THEN
                answer := ts_rewrite(answer, plainto_tsquery('search.spanish', search.spelt(word)), any_of);
                EXIT;
            END IF;
        END LOOP;
    END LOOP;
    RETURN answer;
END
$$;

CREATE OR REPLACE FUNCTION search.question(asked text, any_word boolean) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS
$$
    SELECT search.synonyms(CASE WHEN any_word THEN
        replace(plainto_tsquery('search.spanish', search.spelt(asked))::text, ' & ', ' | ')::tsquery
            || replace(plainto_tsquery('search.english', asked)::text, ' & ', ' | ')::tsquery
    ELSE
        websearch_to_tsquery('search.spanish', search.spelt(asked))
            || websearch_to_tsquery('search.english', asked)
            || websearch_to_tsquery('search.plain', asked)
    END)
$$;
