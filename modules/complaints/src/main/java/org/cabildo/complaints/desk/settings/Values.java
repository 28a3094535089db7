// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.platform.web.View;

/** What was typed in a form of the catalogue, and what of it cannot be read. */
final class Values {

    private final HttpServletRequest request;
    private final View view;
    private final Map<String, String> errors = new LinkedHashMap<>();

    Values(HttpServletRequest request, View view) {
        this.request = request;
        this.view = view;
    }

    String line(String name) {
        return text(name).replaceAll("[\\p{Cc}\\s]+", " ").strip();
    }

    String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    boolean check(String name) {
        return !text(name).isEmpty();
    }

    List<String> several(String name) {
        String[] sent = request.getParameterValues(name);
        return sent == null ? List.of() : List.of(sent);
    }

    /** Texts by language; languages that the form does not ask for keep what they had. */
    Map<String, String> texts(String name, Map<String, String> before) {
        Map<String, String> texts = new TreeMap<>(before);
        view.site().locales().forEach(locale -> {
            String text = text(name + "-" + locale.getLanguage());
            if (text.isEmpty()) {
                texts.remove(locale.getLanguage());
            } else {
                texts.put(locale.getLanguage(), text);
            }
        });
        return texts;
    }

    /** A whole number that is not negative; 0 when it is left out or unreadable, which is then an error. */
    int number(String name) {
        String text = line(name);
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,6}")) {
            errors.put(name, view.msg("complaints.settings.number"));
            return 0;
        }
        return Integer.parseInt(text);
    }

    /** Hours with decimals, as minutes. */
    int hours(String name) {
        String text = line(name).replace(',', '.');
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,5}([.][0-9]{1,2})?")) {
            errors.put(name, view.msg("complaints.settings.hoursError"));
            return 0;
        }
        return (int) Math.round(Double.parseDouble(text) * 60);
    }

    void refuse(String name, String key) {
        errors.put(name, view.msg(key));
    }

    Map<String, String> errors() {
        return errors;
    }

    /** How many rows a field of rows sent. */
    List<Integer> rows(String column) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            if (request.getParameter(column + i) != null) {
                rows.add(i);
            }
        }
        return rows;
    }
}
