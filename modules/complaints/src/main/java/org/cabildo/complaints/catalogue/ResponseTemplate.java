// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.Map;

/**
 * A text that staff start an answer from. {@code {reference}}, {@code {service}} and {@code {promise}} are filled in.
 *
 * @param status state for which it is offered; empty: all
 * @param service service for which it is offered; empty: all
 */
public record ResponseTemplate(
        String code, String status, String service, Map<String, String> name, Map<String, String> text) {

    public ResponseTemplate {
        code = Absent.text(code);
        status = Absent.text(status);
        service = Absent.text(service);
        name = Absent.texts(name);
        text = Absent.texts(text);
    }
}
