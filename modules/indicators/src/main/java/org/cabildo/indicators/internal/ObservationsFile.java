// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.Observation.Recorded;
import org.cabildo.indicators.Observation.State;
import org.cabildo.indicators.Period;
import org.cabildo.indicators.Series;
import org.cabildo.platform.manifest.ManifestRefused;

/** Observations as a tidy table, one row each: RFC 4180 with line feeds, in the order of series and periods. */
final class ObservationsFile {

    private static final String[] COLUMNS = {
        "indicator", "territory", "breakdown", "period", "state", "value", "source", "sourceUrl", "note"
    };

    private ObservationsFile() {}

    static List<Recorded> read(String text) {
        List<Recorded> values = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                try {
                    values.add(value(row));
                } catch (IllegalArgumentException | java.util.NoSuchElementException exception) {
                    problems.add(IndicatorsManifest.OBSERVATIONS + " line " + row.getStartingLineNumber() + ": "
                            + exception.getMessage());
                }
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
        return values;
    }

    private static Recorded value(NamedCsvRecord row) {
        String value = row.getField("value");
        return new Recorded(
                new Series(
                        row.getField("indicator"),
                        row.getField("territory"),
                        Series.breakdown(row.getField("breakdown"))),
                new Period(row.getField("period")),
                State.of(row.getField("state")),
                value.isEmpty() ? null : new BigDecimal(value),
                row.getField("source"),
                row.getField("sourceUrl"),
                row.getField("note"));
    }

    static String write(List<Observation> observations) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(COLUMNS);
            observations.forEach(observation -> csv.writeRecord(cells(observation)));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return out.toString();
    }

    private static String[] cells(Observation observation) {
        BigDecimal value = observation.value();
        return new String[] {
            observation.series().indicator(),
            observation.series().territory(),
            observation.series().breakdownText(),
            observation.period().text(),
            observation.state().code(),
            value == null ? "" : value.toPlainString(),
            observation.source(),
            observation.sourceUrl(),
            observation.note()
        };
    }
}
