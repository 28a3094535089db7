// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a stored file inside one tenant: {@code <area>/<32 hex digits>[-<variant>].<extension>}. Keys are made here,
 * never from names that people send, cannot be guessed, and are never used again for other content.
 *
 * @param value the key's text, safe in a path and in a URL
 */
public record FileKey(String value) implements Comparable<FileKey> {

    private static final Pattern FORM =
            Pattern.compile("([a-z][a-z0-9-]{0,39})/([0-9a-f]{32})(?:-([a-z0-9]{1,12}))?\\.([a-z0-9]{1,8})");
    private static final SecureRandom RANDOM = new SecureRandom();

    public FileKey {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches() || FileType.ofExtension(matcher.group(4)).isEmpty()) {
            throw new IllegalArgumentException("Not a file key");
        }
    }

    /** A key that was never used, in an area such as {@code news} that belongs to one module. */
    public static FileKey fresh(String area, FileType type) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return new FileKey(area + "/" + HexFormat.of().formatHex(random) + "." + type.extension());
    }

    /** The key of a derived form of this file, for instance {@code w800}. */
    public FileKey variant(String variant) {
        return new FileKey(area() + "/" + id() + "-" + variant + "." + extension());
    }

    public String area() {
        return part(1);
    }

    /** The random part, the same for a file and its variants. */
    public String id() {
        return part(2);
    }

    public FileType type() {
        return FileType.ofExtension(extension()).orElseThrow();
    }

    /** The part after the area, good as an entity tag because content under a key never changes. */
    String leaf() {
        return value.substring(value.indexOf('/') + 1);
    }

    private String extension() {
        return part(4);
    }

    private String part(int group) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalStateException();
        }
        return matcher.group(group);
    }

    @Override
    public int compareTo(FileKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
