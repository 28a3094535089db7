// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

/** Somebody else changed, published or discarded the draft in the meantime. Nothing was stored. */
public class StaleDraft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleDraft() {
        super("The draft was changed in the meantime");
    }
}
