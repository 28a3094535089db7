// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.cabildo.platform.SiteTheme.FooterColumn;
import org.cabildo.platform.SiteTheme.Link;
import org.cabildo.platform.web.View;

/**
 * The footer's columns as a form: fields {@code c<column>-title-<language>}, {@code c<column>-l<link>-label-<language>}
 * and {@code c<column>-l<link>-href}. What is left empty goes.
 *
 * @param columns what was sent
 * @param errors messages by field name
 */
record FooterForm(List<FooterColumn> columns, Map<String, String> errors) {

    static final int COLUMNS = 4;
    static final int LINKS = 8;
    private static final int LONGEST = 240;
    private static final Pattern ADDRESS = Pattern.compile("(/([^/\\s]\\S*)?|https://\\S+)");

    static FooterForm of(View v, Map<String, String[]> parameters) {
        FooterForm form = new FooterForm(new ArrayList<>(), new LinkedHashMap<>());
        for (int column = 0; column < COLUMNS; column++) {
            form.readColumn(v, "c" + column, parameters);
        }
        return form;
    }

    /** Messages name the fields as the form shows them again: without what was left empty. */
    private void readColumn(View v, String prefix, Map<String, String[]> parameters) {
        String again = "c" + columns.size();
        Map<String, String> title = localised(v, prefix + "-title", parameters);
        List<Link> links = new ArrayList<>();
        for (int link = 0; link < LINKS; link++) {
            readLink(v, prefix + "-l" + link, again + "-l" + links.size(), parameters, links);
        }
        if (title.isEmpty() && links.isEmpty()) {
            return;
        }
        required(v, again + "-title", title, "theme.error.column");
        if (links.isEmpty()) {
            errors.put(again + "-l0-href", v.msg("theme.error.columnEmpty"));
        }
        columns.add(new FooterColumn(title, links));
    }

    private void readLink(View v, String prefix, String again, Map<String, String[]> parameters, List<Link> links) {
        Map<String, String> label = localised(v, prefix + "-label", parameters);
        String href = value(prefix + "-href", parameters);
        if (label.isEmpty() && href.isEmpty()) {
            return;
        }
        required(v, again + "-label", label, "theme.error.linkLabel");
        if (!ADDRESS.matcher(href).matches() || href.length() > 500) {
            errors.put(again + "-href", v.msg("theme.error.linkHref"));
        }
        links.add(new Link(label, href));
    }

    private void required(View v, String field, Map<String, String> texts, String message) {
        String language = v.site().defaultLocale().getLanguage();
        if (!texts.containsKey(language)) {
            errors.put(field + "-" + language, v.msg(message));
        }
    }

    private Map<String, String> localised(View v, String field, Map<String, String[]> parameters) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Locale locale : v.site().locales()) {
            String text = value(field + "-" + locale.getLanguage(), parameters);
            if (text.length() > LONGEST) {
                errors.put(field + "-" + locale.getLanguage(), v.msg("theme.error.tooLong", LONGEST));
            }
            if (!text.isEmpty()) {
                texts.put(locale.getLanguage(), text);
            }
        }
        return texts;
    }

    private static String value(String name, Map<String, String[]> parameters) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }
}
