// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import org.cabildo.platform.TenantId;

/**
 * A tenant's mail was given up, published in the transaction that says so.
 *
 * @param key what it was about
 * @param refused whether the mailbox's server said that it never takes it, for instance since there is no such mailbox
 */
public record MailGivenUp(TenantId tenant, String key, boolean refused) {}
