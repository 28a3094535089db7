// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.web;

import java.util.List;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.imports.ImportField;
import org.cabildo.platform.imports.ImportKind;
import org.cabildo.platform.imports.ImportProblem;
import org.cabildo.platform.web.View;

/** A kind of import as a request sees it. */
record Desk(View view, TenantId tenant, ImportKind<?> kind, String base) {

    List<ImportField> fields() {
        return kind.fields();
    }

    String title() {
        return view.msg("imports." + kind.key());
    }

    String label(ImportField field) {
        return view.msg("imports." + kind.key() + "." + field.key());
    }

    /** A sentence about a field, or nothing. */
    String hint(ImportField field) {
        String key = "imports." + kind.key() + "." + field.key() + ".hint";
        return view.hasMsg(key) ? view.msg(key) : "";
    }

    String words(ImportProblem problem) {
        return view.msg(problem.message(), problem.arguments().toArray());
    }
}
