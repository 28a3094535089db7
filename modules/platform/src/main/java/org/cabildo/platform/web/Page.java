// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a layout needs to know of a page.
 *
 * @param title heading and document title, without the site's name
 * @param description one sentence for search engines and previews; may be empty
 * @param breadcrumbs the way to the page without home and the page itself
 * @param image path or URL of a picture for previews, or null for the site's own
 * @param feed path of an Atom feed of this page, or null
 * @param indexed whether search engines may list it
 */
public record Page(
        String title,
        String description,
        List<Breadcrumb> breadcrumbs,
        @Nullable String image,
        @Nullable String feed,
        boolean indexed) {

    public static Page of(String title, Breadcrumb... breadcrumbs) {
        return new Page(title, "", List.of(breadcrumbs), null, null, true);
    }

    public Page describedAs(String text) {
        return new Page(title, text, breadcrumbs, image, feed, indexed);
    }

    public Page withImage(@Nullable String url) {
        return new Page(title, description, breadcrumbs, url, feed, indexed);
    }

    public Page withFeed(String path) {
        return new Page(title, description, breadcrumbs, image, path, indexed);
    }

    public Page notIndexed() {
        return new Page(title, description, breadcrumbs, image, feed, false);
    }
}
