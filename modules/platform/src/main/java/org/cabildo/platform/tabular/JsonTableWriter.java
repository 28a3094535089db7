// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/** Objects whose properties are the columns' keys, in one array or one per line. */
final class JsonTableWriter extends TabularWriter {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

    private final boolean lines;
    private final JsonGenerator json;

    JsonTableWriter(Table table, boolean lines, OutputStream out) {
        super(table);
        this.lines = lines;
        this.json = FACTORY.createGenerator(context(lines), out, JsonEncoding.UTF8);
    }

    @Override
    void begin() {
        if (!lines) {
            json.writeStartArray();
        }
    }

    @Override
    void row(@Nullable Object[] cells) {
        List<Column> columns = table().columns();
        json.writeStartObject();
        for (int i = 0; i < cells.length; i++) {
            json.writeName(columns.get(i).key());
            write(cells[i]);
        }
        json.writeEndObject();
    }

    @Override
    void end() throws IOException {
        if (!lines) {
            json.writeEndArray();
        }
        json.writeRaw('\n');
        json.close();
    }

    private void write(@Nullable Object cell) {
        switch (cell) {
            case null -> json.writeNull();
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            case Boolean bool -> json.writeBoolean(bool);
            case Instant instant ->
                json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(table().zone())));
            default -> json.writeString(cell.toString());
        }
    }

    private static ObjectWriteContext context(boolean lines) {
        return lines ? new Lines() : ObjectWriteContext.empty();
    }

    /** Separates root values by line ends. */
    private static final class Lines extends ObjectWriteContext.Base {

        @Override
        public SerializableString getRootValueSeparator(@Nullable SerializableString otherwise) {
            return new SerializedString("\n");
        }
    }
}
