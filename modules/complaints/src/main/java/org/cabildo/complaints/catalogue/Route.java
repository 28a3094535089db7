// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

/**
 * Which office gets a request; the first route that fits decides. Empty parts fit everything.
 *
 * @param territory code of a territory that the place lies in, or in a part of it
 * @param question code of a question of the service, and {@code answer} the answer that fits
 */
public record Route(String service, String territory, String question, String answer, String agency) {

    public Route {
        service = Absent.text(service);
        territory = Absent.text(territory);
        question = Absent.text(question);
        answer = Absent.text(answer);
        agency = Absent.text(agency);
    }
}
