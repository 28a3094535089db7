// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.platform.TenantId;

/** Port: a module that knows what notices are about. Called in transactions of the tenant, late. */
public interface NoticeSource {

    /** The name that notices give, which is also what its topics begin with: {@code <name>:…}. */
    String name();

    /** Key of the module without which nothing is told. */
    String module();

    /** The topics that an item is about right now. */
    List<String> topics(TenantId tenant, String item);

    /**
     * What is told of an item right now; empty when it may no longer be told.
     *
     * @param own whether the reader's own matter it is
     */
    Optional<Notice> notice(TenantId tenant, String item, Locale locale, boolean own);

    /** What a topic is called; empty when there is nothing of the kind any more. */
    Optional<Followed> followed(TenantId tenant, String topic, Locale locale);

    /** A topic in words, with the page that shows it. */
    record Followed(String name, String path) {}
}
