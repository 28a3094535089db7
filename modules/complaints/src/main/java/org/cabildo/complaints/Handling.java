// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What staff do with requests. Called as the tenant. Each method answers the request as it is afterwards, and writes an
 * entry with who did it. All throw {@link ChangeRefused} when the change is not allowed or somebody else changed the
 * request first.
 */
public interface Handling {

    /**
     * A change of state.
     *
     * @param version of the request that the person saw; null where nobody looked, for instance in bulk
     * @param reason code of the reason, where the state has reasons
     * @param note that explains it, may be empty
     * @param publicNote whether everybody may read the note
     * @param mediaUrl picture of another system, may be empty
     */
    record Move(
            String status,
            @Nullable Integer version,
            String reason,
            String note,
            boolean publicNote,
            List<StoredPhoto> photos,
            String mediaUrl) {

        public static Move to(String status) {
            return new Move(status, null, "", "", true, List.of(), "");
        }

        public Move because(String reason, String note) {
            return new Move(status, version, reason, note, publicNote, photos, mediaUrl);
        }
    }

    ServiceRequest move(TenantId tenant, long id, Move move, Actor actor);

    /** A note without a change of state; a public one is the office's word. */
    ServiceRequest note(TenantId tenant, long id, String text, boolean isPublic, List<StoredPhoto> photos, Actor actor);

    /** Gives it to a person, or to nobody. */
    ServiceRequest assign(TenantId tenant, long id, @Nullable UUID person, String name, Actor actor);

    /** Refers it to another office or an outside body. */
    ServiceRequest refer(TenantId tenant, long id, String agency, String note, Actor actor);

    /** Puts it under another service: routed anew, and its clocks become those of the other service. */
    ServiceRequest recategorise(TenantId tenant, long id, String service, Actor actor);

    /** Changes what was written; what stood there before is kept in the entry. */
    ServiceRequest edit(TenantId tenant, long id, String description, Actor actor);

    /** Takes it off the public pages, or puts it back. */
    ServiceRequest hide(TenantId tenant, long id, boolean hidden, String why, Actor actor);

    /** Closes it as a duplicate of another, whose followers its own become. */
    ServiceRequest merge(TenantId tenant, long id, long into, Actor actor);

    /** Makes a request of its own out of a part of one, with the same place and reporter. */
    ServiceRequest split(TenantId tenant, long id, String service, String description, Actor actor);

    /** Removes who reported for good. */
    ServiceRequest anonymise(TenantId tenant, long id, Actor actor);

    /** Where the actor may go from the request's state, with whether a note is needed. */
    Map<String, Boolean> ways(TenantId tenant, ServiceRequest request, Actor actor);
}
