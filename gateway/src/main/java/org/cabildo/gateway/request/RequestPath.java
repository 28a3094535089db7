// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The path of a request in the one reading that all servers share. A path that two servers could read differently (dot
 * segments, empty segments, parameters, escaped or control characters that matter) is odd and does not pass.
 *
 * @param decoded the path, decoded and normalised
 * @param odd whether it has more than one reading
 */
public record RequestPath(String decoded, boolean odd) {

    public static RequestPath of(HttpServletRequest request) {
        String raw = request.getRequestURI();
        String decoded = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        String lower = raw.toLowerCase(Locale.ROOT);
        boolean odd = !raw.startsWith("/")
                || lower.contains("//")
                || lower.contains(";")
                || lower.contains("%3b")
                || lower.contains("%2f")
                || lower.contains("%5c")
                || lower.contains("%25")
                || lower.contains("\\")
                || hasDotSegment(lower.replace("%2e", "."))
                || decoded.chars().anyMatch(Character::isISOControl);
        return new RequestPath(decoded, odd);
    }

    private static boolean hasDotSegment(String path) {
        for (String segment : path.split("/")) {
            if (segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the path leads to what only the installation's own machines may ask for. */
    public boolean isInternal() {
        String first = decoded.substring(Math.min(1, decoded.length())).toLowerCase(Locale.ROOT);
        int end = first.indexOf('/');
        String segment = end < 0 ? first : first.substring(0, end);
        return segment.equals("actuator") || segment.equals("internal");
    }

    public static List<PathPattern> patterns(List<String> patterns) {
        return patterns.stream().map(PathPatternParser.defaultInstance::parse).toList();
    }

    public boolean matches(List<PathPattern> patterns) {
        PathContainer path = PathContainer.parsePath(decoded);
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
