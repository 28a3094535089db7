// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.cabildo.complaints.open311.Part.Leaf;
import org.cabildo.complaints.open311.Part.Many;
import org.cabildo.complaints.open311.Part.Repeated;
import org.cabildo.complaints.open311.Part.Whole;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** The two forms of every answer, named by the suffix of the address (GeoReport v2, "Formats"). */
enum Format {
    XML("text"),
    JSON("application");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    private static final int UNKNOWN = 0xFFFD;

    private final MediaType type;

    /** The name of the letters is written as the standard writes it. */
    Format(String kind) {
        this.type = new MediaType(kind, name().toLowerCase(Locale.ROOT), Map.of("charset", "utf-8"));
    }

    /** The form that a suffix asks for. */
    static Format of(String suffix) {
        return valueOf(suffix.toUpperCase(Locale.ROOT));
    }

    /** The form that an address asks for; XML, which is mandatory, where it does not say. */
    static Format ofPath(String path) {
        return path.endsWith(".json") ? JSON : XML;
    }

    ResponseEntity<byte[]> answer(int status, Part part) {
        return ResponseEntity.status(status)
                .contentType(type)
                .header("Cache-Control", "no-cache")
                .header("Access-Control-Allow-Origin", "*")
                .header("X-Content-Type-Options", "nosniff")
                .body(write(part).getBytes(StandardCharsets.UTF_8));
    }

    String write(Part part) {
        if (this == JSON) {
            return MAPPER.writeValueAsString(part.json());
        }
        StringBuilder out = new StringBuilder(DECLARATION);
        xml(part, out);
        return out.append('\n').toString();
    }

    private static void xml(Part part, StringBuilder out) {
        if (part instanceof Repeated repeated) {
            repeated.leaves().forEach(leaf -> xml(leaf, out));
            return;
        }
        int mark = out.append('<').append(part.name()).append('>').length();
        switch (part) {
            case Leaf leaf -> text(leaf.value() == null ? "" : leaf.value().toString(), out);
            case Whole whole -> whole.parts().forEach(inner -> xml(inner, out));
            case Many many -> many.items().forEach(item -> xml(item, out));
            case Repeated repeated -> throw new IllegalStateException("It has no element of its own");
        }
        if (out.length() == mark) {
            out.setLength(mark - 1);
            out.append("/>");
        } else {
            out.append("</").append(part.name()).append('>');
        }
    }

    /** Letters that XML 1.0 does not know are replaced, so that one wrong report does not spoil a whole list. */
    private static void text(String text, StringBuilder out) {
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(known(letter) ? letter : UNKNOWN);
            }
        });
    }

    private static boolean known(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter >= 0x20 && letter <= 0xD7FF
                || letter >= 0xE000 && letter <= 0xFFFD
                || letter >= 0x10000;
    }
}
