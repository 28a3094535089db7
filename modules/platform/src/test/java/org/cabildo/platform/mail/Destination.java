// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Somebody who takes mail, or doesn't. */
final class Destination implements MailTransport {

    final List<MimeMessage> taken = new CopyOnWriteArrayList<>();
    volatile DeliveryFailed.@Nullable Reason answer;
    int asked;

    @Override
    public synchronized void deliver(MimeMessage message) throws DeliveryFailed {
        asked++;
        if (answer != null) {
            throw new DeliveryFailed(answer, "SMTP 000", new IllegalStateException());
        }
        taken.add(message);
    }
}
