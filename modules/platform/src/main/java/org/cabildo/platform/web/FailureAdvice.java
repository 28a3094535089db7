// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns failures that have a meaning to people into answers that say what to do; others go on as they are. */
@ControllerAdvice
class FailureAdvice {

    /** The failure that the error page speaks of. */
    static final String ATTRIBUTE = FailureAdvice.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(FailureAdvice.class);

    @ExceptionHandler(Exception.class)
    void answer(Exception exception, HttpServletRequest request, HttpServletResponse response) throws Exception {
        Optional<Failure> failure = Failure.of(exception);
        if (failure.isEmpty() || response.isCommitted()) {
            throw exception;
        }
        send(failure.get(), exception, request, response);
    }

    static void send(Failure failure, Throwable cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (failure.status() >= 500) {
            LOG.warn(
                    "{} {}: {}",
                    failure.status(),
                    request.getRequestURI(),
                    rootOf(cause).toString());
        }
        request.setAttribute(ATTRIBUTE, failure);
        if (failure.status() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
            showPage(failure, request, response);
        } else {
            response.sendError(failure.status());
        }
    }

    /** The container's own way to the error page would try to read the body again. */
    private static void showPage(Failure failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, failure.status());
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(new WithoutBody(request), response);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 12; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
