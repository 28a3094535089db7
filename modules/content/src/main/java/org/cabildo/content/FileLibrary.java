// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * The pictures and documents of a tenant, under the names by which texts call them. A file is public while a public
 * article uses it, and not before.
 */
public interface FileLibrary {

    /**
     * Checks a file and keeps it under a free name made from its own.
     *
     * @param description what a picture shows or a document is
     * @throws org.cabildo.platform.files.FileRefused with the reason to show beside the field
     * @throws LibraryFull when the tenant has no room left
     */
    Item add(Site site, IncomingFile file, String description, Actor actor);

    Optional<Item> find(TenantId tenant, String name);

    /** A part of the library, newest first, after an item. */
    Listing list(TenantId tenant, String words, @Nullable Item after, int size);

    /** Changes what a file is said to show or to be. */
    void describe(TenantId tenant, String name, String description, Actor actor);

    /** The articles that use a file, whatever their state, without those in the bin. */
    List<ArticleId> uses(TenantId tenant, String name);

    /** Removes a file; false when an article uses it. */
    boolean remove(TenantId tenant, String name, Actor actor);

    /**
     * The bytes of a file.
     *
     * @param insider whether whoever asks may see what is not public yet
     * @param width for pictures: no wider than this, where a smaller copy is kept; 0 for the file itself
     */
    Optional<StoredFile> open(TenantId tenant, String name, boolean insider, int width);

    /**
     * A file.
     *
     * @param width of a picture in pixels, 0 of anything else
     * @param widths smaller widths at which a picture is kept too
     */
    record Item(
            String name,
            String description,
            long bytes,
            int width,
            int height,
            SortedSet<Integer> widths,
            Instant uploaded) {

        public boolean picture() {
            return width > 0;
        }

        public String path() {
            return "/archivos/" + name;
        }

        /** Its format in capitals, for instance {@code PDF}. */
        public String format() {
            return name.substring(name.lastIndexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
        }

        /** How a text shows or links it. */
        public String markdown() {
            String words = description.replaceAll("[\\[\\]\\\\]", "").strip();
            return (picture() ? "!" : "") + "[" + (words.isEmpty() ? name : words) + "](" + name + ")";
        }
    }

    /** A part of the library and whether there is more. */
    record Listing(List<Item> items, boolean more) {}

    /** The tenant's files fill the room that its quota gives. */
    class LibraryFull extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
