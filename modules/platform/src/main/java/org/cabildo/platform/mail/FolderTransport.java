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
import java.util.UUID;
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

    @Override
    public void deliver(MimeMessage message) throws DeliveryFailed {
        Instant now = clock.instant();
        String name = NAME.format(now) + "-" + UUID.randomUUID().toString().substring(0, 8) + ".eml";
        try {
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
