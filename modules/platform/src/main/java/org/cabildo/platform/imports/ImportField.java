// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports;

import java.util.Set;

/**
 * Something that a kind of import reads from each row. Its words are the messages {@code imports.<kind>.<key>} and, if
 * there is one, {@code imports.<kind>.<key>.hint}.
 *
 * @param key unique in the kind
 * @param need whether a table has to bring it
 * @param many whether several columns may be mapped to it; each column's name then says what it is
 * @param fixable whether one value may be given for all rows instead of a column
 * @param aliases names of columns by which it is recognized; case, accents and signs don't matter, the key counts too
 */
public record ImportField(String key, Type type, Need need, boolean many, boolean fixable, Set<String> aliases) {

    /** What its cells hold, so that people see how they are understood. */
    public enum Type {
        TEXT,
        NUMBER,
        DATE
    }

    /** Whether a table has to bring a field. */
    public enum Need {
        /** It may be left out. */
        OPTIONAL,
        /** There must be a column, whose cells may be empty. */
        COLUMN,
        /** There must be a column without empty cells. */
        FILLED
    }

    public static ImportField text(String key, Need need, String... aliases) {
        return new ImportField(key, Type.TEXT, need, false, false, Set.of(aliases));
    }

    public static ImportField number(String key, Need need, String... aliases) {
        return new ImportField(key, Type.NUMBER, need, false, false, Set.of(aliases));
    }

    public static ImportField date(String key, Need need, String... aliases) {
        return new ImportField(key, Type.DATE, need, false, false, Set.of(aliases));
    }

    /** The same for any number of columns. */
    public ImportField manyColumns() {
        return new ImportField(key, type, need, true, fixable, aliases);
    }

    /** The same with the choice of one value for all rows. */
    public ImportField fixedForAll() {
        return new ImportField(key, type, need, many, true, aliases);
    }
}
