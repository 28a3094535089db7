// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import org.cabildo.complaints.ServiceRequest;
import org.cabildo.platform.web.Tone;

/**
 * A request in a list.
 *
 * @param text the beginning of what was reported
 * @param promise in words; empty when nothing is promised
 * @param late whether the promise passed
 */
public record DeskRow(
        ServiceRequest request,
        String service,
        String status,
        Tone tone,
        String agency,
        String place,
        String text,
        String promise,
        boolean late) {

    private static final int SHOWN = 140;

    static DeskRow of(Seat seat, ServiceRequest request, String territory) {
        String words = request.description().replaceAll("\\s+", " ");
        return new DeskRow(
                request,
                seat.service(request.service()),
                seat.status(request.status()),
                seat.tone(request.status()),
                seat.agency(request.agency()),
                request.address().isBlank() ? territory : request.address(),
                words.length() <= SHOWN ? words : words.substring(0, words.offsetByCodePoints(0, SHOWN - 20)) + "…",
                seat.promise(request),
                request.late(seat.now()));
    }

    /** The day that is promised, for tables. */
    public String title() {
        return "#" + request.id() + " · " + service;
    }
}
