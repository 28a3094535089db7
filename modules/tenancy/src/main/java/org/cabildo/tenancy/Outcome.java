// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import java.util.List;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change. With problems nothing was stored.
 *
 * @param tenant the tenant, or null when a new one was refused
 * @param changed whether anything is different now; storing what is stored already changes nothing
 */
public record Outcome(@Nullable TenantId tenant, boolean changed, List<Problem> problems) {

    /**
     * Why a field was refused, as a message.
     *
     * @param field path in the document, for instance {@code contact.email} or {@code menu.0.href}
     * @param key message key, for instance {@code tenancy.problem.email}
     * @param arguments arguments of the message; message keys among them are {@link
     *     org.springframework.context.MessageSourceResolvable}s, which the message source resolves
     */
    public record Problem(String field, String key, Object... arguments) {}

    public boolean refused() {
        return !problems.isEmpty();
    }

    public static Outcome refused(@Nullable TenantId tenant, List<Problem> problems) {
        return new Outcome(tenant, false, List.copyOf(problems));
    }
}
