// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.Map;

/** Services that belong together, with an icon of the sprite. */
public record ServiceGroup(String code, Map<String, String> name, String icon) {

    public ServiceGroup {
        code = Absent.text(code);
        name = Absent.texts(name);
        icon = Absent.text(icon);
    }
}
