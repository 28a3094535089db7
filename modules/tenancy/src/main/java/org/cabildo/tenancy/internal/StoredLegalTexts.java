// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cabildo.platform.LegalTexts;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Legal parameters from the registry, by flattened key. */
@Component
class StoredLegalTexts implements LegalTexts {

    private final Tenants tenants;

    StoredLegalTexts(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Map<String, String> of(TenantId tenant) {
        Map<String, String> texts = new LinkedHashMap<>();
        tenants.profile(tenant)
                .ifPresent(profile -> flatten("", profile.legal().document().get("legal"), texts));
        return texts;
    }

    private static void flatten(String path, Object value, Map<String, String> texts) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(path.isEmpty() ? key.toString() : path + "." + key, inner, texts));
        } else if (!String.valueOf(value).isEmpty()) {
            texts.put(path, String.valueOf(value));
        }
    }
}
