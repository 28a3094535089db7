// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.gallery;

import org.cabildo.platform.web.View;

/** A page of the gallery: its file name, the template that draws it and the view that it gets. */
record Sample(String name, String template, View view) {

    @Override
    public String toString() {
        return name;
    }
}
