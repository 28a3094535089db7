// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import java.util.List;
import java.util.Set;
import org.cabildo.platform.Audit;
import org.cabildo.platform.web.View;

/**
 * An entry of the audit in words.
 *
 * @param what what was done, for instance "Cambió los ajustes"
 * @param area name of the module that it belongs to; empty when it is not known
 * @param subject what it was done to; empty for the tenant itself and its look
 */
public record Change(Audit.Entry entry, String what, String area, String subject, List<Difference> differences) {

    public static Change of(View view, Audit.Entry entry) {
        return new Change(
                entry, what(view, entry.action()), area(view, entry), subject(entry), Difference.of(view, entry));
    }

    static String what(View view, String action) {
        String key = "audit.action." + action;
        return view.hasMsg(key) ? view.msg(key) : action;
    }

    private static String area(View view, Audit.Entry entry) {
        String key = "module." + entry.action().split("\\.")[0] + ".name";
        return view.hasMsg(key) ? view.msg(key) : "";
    }

    private static String subject(Audit.Entry entry) {
        return Set.of("tenant", "theme").contains(entry.subjectType()) ? "" : entry.subjectId();
    }

    /** The name to show for whoever did it. */
    public String who(View view) {
        return entry.actorName().equals("system") ? view.msg("audit.system") : entry.actorName();
    }
}
