// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportState;
import org.cabildo.platform.web.Step;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;

/** How pages speak of imports. */
public record JobWords(View view) {

    public String state(ImportJob job) {
        return view.msg("platform.imports.state." + job.state().code());
    }

    public Tone tone(ImportJob job) {
        return switch (job.state()) {
            case UPLOADED, CHECKED -> Tone.WARNING;
            case CHECKING, RUNNING -> Tone.INFO;
            case DONE -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case CANCELLED -> Tone.NEUTRAL;
        };
    }

    /** How far the background is, in words. */
    public String progress(ImportJob job) {
        ImportJob.Rows rows = job.rows();
        if (rows.total() == null) {
            return view.msg("platform.imports.reading");
        }
        return job.state() == ImportState.CHECKING
                ? view.msg("platform.imports.progress.checked", rows.read(), rows.total())
                : view.msg("platform.imports.progress.loaded", rows.written(), rows.good());
    }

    /** How far the background is, of the rows that it has to see. */
    public double share(ImportJob job) {
        ImportJob.Rows rows = job.rows();
        long all = job.state() == ImportState.CHECKING ? (rows.total() == null ? 0 : rows.total()) : rows.good();
        long seen = job.state() == ImportState.CHECKING ? rows.read() : rows.written();
        return all == 0 ? 0 : 100.0 * seen / all;
    }

    /** The numbers of an import. */
    Map<String, String> counts(Desk desk, ImportJob job) {
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put(
                view.msg("platform.imports.count.rows"), view.number(job.rows().read(), 0));
        counts.put(
                view.msg("platform.imports.count.good"), view.number(job.rows().good(), 0));
        counts.put(
                view.msg("platform.imports.count.bad"), view.number(job.rows().bad(), 0));
        if (job.outcome() != null) {
            job.outcome()
                    .counts()
                    .forEach((name, count) -> counts.put(
                            view.msg("imports." + desk.kind().key() + ".count." + name), view.number(count, 0)));
        }
        return counts;
    }

    List<Step> steps(Desk desk, ImportJob job) {
        int current = switch (job.state()) {
            case UPLOADED -> 1;
            case CHECKING, CHECKED -> 2;
            case RUNNING -> 3;
            case DONE, FAILED, CANCELLED -> 4;
        };
        List<Step> steps = new ArrayList<>();
        for (String name : List.of("file", "columns", "check", "load")) {
            int place = steps.size();
            boolean back = place == 1 && job.state() == ImportState.CHECKED;
            steps.add(new Step(
                    view.msg("platform.imports.step." + name),
                    back ? desk.base() + "/" + job.id() + "?paso=columnas" : "",
                    place < current ? Step.State.DONE : place == current ? Step.State.CURRENT : Step.State.TODO));
        }
        return steps;
    }
}
