// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Marks every line of the log with the request that it belongs to, by the id that the gateway gave it and that the
 * answer carries. Nothing about people: neither address nor account.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class LogFilter extends OncePerRequestFilter {

    static final String REQUEST = "request";
    private static final String HEADER = "X-Request-Id";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        MDC.put(REQUEST, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(REQUEST);
        }
    }

    private static String id(@Nullable String given) {
        return given != null && ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
