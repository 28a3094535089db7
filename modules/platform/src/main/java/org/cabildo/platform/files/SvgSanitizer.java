// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.files.FileRefused.Reason;

/**
 * Rebuilds a drawing (SVG 2, static) from allowed elements and attributes. Scripts, event handlers, foreign content,
 * links, pictures, filters, animation, and references out of the drawing do not survive; document types with
 * declarations and entities are refused. The result needs no inline style.
 */
public final class SvgSanitizer {

    private static final int MOST_COPIES = 40_000;

    private final SvgStyles styles;
    private final StringBuilder out = new StringBuilder();
    private int drawn;

    private SvgSanitizer(SvgStyles styles) {
        this.styles = styles;
    }

    /**
     * The drawing as it may be stored and shown, in UTF-8; sanitizing it again changes nothing.
     *
     * @throws FileRefused when it is no drawing, is empty, or copies itself too often
     */
    public static byte[] sanitize(byte[] svg) {
        SvgElement root = SvgReader.read(svg);
        refuseExplosion(root);
        SvgSanitizer sanitizer = new SvgSanitizer(SvgStyles.of(root));
        sanitizer.write(root, true);
        if (sanitizer.drawn == 0) {
            throw new FileRefused(Reason.UNREADABLE);
        }
        return sanitizer.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(SvgElement element, boolean root) {
        if (!SvgVocabulary.element(element.name)) {
            return;
        }
        drawn += SvgVocabulary.drawn(element.name) ? 1 : 0;
        out.append('<').append(element.name);
        if (root) {
            out.append(" xmlns=\"").append(SvgReader.SVG).append('"');
        }
        styles.resolve(element).forEach((name, value) -> {
            if (SvgVocabulary.attribute(name, value)) {
                out.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
            }
        });
        if (element.children.isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Object child : element.children) {
            if (child instanceof SvgElement inner) {
                write(inner, false);
            } else {
                out.append(escaped((String) child));
            }
        }
        out.append("</").append(element.name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "");
    }

    /** Refuses {@code use} elements that multiply each other or run in circles. */
    private static void refuseExplosion(SvgElement root) {
        Map<String, List<SvgElement>> byId = new HashMap<>();
        root.walk(element -> {
            String id = element.attributes.get("id");
            if (id != null) {
                byId.computeIfAbsent(id, key -> new ArrayList<>()).add(element);
            }
        });
        copies(root, byId, new HashMap<>());
    }

    /** How many elements are drawn for this one; an element that is being counted has the mark -1. */
    private static long copies(SvgElement element, Map<String, List<SvgElement>> byId, Map<SvgElement, Long> counted) {
        Long known = counted.get(element);
        if (known != null && known >= 0) {
            return known;
        }
        if (known != null) {
            throw new FileRefused(Reason.ACTIVE_CONTENT);
        }
        counted.put(element, -1L);
        long total = 1;
        String href = element.attributes.getOrDefault("href", "");
        if (element.name.equals("use") && href.startsWith("#")) {
            for (SvgElement target : byId.getOrDefault(href.substring(1), List.of())) {
                total += copies(target, byId, counted);
            }
        }
        for (Object child : element.children) {
            if (child instanceof SvgElement inner) {
                total += copies(inner, byId, counted);
            }
        }
        if (total > MOST_COPIES) {
            throw new FileRefused(Reason.ACTIVE_CONTENT);
        }
        counted.put(element, total);
        return total;
    }
}
