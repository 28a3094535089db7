// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.cabildo.platform.mail.DeliveryFailed.Reason;

/** Writes each message as an {@code .eml} file that any mail program opens, for installations without a mail server. */
class FolderTransport implements MailTransport {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    FolderTransport(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The same message has the same name, so that one that is sent again after a crash is still one. */
    private String name(MimeMessage message) throws MessagingException {
        Instant at = message.getSentDate() == null
                ? clock.instant()
                : message.getSentDate().toInstant();
        String id = String.valueOf(message.getMessageID()).replaceAll("@.*|[^A-Za-z0-9]", "");
        return NAME.format(at) + "-" + id.substring(Math.max(0, id.length() - 12)) + ".eml";
    }

    @Override
    public void deliver(MimeMessage message) throws DeliveryFailed {
        try {
            String name = name(message);
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(name + ".part");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                message.writeTo(out);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException exception) {
            throw new DeliveryFailed(Reason.UNREACHABLE, "folder not writable", exception);
        } catch (MessagingException exception) {
            throw new DeliveryFailed(Reason.REFUSED, "malformed", exception);
        }
    }
}
