// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpTransportTests {

    @Test
    void handsAMessageOver() throws Exception {
        try (Server server = new Server(Map.of())) {
            server.transport().deliver(message());

            assertThat(server.heard).anyMatch(line -> line.startsWith("RCPT TO:<ana@example.org>"));
            assertThat(server.heard).contains("Subject: Hola");
        }
    }

    @Test
    void givesUpAnAddressThatIsRefused() throws Exception {
        try (Server server = new Server(Map.of("RCPT", "550 5.1.1 <ana@example.org> unknown"))) {
            DeliveryFailed failure = failure(server);

            assertThat(failure.reason()).isEqualTo(DeliveryFailed.Reason.REFUSED);
            assertThat(failure.problem()).isEqualTo("SMTP 550 5.1.1").doesNotContain("ana");
        }
    }

    @Test
    void triesAgainWhatIsRefusedForNow() throws Exception {
        try (Server server = new Server(Map.of("RCPT", "451 4.7.1 greylisted"))) {
            assertThat(failure(server).reason()).isEqualTo(DeliveryFailed.Reason.LATER);
        }
        try (Server server = new Server(Map.of(".", "452 4.3.1 disk full"))) {
            assertThat(failure(server).reason()).isEqualTo(DeliveryFailed.Reason.LATER);
        }
    }

    @Test
    void givesUpContentThatIsRefused() throws Exception {
        try (Server server = new Server(Map.of(".", "554 5.7.1 no"))) {
            assertThat(failure(server).reason()).isEqualTo(DeliveryFailed.Reason.REFUSED);
        }
    }

    @Test
    void waitsForAServerThatIsNotThere() throws Exception {
        Server gone = new Server(Map.of());
        gone.close();

        assertThat(failure(gone).reason()).isEqualTo(DeliveryFailed.Reason.UNREACHABLE);
    }

    @Test
    void writesFilesWithoutAServer(@TempDir Path folder) throws Exception {
        new FolderTransport(folder.resolve("mail"), Clock.systemUTC()).deliver(message());

        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            assertThat(files.toList()).singleElement().satisfies(file -> {
                assertThat(file.toString()).endsWith(".eml");
                assertThat(Files.readString(file)).contains("Subject: Hola");
            });
        }
    }

    private static DeliveryFailed failure(Server server) {
        return catchThrowableOfType(
                DeliveryFailed.class, () -> server.transport().deliver(message()));
    }

    private static MimeMessage message() throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom("portal@example.org");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("ana@example.org"));
        message.setSubject("Hola");
        message.setText("Hola", "UTF-8");
        message.saveChanges();
        return message;
    }

    /** Speaks just enough SMTP (RFC 5321), with chosen answers to some commands. */
    private static final class Server implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Map<String, String> answers;
        private final List<String> heard = new CopyOnWriteArrayList<>();

        Server(Map<String, String> answers) throws IOException {
            this.answers = answers;
            Thread.ofVirtual().start(this::serve);
        }

        SmtpTransport transport() {
            return new SmtpTransport(new MailProperties(
                    "127.0.0.1", socket.getLocalPort(), "", "", "", Path.of("unused"), 3, Duration.ofDays(1)));
        }

        private void serve() {
            try (Socket client = socket.accept();
                    PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.US_ASCII);
                    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()))) {
                say(out, "220 test");
                boolean data = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    heard.add(line);
                    String word = line.split("[ :]")[0];
                    if (data && !line.equals(".")) {
                        continue;
                    }
                    data = word.equals("DATA");
                    say(out, answers.getOrDefault(word, data ? "354 go on" : "250 ok"));
                }
            } catch (IOException closed) {
                heard.add("closed");
            }
        }

        private static void say(PrintWriter out, String line) {
            out.print(line + "\r\n");
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
