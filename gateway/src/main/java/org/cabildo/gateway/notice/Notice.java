// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.notice;

/** What the gateway has to say itself. Titles and texts are in the message bundles, under the same names. */
public enum Notice {
    UNKNOWN_HOST(421, "refused"),
    BAD_REQUEST(400, "refused"),
    NOT_FOUND(404, "refused"),
    METHOD_NOT_ALLOWED(405, "refused"),
    TOO_SLOW(408, "refused"),
    TOO_LARGE(413, "refused"),
    ADDRESS_TOO_LONG(414, "refused"),
    TOO_MANY_REQUESTS(429, "limited"),
    HEADERS_TOO_LARGE(431, "refused"),
    FAILED(500, "failed"),
    UNCONFIRMED(502, "unavailable"),
    STARTING(503, "unavailable"),
    MAINTENANCE(503, "unavailable"),
    NOT_SENT(503, "unavailable"),
    SIGN_IN_UNAVAILABLE(503, "unavailable"),
    BUSY(503, "unavailable"),
    TIMEOUT(504, "unavailable");

    private static final String ATTRIBUTE = Notice.class.getName();

    private final int status;
    private final String outcome;

    Notice(int status, String outcome) {
        this.status = status;
        this.outcome = outcome;
    }

    public int status() {
        return status;
    }

    /** The name of its kind in metrics. */
    public String outcome() {
        return outcome;
    }

    /** Name of the request attribute that holds the notice that was given. */
    public static String attribute() {
        return ATTRIBUTE;
    }

    /** The notice for a status that the web server itself decided on. */
    static Notice forStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405, 501 -> METHOD_NOT_ALLOWED;
            case 408 -> TOO_SLOW;
            case 413 -> TOO_LARGE;
            case 414 -> ADDRESS_TOO_LONG;
            case 431 -> HEADERS_TOO_LARGE;
            default -> status < 500 ? BAD_REQUEST : FAILED;
        };
    }

    boolean isOverload() {
        return status == 503;
    }

    boolean endsConnection() {
        return this == TOO_LARGE || this == TOO_SLOW;
    }

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
