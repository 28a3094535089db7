// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.cabildo.platform.files.FileRefused.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Text is text to its last byte, and JSON is well-formed. Which encoding it has is the reader's matter. */
final class TextCheck {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> GEOJSON_TYPES = Set.of(
            "FeatureCollection",
            "Feature",
            "GeometryCollection",
            "Point",
            "MultiPoint",
            "LineString",
            "MultiLineString",
            "Polygon",
            "MultiPolygon");

    private TextCheck() {}

    static void check(Path file, FileType type) throws IOException {
        refuseBinary(file);
        switch (type) {
            case JSON -> parse(file, false);
            case NDJSON -> parse(file, true);
            case GEOJSON -> {
                parse(file, false);
                requireGeoJson(file);
            }
            default -> {}
        }
    }

    /** Whether a beginning is markup that a browser would run. */
    static boolean looksLikeMarkup(String beginning) {
        String text = beginning.replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype")
                || text.startsWith("<?")
                || text.startsWith("<!--")
                || text.matches(
                        "(?s)<(html|head|body|script|svg|iframe|style|meta|object|embed|a|img|form|div|p|h1)\\b.*");
    }

    private static void refuseBinary(Path file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    int c = buffer[i];
                    if (c >= 0 && c < 32 && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
                        throw new FileRefused(Reason.UNREADABLE);
                    }
                }
            }
        }
    }

    private static void parse(Path file, boolean many) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            int roots = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                parser.skipChildren();
                roots++;
            }
            if (roots == 0 || roots > 1 && !many) {
                throw new FileRefused(Reason.UNREADABLE);
            }
        } catch (JacksonException e) {
            throw new FileRefused(Reason.UNREADABLE, e);
        }
    }

    private static void requireGeoJson(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String property = parser.currentName();
                    parser.nextToken();
                    if (property.equals("type") && GEOJSON_TYPES.contains(parser.getString())) {
                        return;
                    }
                    parser.skipChildren();
                }
            }
        }
        throw new FileRefused(Reason.TYPE_MISMATCH, FileType.GEOJSON.extension(), FileType.JSON.extension());
    }
}
