// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cabildo.platform.tabular.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file. */
final class CsvSource implements TableReader.Source {

    private static final int LONGEST_CELL = 1024 * 1024;
    private static final int LOOKED_AT = 64 * 1024;
    private static final int COMPARED = 20;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private final char separator;
    private final Encoding encoding;
    private final CloseableIterator<CsvRecord> records;
    private long line;

    private CsvSource(char separator, Encoding encoding, CloseableIterator<CsvRecord> records) {
        this.separator = separator;
        this.encoding = encoding;
        this.records = records;
    }

    static CsvSource open(Path file) throws IOException {
        Encoding encoding = Encoding.of(file);
        char separator = separator(file, encoding);
        return new CsvSource(separator, encoding, parse(separator, reader(file, encoding)));
    }

    @Override
    public TableReader.@Nullable Raw next() throws TableReader.Damage {
        try {
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                if (row.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    return new TableReader.Raw(line, new ArrayList<>(row.getFields()));
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw new TableReader.Damage(line + 1, Kind.BROKEN_QUOTE);
        } catch (UncheckedIOException e) {
            throw new TableReader.Damage(line + 1, Kind.UNREADABLE);
        }
    }

    /** A file that separates by semicolons does so because its decimals have commas. */
    @Override
    public DecimalStyle usualDecimals() {
        return separator == ';' ? DecimalStyle.COMMA : DecimalStyle.POINT;
    }

    @Override
    public Optional<TextForm> form() {
        return Optional.of(new TextForm(encoding.charset().name(), separator));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static CloseableIterator<CsvRecord> parse(char separator, Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(reader)
                .iterator();
    }

    private static Reader reader(Path file, Encoding encoding) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(encoding.mark());
        return new BufferedReader(new InputStreamReader(in, encoding.charset()));
    }

    /** The separator by which most of the first rows have as many cells as the first one. */
    private static char separator(Path file, Encoding encoding) throws IOException {
        String beginning;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(encoding.mark());
            Charset charset = encoding.charset();
            beginning = new String(in.readNBytes(LOOKED_AT), charset);
        }
        char best = ',';
        long bestScore = 0;
        for (char candidate : SEPARATORS) {
            long score = score(candidate, beginning);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(char separator, String beginning) {
        List<Integer> widths = new ArrayList<>();
        try (CloseableIterator<CsvRecord> records = parse(separator, new StringReader(beginning))) {
            while (records.hasNext() && widths.size() < COMPARED) {
                widths.add(records.next().getFieldCount());
            }
        } catch (CsvParseException | IOException e) {
            // the beginning may end inside of a cell; the rows before count
        }
        int first = widths.isEmpty() ? 1 : widths.getFirst();
        long alike = widths.stream().filter(width -> width == first).count();
        return first < 2 ? 0 : alike * 1000 / widths.size() * 100 + Math.min(first, 99);
    }
}
