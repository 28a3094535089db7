// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.events;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears bells, but fails for those that are broken. */
@Component
class BellListener {

    static final Set<String> broken = ConcurrentHashMap.newKeySet();
    static final List<String> heard = new CopyOnWriteArrayList<>();
    static final List<String> attempts = new CopyOnWriteArrayList<>();

    @Async
    @TransactionalEventListener
    public void hear(Bell bell) {
        attempts.add(bell.name());
        if (broken.contains(bell.name())) {
            throw new IllegalStateException("broken " + bell.name());
        }
        heard.add(bell.name());
    }
}
