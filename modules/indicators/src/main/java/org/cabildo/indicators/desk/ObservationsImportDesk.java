// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.desk;

import org.cabildo.platform.imports.web.ImportDesk;
import org.cabildo.platform.imports.web.ImportPages;
import org.cabildo.platform.web.Access;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Values of indicators from spreadsheets. */
@Controller
@RequestMapping(ObservationsImportDesk.PATH)
@Access(value = Access.Audience.STAFF, permission = "indicators.edit")
class ObservationsImportDesk extends ImportDesk {

    static final String PATH = "/gestion/indicadores/importar";

    ObservationsImportDesk(ImportPages pages) {
        super(pages, "observations", PATH);
    }
}
