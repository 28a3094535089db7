// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Findings in words. */
@Component
public class ImportWords {

    private final MessageSource messages;

    ImportWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What is the matter and what to do, without the place. */
    public String what(Finding finding, Locale locale) {
        return messages.getMessage(finding.key(), finding.arguments().toArray(), locale);
    }

    /** File, row and column, for instance "figures.csv, row 12, column ine_code". */
    public String place(Finding finding, Locale locale) {
        StringBuilder place = new StringBuilder(finding.file());
        if (finding.row() > 0) {
            place.append(", ").append(messages.getMessage("networks.import.row", new Object[] {finding.row()}, locale));
        }
        if (!finding.column().isEmpty()) {
            place.append(", ")
                    .append(messages.getMessage("networks.import.column", new Object[] {finding.column()}, locale));
        }
        return place.toString();
    }

    /** Place, cell and what to do in one line. */
    public String line(Finding finding, Locale locale) {
        return place(finding, locale) + (finding.cell().isEmpty() ? "" : " «" + finding.cell() + "»") + ": "
                + what(finding, locale);
    }
}
