// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** An HTTP client of one port that stands for every host; keeps cookies by host and follows redirects. */
final class Client {

    private static final int REDIRECTS = 12;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();
    private final int port;
    private final String home;

    Client(int port, String home) {
        this.port = port;
        this.home = home;
    }

    /** What came at the end of redirects. */
    record Reply(URI url, int status, String body) {

        Document page() {
            return Jsoup.parse(body, url.toString());
        }

        /** Fails, saying what came, unless it is a success. */
        Reply expected() {
            if (status >= 300) {
                throw new IllegalStateException(
                        url + " answered " + status + ": " + body.substring(0, Math.min(400, body.length())));
            }
            return this;
        }
    }

    Reply get(String path) throws IOException, InterruptedException {
        return follow("GET", URI.create("http://" + home).resolve(path), "", BodyPublishers.noBody());
    }

    /** Signs in to the workspace; the address is asked for on one page and the password on the next. */
    void signIn(String email, String password) throws IOException, InterruptedException {
        Reply name = get("/entrar?ir=/gestion").expected();
        Reply word = submit(name, "#kc-form-login", Map.of("username", email)).expected();
        Reply signedIn =
                submit(word, "#kc-form-login", Map.of("password", password)).expected();
        if (!signedIn.url().getPath().equals("/gestion")) {
            throw new IllegalStateException("Signing in ended at " + signedIn.url());
        }
    }

    /** Sends a form of a page, with changes to its fields. */
    Reply submit(Reply page, String selector, Map<String, String> changes) throws IOException, InterruptedException {
        Element form = page.page().selectFirst(selector);
        if (form == null) {
            throw new IllegalStateException(page.url() + " has no form " + selector);
        }
        Map<String, String> fields = fields(form);
        fields.putAll(changes);
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(
                "POST",
                URI.create(form.absUrl("action")),
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString(body));
    }

    /** Sends a form of a page with a file. */
    Reply upload(Reply page, String selector, String field, String name, String content)
            throws IOException, InterruptedException {
        Element form = page.page().selectFirst(selector);
        String boundary = "----cabildo";
        StringBuilder body = new StringBuilder();
        fields(form)
                .forEach((key, value) -> body.append("--")
                        .append(boundary)
                        .append("\r\nContent-Disposition: form-data; name=\"")
                        .append(key)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        body.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: text/csv\r\n\r\n")
                .append(content)
                .append("\r\n--")
                .append(boundary)
                .append("--\r\n");
        return follow(
                "POST",
                URI.create(form.absUrl("action")),
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofString(body.toString()));
    }

    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name]:not([type=file]), select[name], textarea[name]")) {
            boolean box =
                    field.attr("type").equals("radio") || field.attr("type").equals("checkbox");
            if (field.tagName().equals("select")) {
                Element selected = field.selectFirst("option[selected]");
                fields.put(field.attr("name"), selected == null ? "" : selected.attr("value"));
            } else if (!box || field.hasAttr("checked")) {
                fields.put(field.attr("name"), field.val());
            }
        }
        return fields;
    }

    private Reply follow(String method, URI url, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, url, type, body);
        URI at = url;
        for (int i = 0; i < REDIRECTS && response.statusCode() / 100 == 3; i++) {
            at = at.resolve(response.headers().firstValue("Location").orElseThrow());
            response = send("GET", at, "", BodyPublishers.noBody());
        }
        return new Reply(at, response.statusCode(), response.body());
    }

    private HttpResponse<String> send(String method, URI url, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + url.getRawPath() + query))
                .method(method, body)
                .setHeader("Host", url.getAuthority());
        if (!type.isEmpty()) {
            request.setHeader("Content-Type", type);
        }
        Map<String, String> kept = cookies.computeIfAbsent(url.getHost(), host -> new LinkedHashMap<>());
        if (!kept.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            kept.put(pair[0], pair[1]);
        }
        return response;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
