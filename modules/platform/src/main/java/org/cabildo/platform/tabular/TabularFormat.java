// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.platform.files.FileType;

/** How a table is written. */
public enum TabularFormat {
    /** RFC 4180 in UTF-8, headed by the columns' keys: for machines. */
    CSV(FileType.CSV),
    /** The same with a byte-order mark, by which Excel recognizes UTF-8, headed by titles: for people. */
    CSV_EXCEL(FileType.CSV),
    XLSX(FileType.XLSX),
    /** One array of objects. */
    JSON(FileType.JSON),
    /** One object per line. */
    NDJSON(FileType.NDJSON);

    private final FileType fileType;

    TabularFormat(FileType fileType) {
        this.fileType = fileType;
    }

    public FileType fileType() {
        return fileType;
    }

    /** The format of a query parameter such as {@code csv} or {@code csv-excel}. */
    public static Optional<TabularFormat> of(String parameter) {
        String name = parameter.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name))
                .findFirst();
    }
}
