// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.console;

import org.cabildo.networks.importing.ImportReport.Changes;
import org.cabildo.networks.importing.ImportReport.FileReport;
import org.cabildo.networks.importing.ImportRun;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;

/** Words for runs. */
public record RunWords(View view) {

    public String state(ImportRun run) {
        return view.msg("networks.console.state." + run.state().code());
    }

    public Tone tone(ImportRun run) {
        return switch (run.state()) {
            case DONE -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case CANCELLED -> Tone.NEUTRAL;
            default -> Tone.INFO;
        };
    }

    /** How a file was read, for instance "339 municipios; windows-1252, separado por ;, decimales con coma". */
    public String read(FileReport file) {
        String count = view.msg("networks.console.count." + file.things(), file.count());
        String missing = file.missing() == 0 ? "" : ", " + view.msg("networks.console.missing", file.missing());
        boolean usual = file.encoding().equals("UTF-8") && file.separator().equals(",");
        String form = file.encoding().isEmpty() || usual
                ? ""
                : "; " + file.encoding() + ", " + view.msg("networks.console.separator", file.separator());
        String decimals = file.decimals().equals("comma") ? ", " + view.msg("networks.console.commas") : "";
        return count + missing + form + decimals;
    }

    /** What is different, or would be. */
    public String changes(Changes changes) {
        return changes.none()
                ? view.msg("networks.console.same", changes.figuresSame())
                : view.msg(
                        "networks.console.changes",
                        changes.figuresAdded(),
                        changes.figuresChanged(),
                        changes.figuresRemoved(),
                        changes.figuresSame(),
                        changes.entities(),
                        changes.measures());
    }
}
