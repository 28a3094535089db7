// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cabildo.complaints.catalogue.ServiceLevel;
import org.cabildo.complaints.clock.Clocks.Clock;
import org.cabildo.complaints.clock.Clocks.Pause;
import org.junit.jupiter.api.Test;

/** What holds for the clocks of every service level, however often they stop. */
class ClocksTests {

    private static final int DRAWS = 1_500;

    @Test
    void promisesTheSameTimeHoweverOftenItStoodStill() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = new Drawn(seed);
            WorkingTime time = drawn.time();
            ServiceLevel level = drawn.level();
            Instant start = drawn.moment();
            Clocks clocks = Clocks.start(level, time, start);
            Instant promised = clocks.solution();
            Instant now = start;
            long stood = 0;
            for (int i = 0; i < drawn.upTo(5) && !now.isAfter(clocks.solution()); i++) {
                now = now.plusSeconds(drawn.upTo(40_000));
                boolean passed = clocks.solution().isBefore(now);
                Instant later = now.plusSeconds(drawn.upTo(300_000));
                Instant before = clocks.solution();
                clocks = clocks.pause(time, now).resume(time, later);
                stood += passed ? 0 : time.between(now, later);
                assertThat(clocks.solution())
                        .as("seed %d: waiting takes nothing away, and gives nothing back once it is late", seed)
                        .satisfies(due -> assertThat(passed ? due.equals(before) : !due.isBefore(before))
                                .isTrue());
                now = later;
            }
            assertThat(time.between(start, clocks.solution()) - stood)
                    .as("seed %d: what counted until the promise", seed)
                    .isEqualTo(time.between(start, promised))
                    .isEqualTo(level.solution() * 60L);
        }
    }

    @Test
    void neverCountsMoreThanWithoutPauses() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = new Drawn(seed);
            WorkingTime time = drawn.time();
            Instant start = drawn.moment();
            Clocks clocks = Clocks.start(drawn.level(), time, start);
            Instant stop = start.plusSeconds(drawn.upTo(20_000));
            Clocks stopped = clocks.pause(time, stop);
            Instant later = stop.plusSeconds(drawn.upTo(2_000_000));

            assertThat(stopped.running(drawn.level(), time)).isEmpty();
            assertThat(stopped.pause(time, later)).isEqualTo(stopped);
            assertThat(clocks.resume(time, later)).isEqualTo(clocks);
            if (stopped.solutionLeft() != null) {
                assertThat(time.between(later, stopped.resume(time, later).solution()))
                        .as("seed %d: what is left after waiting is what was left before", seed)
                        .isEqualTo(time.between(stop, clocks.solution()));
            }
        }
    }

    @Test
    void isTheSameWhenTheTimeIsTakenAnewFromItsPauses() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = new Drawn(seed);
            WorkingTime time = drawn.time();
            ServiceLevel level = drawn.level();
            Instant start = drawn.moment();
            Clocks clocks = Clocks.start(level, time, start);
            List<Pause> pauses = new ArrayList<>();
            Instant now = start;
            for (int i = 0; i < 1 + drawn.upTo(4); i++) {
                now = now.plusSeconds(1 + drawn.upTo(60_000));
                clocks = clocks.pause(time, now);
                Instant later = now.plusSeconds(1 + drawn.upTo(300_000));
                pauses.add(new Pause(now, later));
                clocks = clocks.resume(time, later);
                now = later;
            }

            Clocks anew = clocks.under(level, time, start, start, pauses);

            assertThat(anew).as("seed %d", seed).isEqualTo(clocks);
        }
    }

    @Test
    void warnsBeforeItIsLateAndLooksAtNothingForEver() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = new Drawn(seed);
            WorkingTime time = drawn.time();
            ServiceLevel level = drawn.level();
            Clocks clocks = Clocks.start(level, time, drawn.moment());
            for (Clock clock : clocks.running(level, time)) {
                assertThat(clock.warning()).as("seed %d", seed).isBeforeOrEqualTo(clock.due());
            }
            String warned = "";
            String overdue = "";
            int looks = 0;
            Optional<Instant> next = clocks.nextCheck(level, time, warned, overdue, 0);
            while (next.isPresent() && looks++ < 10) {
                for (Clock clock : clocks.running(level, time)) {
                    if (!clock.due().isAfter(next.get())) {
                        overdue += overdue.indexOf(clock.letter()) < 0 ? clock.letter() : "";
                    } else if (!clock.warning().isAfter(next.get())) {
                        warned += warned.indexOf(clock.letter()) < 0 ? clock.letter() : "";
                    }
                }
                next = clocks.nextCheck(level, time, warned, overdue, 0);
            }
            assertThat(next).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void asksForTheNextWordAnewAfterEachWord() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = new Drawn(seed);
            WorkingTime time = drawn.time();
            ServiceLevel level = drawn.level();
            Instant start = drawn.moment();
            Instant first = start.plusSeconds(drawn.upTo(100_000));
            Instant second = first.plus(Duration.ofHours(1 + drawn.upTo(40)));

            Clocks clocks =
                    Clocks.start(level, time, start).said(level, time, first).said(level, time, second);

            assertThat(clocks.respondedAt()).isEqualTo(first);
            assertThat(clocks.update())
                    .as("seed %d", seed)
                    .isEqualTo(level.update() == 0 ? null : time.plus(second, level.update() * 60L));
            assertThat(clocks.running(level, time)).noneMatch(clock -> clock.letter() == 'r');
        }
    }
}
