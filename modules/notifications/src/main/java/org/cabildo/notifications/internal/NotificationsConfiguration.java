// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import org.cabildo.platform.ModuleDescriptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How following introduces itself. It has no switch: what can be followed belongs to modules that have one, and while
 * they are off nothing of theirs is told.
 */
@Configuration(proxyBeanMethods = false)
class NotificationsConfiguration {

    @Bean
    ModuleDescriptor notificationsModule() {
        return ModuleDescriptor.module("notifications")
                .core()
                .paths("/avisos")
                // Where mail programs press the button for their readers (RFC 8058).
                .machines("/avisos/baja")
                .jobs("notifications.spreading", "notifications.digests", "notifications.retention")
                .build();
    }
}
