// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until a test moves it on. */
public final class SetClock extends Clock {

    /** A Monday, nine o'clock in La Paz. */
    public static final Instant MONDAY_NINE = Instant.parse("2026-11-23T13:00:00Z");

    private volatile Instant now = MONDAY_NINE;

    public void set(Instant moment) {
        now = moment;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
