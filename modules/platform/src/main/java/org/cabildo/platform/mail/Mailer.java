// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

/** Sends mail, sooner or later: what is queued survives a restart and a mail server that is away. */
public interface Mailer {

    /**
     * Queues a mail in the caller's transaction, so that it is sent if and only if the change that causes it is made.
     * The transaction has entered the mail's tenant; for mail without a tenant any transaction will do. Does nothing
     * when a mail with the same key was queued before.
     */
    void send(Mail mail);

    /** The same for a mail whose words are chosen when it leaves. */
    void send(LateMail mail);
}
