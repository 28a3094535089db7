// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import org.cabildo.indicators.Direction;
import org.cabildo.indicators.Observation.State;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.networks.internal.jooq.tables.records.EditionRecord;
import org.cabildo.networks.internal.jooq.tables.records.FigureRecord;
import org.cabildo.networks.internal.jooq.tables.records.MeasureRecord;
import org.cabildo.platform.Texts;

/** What rows of the read model say. */
final class RecordsRead {

    private RecordsRead() {}

    static Edition edition(EditionRecord row) {
        return new Edition(
                row.getSlug(),
                Texts.read(row.getName()),
                Texts.read(row.getMethod()),
                row.getOrigin().equals("members"),
                row.getOrd(),
                row.getPublished(),
                row.getPeriod(),
                row.getFrozenAt());
    }

    static Measure measure(MeasureRecord row) {
        return new Measure(
                row.getCode(),
                row.getKind().equals("index"),
                Texts.read(row.getName()),
                Texts.read(row.getUnit()),
                row.getDecimals(),
                Direction.of(row.getDirection()),
                row.getTopic(),
                row.getPeriod(),
                row.getSource(),
                row.getSourceUrl(),
                row.getWorst(),
                row.getBest(),
                row.getOrd());
    }

    static Figure figure(FigureRecord row) {
        return new Figure(
                row.getMeasure(),
                row.getEntity(),
                State.of(row.getState()),
                row.getValue(),
                row.getPeriod(),
                row.getSource(),
                row.getNote(),
                row.getVersion(),
                row.getRecordedAt());
    }
}
