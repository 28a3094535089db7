// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a drawing may consist of. Animation, filters, pictures, links, scripts and foreign content are not in it. */
final class SvgVocabulary {

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "title",
            "desc",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "pattern",
            "marker");
    private static final Set<String> GEOMETRY = Set.of(
            "id",
            "viewBox",
            "preserveAspectRatio",
            "width",
            "height",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "fx",
            "fy",
            "fr",
            "d",
            "points",
            "pathLength",
            "dx",
            "dy",
            "rotate",
            "textLength",
            "lengthAdjust",
            "transform",
            "gradientTransform",
            "gradientUnits",
            "spreadMethod",
            "offset",
            "clipPathUnits",
            "maskUnits",
            "maskContentUnits",
            "patternUnits",
            "patternContentUnits",
            "patternTransform",
            "markerWidth",
            "markerHeight",
            "markerUnits",
            "orient",
            "refX",
            "refY",
            "role",
            "aria-label",
            "aria-hidden",
            "aria-labelledby");
    private static final Set<String> PRESENTATION = Set.of(
            "fill",
            "fill-opacity",
            "fill-rule",
            "stroke",
            "stroke-width",
            "stroke-opacity",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-dasharray",
            "stroke-dashoffset",
            "opacity",
            "color",
            "stop-color",
            "stop-opacity",
            "clip-path",
            "clip-rule",
            "mask",
            "marker-start",
            "marker-mid",
            "marker-end",
            "display",
            "visibility",
            "overflow",
            "font-family",
            "font-size",
            "font-weight",
            "font-style",
            "font-stretch",
            "letter-spacing",
            "word-spacing",
            "text-anchor",
            "text-decoration",
            "dominant-baseline",
            "alignment-baseline",
            "baseline-shift",
            "paint-order",
            "vector-effect",
            "shape-rendering",
            "text-rendering",
            "color-interpolation",
            "mask-type");
    private static final Set<String> DRAWN =
            Set.of("use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text");
    private static final Pattern LOCAL = Pattern.compile("#[A-Za-z_][\\w.:-]*");
    private static final Pattern LOCAL_URL =
            Pattern.compile("url\\(\\s*[\"']?#[A-Za-z_][\\w.:-]*[\"']?\\s*\\)(\\s+(none|#[0-9a-fA-F]{3,8}|[a-z]+))?");
    private static final Pattern PLAIN = Pattern.compile("[^<>\\\\{}@]*");

    private SvgVocabulary() {}

    static boolean element(String name) {
        return ELEMENTS.contains(name);
    }

    static boolean drawn(String name) {
        return DRAWN.contains(name);
    }

    static boolean presentation(String name) {
        return PRESENTATION.contains(name);
    }

    /** Whether an attribute may stay with this value; a reference must point into the drawing itself. */
    static boolean attribute(String name, String value) {
        if (name.equals("href")) {
            return LOCAL.matcher(value).matches();
        }
        if (!GEOMETRY.contains(name) && !PRESENTATION.contains(name)
                || !PLAIN.matcher(value).matches()) {
            return false;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        boolean reaches = lower.contains("url(") || lower.contains("image(") || lower.contains("image-set(");
        return reaches ? LOCAL_URL.matcher(value.strip()).matches() : !lower.contains("javascript:");
    }
}
