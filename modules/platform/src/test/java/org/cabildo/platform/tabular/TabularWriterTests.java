// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cabildo.platform.files.SafeDownload;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TabularWriterTests {

    private static final ZoneId ZONE = ZoneId.of("America/La_Paz");
    private static final Table TABLE = Table.of(
            "Obras: 2026/27",
            ZONE,
            Column.text("name", "Nombre"),
            Column.integer("count", "Cantidad"),
            Column.decimal("amount", "Monto (Bs)"),
            Column.date("signed", "Firma"),
            Column.instant("published_at", "Publicación"),
            Column.bool("open", "Abierta"));
    private static final Instant AT = Instant.parse("2026-11-21T18:05:00Z");
    private static final Rows ROWS = sink -> {
        sink.row("Plaza \"Ñuflo\", norte", 3, new BigDecimal("1234.50"), LocalDate.of(2026, 2, 28), AT, true);
        sink.row(null, null, null, null, null, null);
        sink.row("=1+1", -5L, -0.25, LocalDate.of(1999, 12, 31), AT, false);
    };

    @Test
    void writesCsvForMachines() throws IOException {
        assertThat(text(TabularFormat.CSV))
                .isEqualTo("name,count,amount,signed,published_at,open\r\n"
                        + "\"Plaza \"\"Ñuflo\"\", norte\",3,1234.50,2026-02-28,2026-11-21T14:05:00-04:00,true\r\n"
                        + ",,,,,\r\n"
                        + "'=1+1,-5,-0.25,1999-12-31,2026-11-21T14:05:00-04:00,false\r\n");
    }

    @Test
    void writesCsvForExcelWithAMarkAndTitles() throws IOException {
        assertThat(text(TabularFormat.CSV_EXCEL))
                .startsWith("\uFEFFNombre,Cantidad,Monto (Bs),Firma,Publicación,Abierta\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1"})
    void makesComputedTextPlain(String text) throws IOException {
        Table table = Table.of("t", ZONE, Column.text("a", "a"), Column.text("b", "b"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TabularWriter.write(table, TabularFormat.CSV, sink -> sink.row(text, "x" + text), out);

        String row = out.toString(StandardCharsets.UTF_8).substring("a,b\r\n".length());
        assertThat(row)
                .matches(start -> start.startsWith("'" + text.charAt(0)) || start.startsWith("\"'" + text.charAt(0)));
        assertThat(row).doesNotContain("'x").doesNotContain("\"'x");
    }

    @Test
    void writesSpreadsheetsWithRealNumbersAndDates() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes(TabularFormat.XLSX)))) {
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("Obras  2026 27");
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(2)).isEqualTo("Monto (Bs)");
            Row first = rows.get(1);
            assertThat(first.getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(first.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("1234.5");
            assertThat(first.getCellAsDate(3)).contains(LocalDateTime.of(2026, 2, 28, 0, 0));
            assertThat(first.getCellAsDate(4)).contains(LocalDateTime.of(2026, 11, 21, 14, 5));
            assertThat(first.getCellAsBoolean(5)).contains(true);
            Row last = rows.getLast();
            assertThat(last.getCell(0).getType()).as("a formula stays text").isEqualTo(CellType.STRING);
            assertThat(last.getCell(0).getFormula()).isNull();
            assertThat(last.getCellText(0)).isEqualTo("=1+1");
        }
    }

    @Test
    void keepsLongNumbersAndDropsWhatSpreadsheetsCannotHold() throws IOException {
        Table table = Table.of("t", ZONE, Column.integer("id", "id"), Column.text("text", "text"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TabularWriter.write(
                table,
                TabularFormat.XLSX,
                sink -> sink.row(12345678901234567L, "a\u0000b\u0001" + "c".repeat(40_000)),
                out);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Row row = workbook.getFirstSheet().read().get(1);
            assertThat(row.getCellText(0)).isEqualTo("12345678901234567");
            assertThat(row.getCellText(1)).startsWith("abc").hasSize(32_767).endsWith("…");
        }
    }

    @Test
    void writesJson() throws IOException {
        JsonNode array = JsonMapper.shared().readTree(bytes(TabularFormat.JSON));

        assertThat(array.size()).isEqualTo(3);
        assertThat(array.get(0).get("amount").decimalValue()).isEqualByComparingTo("1234.50");
        assertThat(array.get(0).get("published_at").stringValue()).isEqualTo("2026-11-21T14:05:00-04:00");
        assertThat(array.get(1).get("count").isNull()).isTrue();
        assertThat(array.get(2).get("name").stringValue()).isEqualTo("=1+1");
        assertThat(array.get(2).get("open").booleanValue()).isFalse();
    }

    @Test
    void writesJsonLines() throws IOException {
        List<String> lines = text(TabularFormat.NDJSON).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(JsonMapper.shared().readTree(lines.getLast()).get("count").intValue())
                .isEqualTo(-5);
    }

    @ParameterizedTest
    @EnumSource(TabularFormat.class)
    void writesATableWithoutRows(TabularFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TabularWriter.write(TABLE, format, sink -> {}, out);

        assertThat(out.size()).isPositive();
    }

    @Test
    void refusesValuesThatDoNotFitTheColumn() {
        OutputStream out = OutputStream.nullOutputStream();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TabularWriter.write(
                        TABLE, TabularFormat.CSV, sink -> sink.row("a", "3", null, null, null, null), out))
                .withMessageContaining("count");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TabularWriter.write(TABLE, TabularFormat.CSV, sink -> sink.row("a"), out));
    }

    @ParameterizedTest
    @EnumSource(TabularFormat.class)
    void writesLargeTablesInConstantMemory(TabularFormat format) throws IOException {
        Runtime runtime = Runtime.getRuntime();
        long[] peak = {0};
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        int rows = 200_000;
        TabularWriter.write(
                TABLE,
                format,
                sink -> {
                    for (int i = 0; i < rows; i++) {
                        sink.row("Fila única número " + i, i, i / 7.0, LocalDate.of(2026, 1, 1), AT, i % 2 == 0);
                        if (i % 50_000 == 49_999) {
                            System.gc();
                            peak[0] = Math.max(peak[0], runtime.totalMemory() - runtime.freeMemory() - before);
                        }
                    }
                },
                OutputStream.nullOutputStream());

        assertThat(peak[0]).isLessThan(20L * 1024 * 1024);
    }

    @ParameterizedTest
    @EnumSource(TabularFormat.class)
    void endsWithoutProperEndWhenTheRowsFail(TabularFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatIllegalStateException().isThrownBy(() -> TabularWriter.write(TABLE, format, failing(5_000), out));
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotEndWith("]\n");
        if (format == TabularFormat.XLSX) {
            assertThat(entries(out.toByteArray())).doesNotContain("xl/workbook.xml");
        }
    }

    @Test
    void answersADownloadWithSafeHeaders() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();

        new Download(TABLE, TabularFormat.CSV, "Obras ñ\r\nX: y\u202E")
                .writeTo(response, SafeDownload.Caching.REVALIDATED, ROWS);

        assertThat(response.getContentType()).isEqualTo("text/csv;charset=utf-8");
        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Obras nX y.csv\"; filename*=UTF-8''Obras%20%C3%B1X%20y.csv");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).startsWith("name,count");
    }

    @Test
    void leavesACleanResponseWhenTheRowsFailAtOnce() {
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThatIllegalStateException()
                .isThrownBy(() -> new Download(TABLE, TabularFormat.CSV, "x")
                        .writeTo(response, SafeDownload.Caching.PRIVATE, failing(1)));
        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeader("Content-Disposition")).isNull();
    }

    private static Rows failing(int after) {
        return sink -> {
            for (int i = 0; i < after; i++) {
                sink.row("x", 1, null, null, null, null);
            }
            throw new IllegalStateException("the query broke off");
        };
    }

    private static List<String> entries(byte[] archive) {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException e) {
            // broken off, as it should be
        }
        return names;
    }

    private static String text(TabularFormat format) throws IOException {
        return new String(bytes(format), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(TabularFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TabularWriter.write(TABLE, format, ROWS, out);
        return out.toByteArray();
    }
}
