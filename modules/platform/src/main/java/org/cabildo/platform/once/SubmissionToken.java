// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.once;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cabildo.platform.web.Actors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * What makes two submissions the same: the form's own value, who sends it (the person, else the browser's form cookie),
 * to where, and what. Going back, changing an answer and sending again is another submission.
 */
final class SubmissionToken {

    private static final String FIELD = "_once";
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private SubmissionToken() {}

    /** The token of a form that carries the field; empty for every other request. */
    static Optional<String> of(HttpServletRequest request, Actors actors) {
        if (!request.getMethod().equals("POST")) {
            return Optional.empty();
        }
        String value = request.getParameter(FIELD);
        if (value == null || !VALUE.matcher(value).matches()) {
            return Optional.empty();
        }
        MessageDigest digest = sha256();
        add(digest, value);
        add(digest, request.getRequestURI());
        add(digest, actors.of(request).map(actor -> actor.person().toString()).orElseGet(() -> browser(request)));
        Map<String, String[]> fields = new TreeMap<>(request.getParameterMap());
        fields.forEach((name, values) -> {
            if (!name.equals("_csrf")) {
                add(digest, name);
                for (String one : values) {
                    add(digest, one);
                }
            }
        });
        addFiles(digest, request);
        return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest()));
    }

    private static String browser(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().endsWith("cabildo-form")) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    private static void addFiles(MessageDigest digest, HttpServletRequest request) {
        if (!StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/")) {
            return;
        }
        try {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null) {
                    add(digest, part.getName());
                    add(digest, part.getSubmittedFileName());
                    add(digest, Long.toString(part.getSize()));
                }
            }
        } catch (IOException | ServletException unreadable) {
            add(digest, "unreadable");
        }
    }

    private static void add(MessageDigest digest, @Nullable String text) {
        byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
