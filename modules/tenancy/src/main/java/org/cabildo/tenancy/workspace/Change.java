// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import java.util.List;
import org.cabildo.platform.Audit;
import org.cabildo.platform.web.View;

/**
 * An entry of the audit in words.
 *
 * @param what what was done, for instance "Cambió los ajustes"
 * @param area name of the module that it belongs to; empty when it is not known
 * @param subject what it was done to, or which parts of the settings; may be empty
 */
public record Change(Audit.Entry entry, String what, String area, String subject, List<Difference> differences) {

    public static Change of(View view, Audit.Entry entry) {
        List<Difference> differences = Difference.of(view, entry);
        boolean oneSwitch = entry.action().equals("tenancy.modules-switched") && differences.size() == 1;
        String action = entry.action();
        if (oneSwitch) {
            boolean on = differences.getFirst().after().equals(view.msg("audit.switch.true"));
            action = on ? "module-on" : "module-off";
        }
        String subject = oneSwitch ? differences.getFirst().label() : subject(view, entry);
        return new Change(entry, what(view, action), area(view, entry), subject, differences);
    }

    static String what(View view, String action) {
        String key = "audit.action." + action;
        return view.hasMsg(key) ? view.msg(key) : action;
    }

    private static String area(View view, Audit.Entry entry) {
        String module = entry.action().split("\\.")[0];
        for (String key : java.util.List.of("module." + module + ".name", "audit.area." + module)) {
            if (view.hasMsg(key)) {
                return view.msg(key);
            }
        }
        return "";
    }

    private static String subject(View view, Audit.Entry entry) {
        if (entry.subjectType().equals("tenant")) {
            String parts = String.join(", ", Difference.parts(view, entry));
            return parts.isEmpty() ? "" : "(" + parts + ")";
        }
        if (entry.subjectType().equals("theme")) {
            return "";
        }
        boolean nameless = entry.subjectId().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        return nameless ? Difference.first(entry, "name", "title", "email") : entry.subjectId();
    }

    /** The name to show for whoever did it. */
    public String who(View view) {
        return entry.actorName().equals("system") ? view.msg("audit.system") : entry.actorName();
    }
}
