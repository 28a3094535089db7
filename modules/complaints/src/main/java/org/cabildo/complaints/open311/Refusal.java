// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.util.List;
import org.cabildo.complaints.open311.Part.Many;

/**
 * A call that is refused (GeoReport v2, "Errors"): 404 for what is not there, 403 for the key, 400 for everything else.
 *
 * <p>The message of each error is a key of a text, or a text where there is no such key.
 */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<Problem> problems;

    /**
     * One error.
     *
     * @param code the status, or a finer number
     */
    record Problem(int code, String message, List<Object> arguments) {

        static Problem of(int code, String message, Object... arguments) {
            return new Problem(code, message, List.of(arguments));
        }
    }

    Refusal(int status, List<Problem> problems) {
        super(problems.toString());
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    static Refusal wrong(String message, Object... arguments) {
        return new Refusal(400, List.of(Problem.of(400, message, arguments)));
    }

    static Refusal absent(String message, Object... arguments) {
        return new Refusal(404, List.of(Problem.of(404, message, arguments)));
    }

    static Refusal key(int code, String message) {
        return new Refusal(403, List.of(Problem.of(code, message)));
    }

    int status() {
        return status;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The body of an error. */
    static Part body(List<Part> errors) {
        return new Many("errors", errors);
    }

    static Part error(int code, String description) {
        return Part.whole("error").with("code", code).with("description", description);
    }
}
