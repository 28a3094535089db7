// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

import java.util.Locale;
import org.cabildo.platform.TenantId;

/**
 * Who follows what by mail. Called as the tenant; takes part in the caller's transaction. A topic is a word of the
 * module that knows it, for instance {@code request:1001}, see {@link NoticeSource}.
 */
public interface Subscriptions {

    /**
     * Somebody asks to follow a topic. The address gets a mail with a link that confirms it; nothing is sent to it
     * before. Says nothing of whether the address follows already, and sends at most a few such mails an hour.
     *
     * @throws IllegalArgumentException when it is not a mail address
     */
    void follow(TenantId tenant, String topic, String email, Locale locale);

    /**
     * Somebody whose address is known to be theirs is told of their own matter without asking. They don't count as a
     * follower, and can leave like any other.
     */
    void enrol(TenantId tenant, String topic, String email, Locale locale);

    /** Ends what {@link #enrol} or {@link #follow} began for an address; nothing when there is none. */
    void leave(TenantId tenant, String topic, String email);

    /** Ends what {@link #enrol} began for a topic, whoever it was: the matter belongs to nobody any more. */
    void leaveOwn(TenantId tenant, String topic);

    /** How many follow a topic, without those whose own matter it is. */
    int count(TenantId tenant, String topic);

    /**
     * Whoever follows the one follows the other from now on, in the same rhythm; who follows both follows once. Whose own
     * matter the one was is a follower of the other like any.
     */
    void moveAll(TenantId tenant, String fromTopic, String toTopic);
}
