// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.util.Optional;
import org.cabildo.platform.TenantId;

/** Port: chooses the words of {@link LateMail} when it leaves. A bean of the module that queues such mail. */
public interface MailWriter {

    /** The name that mail gives. */
    String name();

    /**
     * The words as they are right now; empty when there is nothing to tell any more, and the mail is then not sent.
     * Called in a transaction of the tenant, again for each attempt.
     */
    Optional<WrittenMail> write(TenantId tenant, String reference);
}
