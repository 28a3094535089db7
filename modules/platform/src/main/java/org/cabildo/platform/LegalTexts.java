// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.util.Map;

/**
 * The legal parameters of a tenant's manifest, from which its accessibility statement, privacy page and legal notice are
 * made. The tenancy module answers.
 */
public interface LegalTexts {

    /** The parameters by flattened key, for instance {@code responsibleBody} or {@code dataProtection.law.es}. */
    Map<String, String> of(TenantId tenant);
}
