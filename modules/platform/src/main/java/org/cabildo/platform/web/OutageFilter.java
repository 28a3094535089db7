// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what fails before a handler is found: sessions that can't be read while the database is away, and bodies that
 * are too large, which would otherwise look like a form without its token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class OutageFilter extends OncePerRequestFilter {

    private final long largestBody;

    /** Without a web server there is no limit to know. */
    OutageFilter(ObjectProvider<MultipartProperties> multipart) {
        MultipartProperties properties = multipart.getIfAvailable();
        DataSize most = properties == null ? null : properties.getMaxRequestSize();
        this.largestBody = most == null || most.isNegative() ? Long.MAX_VALUE : most.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > largestBody) {
            FailureAdvice.send(new Failure(413, ""), new IOException("body too large"), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException exception) {
            Optional<Failure> failure = Failure.of(exception);
            if (failure.isEmpty() || response.isCommitted()) {
                throw exception;
            }
            response.reset();
            FailureAdvice.send(failure.get(), exception, request, response);
        }
    }
}
