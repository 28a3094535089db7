// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.List;
import java.util.Map;

/**
 * What a tenant promises for a service, as three clocks in minutes; 0 is no promise.
 *
 * @param calendar the calendar whose hours count; empty: every hour counts
 * @param response until staff first answer or change the state
 * @param update until the next public word, again after each
 * @param solution until it is closed
 * @param warn percent of a clock after which staff are warned; 0: never
 * @param escalation what happens once the solution is late, in order
 */
public record ServiceLevel(
        String code,
        Map<String, String> name,
        String calendar,
        int response,
        int update,
        int solution,
        int warn,
        List<Escalation> escalation) {

    /**
     * A step after the promised solution passed.
     *
     * @param after minutes of the same kind after it
     * @param agency office that gets the request; empty: it stays
     * @param email address that is told; may be empty
     */
    public record Escalation(int after, String agency, String email) {

        public Escalation {
            agency = Absent.text(agency);
            email = Absent.text(email);
        }
    }

    public ServiceLevel {
        code = Absent.text(code);
        name = Absent.texts(name);
        calendar = Absent.text(calendar);
        escalation = Absent.list(escalation);
    }
}
