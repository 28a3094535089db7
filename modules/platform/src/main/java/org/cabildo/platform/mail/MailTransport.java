// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import jakarta.mail.internet.MimeMessage;

/** Port: the way out of the house. */
interface MailTransport {

    /** Hands a message over and returns when the other side has taken it. */
    void deliver(MimeMessage message) throws DeliveryFailed;
}
