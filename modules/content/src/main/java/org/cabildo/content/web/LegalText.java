// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import java.util.List;

/** A page that is made from legal parameters, in sections. */
public record LegalText(String title, String summary, List<Section> sections) {

    /** A heading, its paragraphs, and an address to write to, which may be empty. */
    public record Section(String title, List<String> paragraphs, String email) {

        Section at(String address) {
            return new Section(title, paragraphs, address);
        }
    }
}
