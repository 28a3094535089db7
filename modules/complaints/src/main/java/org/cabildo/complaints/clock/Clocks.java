// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cabildo.complaints.catalogue.ServiceLevel;
import org.jspecify.annotations.Nullable;

/**
 * The three clocks of a request (first response, next public word, solution), as deadlines. They stop while the citizen
 * has to answer: what is left of each is kept, so that waiting never takes anything away and never counts. A deadline
 * that passed stays where it is.
 *
 * @param response when staff have to have answered first; null when nothing is promised
 * @param responseLeft seconds that counted were left when the clocks stopped; null while they run or when it had passed
 * @param pausedAt since when the clocks stand still; null while they run
 * @param respondedAt when staff first answered
 */
public record Clocks(
        @Nullable Instant response,
        @Nullable Instant update,
        @Nullable Instant solution,
        @Nullable Long responseLeft,
        @Nullable Long updateLeft,
        @Nullable Long solutionLeft,
        @Nullable Instant pausedAt,
        @Nullable Instant respondedAt) {

    /** Nothing was promised. */
    public static final Clocks NONE = new Clocks(null, null, null, null, null, null, null, null);

    private static final int MINUTE = 60;

    /** The clocks of a service level, started. */
    public static Clocks start(@Nullable ServiceLevel level, WorkingTime time, Instant now) {
        return level == null
                ? NONE
                : new Clocks(
                        due(level.response(), time, now),
                        due(level.update(), time, now),
                        due(level.solution(), time, now),
                        null,
                        null,
                        null,
                        null,
                        null);
    }

    private static @Nullable Instant due(int minutes, WorkingTime time, Instant from) {
        return minutes == 0 ? null : time.plus(from, (long) minutes * MINUTE);
    }

    /** Stopped; stopping what stands still changes nothing. */
    public Clocks pause(WorkingTime time, Instant now) {
        return pausedAt != null
                ? this
                : new Clocks(
                        response,
                        update,
                        solution,
                        left(response, time, now),
                        left(update, time, now),
                        left(solution, time, now),
                        now,
                        respondedAt);
    }

    private static @Nullable Long left(@Nullable Instant due, WorkingTime time, Instant now) {
        return due == null || due.isBefore(now) ? null : time.between(now, due);
    }

    /** Running again. */
    public Clocks resume(WorkingTime time, Instant now) {
        return pausedAt == null
                ? this
                : new Clocks(
                        resumed(response, responseLeft, time, now),
                        resumed(update, updateLeft, time, now),
                        resumed(solution, solutionLeft, time, now),
                        null,
                        null,
                        null,
                        null,
                        respondedAt);
    }

    private static @Nullable Instant resumed(
            @Nullable Instant due, @Nullable Long left, WorkingTime time, Instant now) {
        return left == null ? due : time.plus(now, left);
    }

    /** After a public word of staff: the first one is the response, and the next word is due later. */
    public Clocks said(@Nullable ServiceLevel level, WorkingTime time, Instant now) {
        boolean again = level != null && level.update() > 0;
        return new Clocks(
                response,
                again && pausedAt == null ? due(level.update(), time, now) : update,
                solution,
                responseLeft,
                again && pausedAt != null ? Long.valueOf((long) level.update() * MINUTE) : updateLeft,
                solutionLeft,
                pausedAt,
                respondedAt == null ? now : respondedAt);
    }

    /** A time in which the clocks stood still. */
    public record Pause(Instant from, Instant until) {}

    /**
     * The same time spent under another service level, for a request whose service or calendar changed: deadlines as if
     * it had been under it from the start. What counted before counts as much as it would have, and waiting counts as
     * little.
     *
     * @param started when it was reported, or opened again
     * @param said when staff last said something in public; the start when they did not
     * @param pauses since the start, in order, without one that still lasts
     */
    public Clocks under(
            @Nullable ServiceLevel level, WorkingTime time, Instant started, Instant said, List<Pause> pauses) {
        if (level == null) {
            return new Clocks(null, null, null, null, null, null, pausedAt, respondedAt);
        }
        Clocks anew = new Clocks(
                later(due(level.response(), time, started), started, pauses, time),
                later(due(level.update(), time, said), said, pauses, time),
                later(due(level.solution(), time, started), started, pauses, time),
                null,
                null,
                null,
                null,
                respondedAt);
        return pausedAt == null ? anew : anew.pause(time, pausedAt);
    }

    private static @Nullable Instant later(@Nullable Instant due, Instant since, List<Pause> pauses, WorkingTime time) {
        Instant later = due;
        for (Pause pause : pauses) {
            Instant from = pause.from().isBefore(since) ? since : pause.from();
            if (later != null && !later.isBefore(from)) {
                later = time.plus(later, time.between(from, pause.until()));
            }
        }
        return later;
    }

    /** A clock, named by the letter under which it is kept. */
    public record Clock(char letter, Instant due, Instant warning) {}

    /**
     * The clocks that still matter for an open request: not the response once given, none while they stand still.
     *
     * @param level the promise that they come from
     */
    public List<Clock> running(@Nullable ServiceLevel level, WorkingTime time) {
        List<Clock> running = new ArrayList<>();
        if (level == null || pausedAt != null) {
            return running;
        }
        if (response != null && respondedAt == null) {
            running.add(clock('r', response, level.response(), level.warn(), time));
        }
        if (update != null) {
            running.add(clock('u', update, level.update(), level.warn(), time));
        }
        if (solution != null) {
            running.add(clock('s', solution, level.solution(), level.warn(), time));
        }
        return running;
    }

    private static Clock clock(char letter, Instant due, int minutes, int warn, WorkingTime time) {
        long rest = warn == 0 ? 0 : (long) minutes * MINUTE * (100 - warn) / 100;
        return new Clock(letter, due, time.minus(due, rest));
    }

    /** When somebody has to look next: the first warning not given or deadline not noticed; empty when nothing will come. */
    public Optional<Instant> nextCheck(
            @Nullable ServiceLevel level, WorkingTime time, String warned, String overdue, int escalated) {
        List<Instant> moments = new ArrayList<>();
        for (Clock clock : running(level, time)) {
            if (overdue.indexOf(clock.letter()) < 0) {
                moments.add(level.warn() > 0 && warned.indexOf(clock.letter()) < 0 ? clock.warning() : clock.due());
            }
        }
        if (level != null
                && solution != null
                && pausedAt == null
                && escalated < level.escalation().size()) {
            moments.add(
                    time.plus(solution, (long) level.escalation().get(escalated).after() * MINUTE));
        }
        return moments.stream().min(Instant::compareTo);
    }
}
