// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Visitor;

/** A form as somebody without script fills it in. */
final class Form {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final Map<String, String> fields = new LinkedHashMap<>();

    private Form() {}

    /** The form's hidden fields as a page has them. */
    static Form of(Answer page) {
        Form form = new Form();
        Matcher hidden = HIDDEN.matcher(page.text());
        while (hidden.find()) {
            form.fields.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        return form;
    }

    Form with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Answer post(Visitor visitor, String path) {
        return visitor.post(path, fields);
    }

    /** Sends the form with a file, as multipart/form-data. */
    Answer post(Visitor visitor, String path, String field, String file, String type, byte[] content) {
        String boundary = "----" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"; filename=\"")
                .append(file)
                .append("\"\r\nContent-Type: ")
                .append(type)
                .append("\r\n\r\n");
        byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[before.length + content.length + after.length];
        System.arraycopy(before, 0, body, 0, before.length);
        System.arraycopy(content, 0, body, before.length, content.length);
        System.arraycopy(after, 0, body, before.length + content.length, after.length);
        return visitor.send(
                "POST", path, "multipart/form-data; boundary=" + boundary, BodyPublishers.ofByteArray(body));
    }
}
