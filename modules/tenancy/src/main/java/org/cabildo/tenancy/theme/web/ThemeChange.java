// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.theme.ThemeDifferences;
import org.cabildo.tenancy.theme.ThemeFile;
import org.jspecify.annotations.Nullable;

/**
 * A change of a draft in words.
 *
 * @param label what changed
 * @param before what it was; empty where values say nothing to people
 * @param after what it is
 */
public record ThemeChange(String label, String before, String after) {

    /** Everything that differs from what is published; nothing where nothing is published yet. */
    static List<ThemeChange> list(
            View v, @Nullable ThemeDifferences differences, List<ThemeFile> before, List<ThemeFile> after) {
        List<ThemeChange> changes = new ArrayList<>();
        if (differences == null) {
            return changes;
        }
        TreeSet<String> names = new TreeSet<>(differences.before().keySet());
        names.addAll(differences.after().keySet());
        names.forEach(name -> changes.add(one(v, name, differences)));
        for (String role : org.cabildo.tenancy.theme.ThemePicture.roles()) {
            if (!files(before, role).equals(files(after, role))) {
                changes.add(new ThemeChange(v.msg("theme.picture." + role), "", ""));
            }
        }
        return changes;
    }

    private static List<ThemeFile> files(List<ThemeFile> all, String role) {
        return all.stream().filter(file -> file.role().equals(role)).toList();
    }

    private static ThemeChange one(View v, String name, ThemeDifferences differences) {
        String old = differences.before().getOrDefault(name, "");
        String fresh = differences.after().getOrDefault(name, "");
        String[] parts = name.split("\\.");
        if (v.hasMsg("theme.token." + name)) {
            return new ThemeChange(v.msg("theme.token." + name), old, fresh);
        }
        if (v.hasMsg("theme.text." + parts[0])) {
            return new ThemeChange(v.msg("theme.text." + parts[0]) + " (" + parts[1] + ")", old, fresh);
        }
        if (name.equals("tiles") || name.equals("footerColumns")) {
            return new ThemeChange(v.msg("theme.choice." + name), "", "");
        }
        return new ThemeChange(v.msg("theme.choice." + name), value(v, name, old), value(v, name, fresh));
    }

    private static String value(View v, String name, String value) {
        String group = name.startsWith("font.") ? "font" : name;
        return v.hasMsg("theme.choice." + group + "." + value) ? v.msg("theme.choice." + group + "." + value) : value;
    }
}
