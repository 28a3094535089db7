// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.Optional;
import org.cabildo.platform.TenantId;

/** The published themes of all tenants, answered from memory. */
public interface ThemeDirectory {

    /** The published theme of a tenant with its style sheet; the neutral one where none was published. */
    Optional<PublishedTheme> theme(TenantId tenant);
}
