// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends exactly the bytes that it is told to, which proper clients refuse to do. */
final class RawClient {

    private RawClient() {}

    record Reply(int status, List<String> headers, byte[] bytes) {

        Optional<String> header(String name) {
            return headers.stream()
                    .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** A GET with the given Host header and further header lines. */
    static Reply get(int port, String host, String target, String... headers) {
        return send(port, "GET " + target, host, new byte[0], headers);
    }

    static Reply post(int port, String host, String target, byte[] body, String... headers) {
        return send(port, "POST " + target, host, body, headers);
    }

    static Reply send(int port, String line, String host, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder(line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return raw(port, head.append("\r\n").toString(), body);
    }

    static Reply raw(int port, String head, byte[] body) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            try {
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
            } catch (IOException ignored) {
                // refused early; the answer may be there all the same
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new AssertionError("No answer: " + e, e);
        }
    }

    static Reply read(InputStream in) throws IOException {
        String statusLine = line(in);
        List<String> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        Reply head = new Reply(Integer.parseInt(statusLine.split(" ")[1]), headers, new byte[0]);
        if (head.header("Transfer-Encoding").filter("chunked"::equals).isPresent()) {
            return new Reply(head.status(), headers, chunked(in));
        }
        Optional<String> length = head.header("Content-Length");
        byte[] body = length.isPresent() ? in.readNBytes(Integer.parseInt(length.get())) : in.readAllBytes();
        return new Reply(head.status(), headers, body);
    }

    private static byte[] chunked(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("The connection ended within a line");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
