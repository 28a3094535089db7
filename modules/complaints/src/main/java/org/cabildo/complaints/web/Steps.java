// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cabildo.platform.web.Step;
import org.cabildo.platform.web.View;

/** The way from a problem to a report. */
enum Steps {
    WHAT("que"),
    WHERE("lugar"),
    DETAILS("detalles"),
    WHO("contacto"),
    REVIEW("revisar");

    static final String BASE = "/reportes/nuevo";

    private final String path;

    Steps(String path) {
        this.path = path;
    }

    /** The address of the step of a draft. */
    String of(UUID draft) {
        return BASE + "/" + draft + "/" + path;
    }

    /** The steps as the page of this one shows them. */
    List<Step> shown(View view, UUID draft) {
        List<Step> steps = new ArrayList<>();
        for (Steps step : values()) {
            Step.State state =
                    step == this ? Step.State.CURRENT : step.ordinal() < ordinal() ? Step.State.DONE : Step.State.TODO;
            steps.add(new Step(
                    view.msg("complaints.step." + step.path), state == Step.State.DONE ? step.of(draft) : "", state));
        }
        return steps;
    }
}
