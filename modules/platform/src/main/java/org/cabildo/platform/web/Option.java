// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

/**
 * A choice of a select, of radios or of checkboxes.
 *
 * @param value what is sent
 * @param label what is read
 * @param hint a sentence that explains the choice; empty for none, never shown by selects
 */
public record Option(String value, String label, String hint) {

    public static Option of(String value, String label) {
        return new Option(value, label, "");
    }
}
