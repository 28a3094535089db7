// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cabildo.platform.tabular.Problem.Kind;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTests {

    @TempDir
    Path directory;

    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-8 with mark", "UTF-16LE with mark"})
    void recognizesTheEncoding(String name) throws IOException {
        Charset charset = Charset.forName(name.replace(" with mark", ""));
        String mark = name.endsWith("mark") ? "\uFEFF" : "";

        try (TableReader reader = csv(mark + "Año,Señal\n2026,Ñandú — €\n", charset)) {
            assertThat(reader.columns()).containsExactly("Año", "Señal");
            assertThat(reader.iterator().next().text("señal").or(problems::add)).contains("Ñandú — €");
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void recognizesTheSeparator(char separator) throws IOException {
        String table = ("a;b;c\n\"1,5\";x;2\n\"2|5;x\";y;3\n").replace(';', separator);

        try (TableReader reader = csv(table, StandardCharsets.UTF_8)) {
            assertThat(reader.columns()).containsExactly("a", "b", "c");
        }
    }

    @Test
    void keepsLineNumbersThroughQuotedLineBreaks() throws IOException {
        try (TableReader reader =
                csv("a,b\r\n\"one\r\ntwo\",\"say \"\"hi\"\"\"\r\n\r\n3,4\r\n", StandardCharsets.UTF_8)) {
            List<TableRow> rows = rows(reader);

            assertThat(rows).extracting(TableRow::number).containsExactly(2L, 5L);
            assertThat(rows.getFirst().text("a").or(problems::add)).contains("one\r\ntwo");
            assertThat(rows.getFirst().text("b").or(problems::add)).contains("say \"hi\"");
        }
    }

    @Test
    void findsTheDecimalSignOfEachColumn() throws IOException {
        try (TableReader reader =
                csv("comma;point;grouped;unclear\n1,5;1.5;1.234.567,8;1.234\n2;2.25;3;5\n", StandardCharsets.UTF_8)) {
            TableRow row = reader.iterator().next();

            assertThat(row.decimal("comma").or(problems::add)).contains(new BigDecimal("1.5"));
            assertThat(row.decimal("point").or(problems::add)).contains(new BigDecimal("1.5"));
            assertThat(row.decimal("grouped").or(problems::add)).contains(new BigDecimal("1234567.8"));
            assertThat(row.decimal("unclear").or(problems::add))
                    .as("semicolons go with decimal commas")
                    .contains(new BigDecimal("1234"));
            reader.decimals("unclear", DecimalStyle.POINT);
            assertThat(row.decimal("unclear").or(problems::add)).contains(new BigDecimal("1.234"));
            assertThat(problems).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.5|1234.5|POINT",
                "-12|-12|POINT",
                "1 234,5|1234.5|COMMA",
                "1'234.5|1234.5|POINT",
                "1e3|1000|POINT"
            })
    void readsGroupedNumbers(String text, BigDecimal number, DecimalStyle style) {
        assertThat(style.parse(text))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1,23,4", "12,34.5", "1.2.3", "abc", "1e99999", "0x10", "NaN", "٣", "1,2345,678"})
    void refusesWhatIsNoNumber(String text) {
        assertThat(DecimalStyle.POINT.parse(text)).isEmpty();
    }

    @Test
    void tellsMissingFromZeroAndFromWrong() throws IOException {
        try (TableReader reader =
                csv("n,d,b\n0,2026-02-30,quizá\n,,\nx,31/12/2026,Sí\n1.5,21-11-2026,0\n,x", StandardCharsets.UTF_8)) {
            List<TableRow> rows = rows(reader);

            assertThat(rows).extracting(TableRow::number).containsExactly(2L, 4L, 5L, 6L);
            assertThat(rows.get(0).integer("n")).isEqualTo(new Parsed.Value<>(BigInteger.ZERO));
            assertThat(rows.get(3).integer("n")).isEqualTo(new Parsed.Missing<BigInteger>());
            assertThat(rows.get(0).date("d").or(problems::add)).isEmpty();
            assertThat(rows.get(0).bool("b").or(problems::add)).isEmpty();
            assertThat(rows.get(1).integer("n").or(problems::add)).isEmpty();
            assertThat(rows.get(1).date("d").or(problems::add)).contains(LocalDate.of(2026, 12, 31));
            assertThat(rows.get(1).bool("b").or(problems::add)).contains(true);
            assertThat(rows.get(2).integer("n").or(problems::add)).isEmpty();
            assertThat(rows.get(2).bool("b").or(problems::add)).contains(false);
            assertThat(problems)
                    .extracting(Problem::row, Problem::column, Problem::kind)
                    .containsExactly(
                            tuple(2L, "d", Kind.NOT_A_DATE),
                            tuple(2L, "b", Kind.NOT_A_BOOLEAN),
                            tuple(4L, "n", Kind.NOT_A_NUMBER),
                            tuple(5L, "n", Kind.NOT_AN_INTEGER));
            assertThat(problems.getFirst().messageKey()).isEqualTo("platform.tabular.problem.not-a-date");
        }
    }

    @Test
    void reportsTheHeaderAndRowsThatAreTooWide() throws IOException {
        try (TableReader reader = csv("a,b,A,\n1,2,3,4\n1,2,3,,,\n1\n", StandardCharsets.UTF_8)) {
            assertThat(reader.problems("a", "z"))
                    .extracting(Problem::kind)
                    .containsExactly(Kind.DUPLICATE_COLUMN, Kind.MISSING_COLUMN);
            List<TableRow> rows = rows(reader);
            assertThat(rows.get(0).problems()).extracting(Problem::kind).containsExactly(Kind.TOO_MANY_CELLS);
            assertThat(rows.get(1).problems()).isEmpty();
            assertThat(rows.get(2).text("b")).isEqualTo(new Parsed.Missing<String>());
        }
    }

    @Test
    void endsAtDamageAndSaysWhere() throws IOException {
        try (TableReader reader = csv("a,b\n1,2\n\"open,3\n4,5\n", StandardCharsets.UTF_8)) {
            assertThat(rows(reader)).hasSize(1);
            assertThat(reader.failure()).map(Problem::kind).contains(Kind.BROKEN_QUOTE);
            assertThat(reader.failure().map(Problem::row)).contains(3L);
        }
    }

    @Test
    void saysThatAnEmptyFileHasNoHeader() throws IOException {
        try (TableReader reader = csv("\r\n  \r\n", StandardCharsets.UTF_8)) {
            assertThat(rows(reader)).isEmpty();
            assertThat(reader.failure()).map(Problem::kind).contains(Kind.NO_HEADER);
        }
    }

    @Test
    void boundsTheLengthOfACell() throws IOException {
        try (TableReader reader = csv("a\n\"" + "x".repeat(3_000_000) + "\"\n", StandardCharsets.UTF_8)) {
            assertThat(rows(reader)).isEmpty();
            assertThat(reader.failure()).isPresent();
        }
    }

    @Test
    void readsLongFilesInBoundedMemory() throws IOException {
        Path file = directory.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id;name\n");
            for (int i = 0; i < 500_000; i++) {
                out.write(i + ";Nombre bastante largo de la fila " + i + "\n");
            }
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long before = runtime.totalMemory() - runtime.freeMemory();
        long count = 0;
        long peak = 0;
        try (TableReader reader = TableReader.csv(file)) {
            for (TableRow row : reader) {
                count++;
                if (row.number() % 100_000 == 0) {
                    System.gc();
                    peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory() - before);
                }
            }
        }

        assertThat(count).isEqualTo(500_000);
        assertThat(peak).isLessThan(16L * 1024 * 1024);
    }

    @Test
    void readsWorkbooksWithTheSameRows() throws IOException {
        Path file = directory.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("one");
            sheet.value(1, 0, "Nombre");
            sheet.value(1, 1, "Monto");
            sheet.value(1, 2, "Fecha");
            sheet.value(1, 3, "Abierta");
            sheet.value(1, 4, "Texto");
            sheet.value(3, 0, "Plaza");
            sheet.value(3, 1, new BigDecimal("12.75"));
            sheet.value(3, 2, LocalDate.of(2026, 11, 21));
            sheet.style(3, 2).format("dd/mm/yyyy").set();
            sheet.value(3, 3, true);
            sheet.value(3, 4, "1,5");
            sheet.formula(4, 1, "1/0");
        }

        try (TableReader reader = TableReader.xlsx(file)) {
            assertThat(reader.columns()).containsExactly("Nombre", "Monto", "Fecha", "Abierta", "Texto");
            TableRow row = reader.iterator().next();
            assertThat(row.number()).isEqualTo(4);
            assertThat(row.text("nombre").or(problems::add)).contains("Plaza");
            assertThat(row.decimal("Monto").or(problems::add))
                    .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("12.75"));
            assertThat(row.date("Fecha").or(problems::add)).contains(LocalDate.of(2026, 11, 21));
            assertThat(row.bool("Abierta").or(problems::add)).contains(true);
            assertThat(row.decimal("Texto").or(problems::add)).contains(new BigDecimal("1.5"));
            assertThat(row.decimal("Fecha").or(problems::add)).isEmpty();
            assertThat(problems).extracting(Problem::kind).containsExactly(Kind.NOT_A_NUMBER);
        }
    }

    @Test
    void readsBackWhatWasWritten() throws IOException {
        Table table = Table.of(
                "t",
                ZoneId.of("UTC"),
                Column.text("name", "name"),
                Column.decimal("amount", "amount"),
                Column.date("day", "day"),
                Column.instant("at", "at"));
        for (TabularFormat format : List.of(TabularFormat.CSV, TabularFormat.CSV_EXCEL, TabularFormat.XLSX)) {
            Path file = directory.resolve(format.name());
            try (OutputStream out = Files.newOutputStream(file)) {
                TabularWriter.write(
                        table,
                        format,
                        sink -> sink.row(
                                "ñ\n\"x\"", new BigDecimal("-1234.567"), LocalDate.of(2026, 1, 2), Instant.EPOCH),
                        out);
            }
            try (TableReader reader = TableReader.open(file, format.fileType())) {
                TableRow row = reader.iterator().next();
                assertThat(row.text("name").or(problems::add)).contains("ñ\n\"x\"");
                assertThat(row.decimal("amount").or(problems::add)).isEqualTo(Optional.of(new BigDecimal("-1234.567")));
                assertThat(row.date("day").or(problems::add)).contains(LocalDate.of(2026, 1, 2));
                assertThat(problems).isEmpty();
            }
        }
    }

    private static List<TableRow> rows(TableReader reader) {
        List<TableRow> rows = new ArrayList<>();
        reader.forEach(rows::add);
        return rows;
    }

    private TableReader csv(String text, Charset charset) throws IOException {
        return TableReader.csv(Files.write(directory.resolve("table.csv"), text.getBytes(charset)));
    }
}
