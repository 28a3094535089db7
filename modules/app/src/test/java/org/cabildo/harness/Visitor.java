// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client of one site that keeps cookies and follows no redirects. Asks the application itself, without a gateway. */
public final class Visitor {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final String FORM_COOKIE = "cabildo-form";

    private final int port;
    private final String host;
    private final Map<String, String> cookies;
    private final Map<String, String> headers;

    Visitor(int port, String host) {
        this(port, host, new LinkedHashMap<>(), Map.of());
    }

    private Visitor(int port, String host, Map<String, String> cookies, Map<String, String> headers) {
        this.port = port;
        this.host = host;
        this.cookies = cookies;
        this.headers = headers;
    }

    /** Somebody who shows the same cookies and headers to another site. */
    public Visitor at(String otherHost) {
        return new Visitor(port, otherHost, new LinkedHashMap<>(cookies), headers);
    }

    /** The same visitor, sending a header with everything. */
    public Visitor with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Visitor(port, host, cookies, more);
    }

    public Visitor bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public String origin() {
        return "http://" + host + ":8080";
    }

    public Answer get(String path) {
        return send("GET", path, "", BodyPublishers.noBody());
    }

    /** Sends a form as a page of the site does, with a forgery token. */
    public Answer submit(String path, Map<String, String> fields) {
        String token =
                cookies.computeIfAbsent(FORM_COOKIE, name -> UUID.randomUUID().toString());
        byte[] plain = token.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[2 * plain.length]; // a mask of zeros, then the token under it
        System.arraycopy(plain, 0, masked, plain.length, plain.length);
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", Base64.getUrlEncoder().encodeToString(masked));
        return post(path, all);
    }

    /** Sends a form without a forgery token. */
    public Answer post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
    }

    public Answer send(String method, String path, String type, BodyPublisher body) {
        URI url = URI.create("http://127.0.0.1:" + port + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .method(method, body)
                .timeout(Duration.ofSeconds(60))
                .setHeader("Host", host + ":8080")
                .setHeader("Accept-Encoding", "gzip")
                .setHeader("Accept", "text/html,*/*;q=0.8");
        if (!type.isEmpty()) {
            request.setHeader("Content-Type", type);
        }
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            Answer answer =
                    Answer.of(URI.create(origin() + path), CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException exception) {
            throw new UncheckedIOException(method + " " + path, exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(name.length() + 1);
        if (value.isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    /** Signs in by the site's own flow; the issuer of the tests stands at the other end of it. */
    public Visitor signIn(Person person) {
        Answer sent = get("/entrar?ir=/cuenta");
        String request = sent.header("Location");
        Answer back = get("/login/oauth2/code/cabildo?state=" + parameter(request, "state") + "&code="
                + TestIssuer.INSTANCE.code(person, parameter(request, "nonce")));
        if (!back.header("Location").endsWith("/cuenta")) {
            throw new IllegalStateException(person.name() + " could not sign in: " + sent + ", " + back);
        }
        return this;
    }

    private static String parameter(String url, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
        if (!found.find()) {
            throw new IllegalStateException("No " + name + " in " + url);
        }
        return found.group(1);
    }
}
