// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.util.List;
import org.cabildo.complaints.Worklist.Rectangle;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;

/** What staff take off the pictures of requests. Called as the tenant; each change is an entry of the request. */
public interface Moderation {

    /**
     * Takes a picture off the public pages, or puts it back.
     *
     * @throws ChangeRefused when the request has no such picture
     */
    void hide(TenantId tenant, long request, long photo, boolean hidden, Actor actor);

    /**
     * Paints over parts of a picture: the public sees a new file in which nothing of them is left, staff keep the
     * original. No rectangles: the public sees the original again.
     *
     * @throws ChangeRefused when the request has no such picture, or its file cannot be read
     */
    void redact(TenantId tenant, long request, long photo, List<Rectangle> rectangles, Actor actor);
}
