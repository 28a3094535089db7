// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a second slash out of the protocol's addresses: clients that were given the base address with a slash at its end
 * put another one behind it.
 */
@Component("open311TidyPath")
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class TidyPath extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith(Open311.ROOT + "/") || !path.contains("//");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Tidy(request), response);
    }

    private static final class Tidy extends HttpServletRequestWrapper {

        private final String path;

        Tidy(HttpServletRequest request) {
            super(request);
            this.path = request.getRequestURI().replaceAll("/{2,}", "/");
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer address = super.getRequestURL();
            int start = address.indexOf("/", address.indexOf("://") + 3);
            return address.replace(start, address.length(), path);
        }
    }
}
