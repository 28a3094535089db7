// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What staff do with pages and news. Every change makes a new version, keeps what was, is audited, and is announced to
 * the portal and to search when the public can see it.
 */
public interface Editing {

    /** A part of the list of a kind, latest change first. */
    Listing list(TenantId tenant, ArticleKind kind, Filter filter, @Nullable Place after, int size);

    /** An article whatever its state, also from the bin. */
    Optional<Edition> find(TenantId tenant, ArticleId id);

    /** The languages in which an item is written, without those in the bin. */
    List<Edition> languages(TenantId tenant, ArticleKind kind, String slug);

    /**
     * Stores an article. Without any difference nothing happens.
     *
     * @param version what the change is based on; 0 for a new one
     * @throws ArticleOutdated when somebody else was faster
     */
    Edition save(TenantId tenant, Article article, int version, Actor actor);

    /**
     * Puts an article into the bin, from where {@link #bringBack} takes it.
     *
     * @throws ArticleOutdated when somebody else changed it since that version
     */
    void remove(TenantId tenant, ArticleId id, int version, Actor actor);

    /** Takes an article out of the bin, as it was; empty when it is not there. */
    Optional<Edition> bringBack(TenantId tenant, ArticleId id, Actor actor);

    /** Everything that an article was, newest first; at most 100. */
    List<Revision> history(TenantId tenant, ArticleId id);

    /**
     * Makes an article what it was in a version. Whether it is public does not change by this: a draft stays a draft,
     * what is published stays published.
     */
    Optional<Edition> restore(TenantId tenant, ArticleId id, int version, Actor actor);

    /**
     * Which articles are wanted.
     *
     * @param state only these; null for all that are not in the bin
     * @param locale only this language; null for all
     * @param words in title, summary or slug; empty for all
     */
    record Filter(@Nullable ArticleState state, @Nullable Locale locale, String words) {}

    /** The place of an article in the list. */
    record Place(Instant changed, String slug, Locale locale) {

        public static Place of(Edition edition) {
            return new Place(
                    edition.changed(),
                    edition.article().slug(),
                    edition.article().locale());
        }
    }

    /** A part of the list and whether there is more of it. */
    record Listing(List<Edition> items, boolean more) {}
}
