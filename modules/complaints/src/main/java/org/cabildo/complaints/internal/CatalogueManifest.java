// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.util.List;
import org.cabildo.complaints.catalogue.CatalogueRefused;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestPart;
import org.cabildo.platform.manifest.ManifestRefused;
import org.springframework.stereotype.Component;

/** The catalogue as a file of a tenant's manifest; without it the tenant has the standard one. */
@Component
class CatalogueManifest implements ManifestPart {

    private final StoredCatalogues catalogues;

    CatalogueManifest(StoredCatalogues catalogues) {
        this.catalogues = catalogues;
    }

    @Override
    public List<String> owns() {
        return List.of("complaints/");
    }

    @Override
    public void apply(TenantId tenant, Folder folder, Actor actor) {
        try {
            catalogues.replace(
                    tenant,
                    folder.text(CatalogueFile.PATH).map(CatalogueFile::fromYaml).orElse(null),
                    actor);
        } catch (CatalogueRefused refused) {
            throw new ManifestRefused(refused.problems().stream()
                    .map(problem -> CatalogueFile.PATH + ": " + problem)
                    .toList());
        }
    }

    @Override
    public void export(TenantId tenant, Folder folder) {
        if (catalogues.own(tenant)) {
            folder.put(CatalogueFile.PATH, CatalogueFile.yaml(catalogues.of(tenant)));
        }
    }
}
