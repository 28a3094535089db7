// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.catalogue.WorkCalendar;
import org.cabildo.complaints.catalogue.WorkCalendar.Holiday;
import org.junit.jupiter.api.Test;

/** What holds for every calendar, in every zone, at every moment; and some days that people remember. */
class WorkingTimeTests {

    private static final int DRAWS = 600;

    @Test
    void countsTheMinutesAtWhichTheWallShowsWorkingHours() {
        int clear = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = new Drawn(seed);
            Instant from = whole(drawn.moment());
            Instant until = from.plusSeconds(60L * drawn.upTo(3_000));
            if (drawn.unclear(from, until)) {
                continue;
            }
            clear++;
            long minutes = 0;
            for (Instant at = from; at.isBefore(until); at = at.plusSeconds(60)) {
                minutes += drawn.works(at) ? 1 : 0;
            }
            assertThat(drawn.time().between(from, until))
                    .as("seed %d: %s from %s until %s, %s", seed, drawn.zone, from, until, drawn.calendar)
                    .isEqualTo(60 * minutes);
        }
        assertThat(clear).isGreaterThan(DRAWS / 2);
    }

    private static Instant whole(Instant moment) {
        return Instant.ofEpochSecond(moment.getEpochSecond() / 60 * 60);
    }

    @Test
    void addsWhatItCounts() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = new Drawn(seed);
            WorkingTime time = drawn.time();
            Instant from = drawn.moment();
            long seconds = 1 + drawn.upTo(200_000);

            Instant until = time.plus(from, seconds);

            assertThat(time.between(from, until)).as("seed %d", seed).isEqualTo(seconds);
            assertThat(time.between(from, until.minusSeconds(1)))
                    .as("seed %d", seed)
                    .isEqualTo(seconds - 1);
            assertThat(time.between(time.minus(until, seconds), until))
                    .as("seed %d", seed)
                    .isEqualTo(seconds);
        }
    }

    @Test
    void canBeCutAnywhere() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = new Drawn(seed);
            WorkingTime time = drawn.time();
            List<Instant> moments = List.of(drawn.moment(), drawn.moment(), drawn.moment()).stream()
                    .sorted()
                    .toList();
            long one = time.between(moments.get(0), moments.get(1));
            long other = time.between(moments.get(1), moments.get(2));

            assertThat(one + other).as("seed %d", seed).isEqualTo(time.between(moments.get(0), moments.get(2)));
            assertThat(one)
                    .as("seed %d", seed)
                    .isBetween(
                            0L, Duration.between(moments.get(0), moments.get(1)).toSeconds());
            assertThat(time.between(moments.get(2), moments.get(0)))
                    .as("seed %d", seed)
                    .isZero();
        }
    }

    @Test
    void neverEndsEarlierWhenItBeginsLater() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = new Drawn(seed);
            WorkingTime time = drawn.time();
            Instant one = drawn.moment();
            Instant other = one.plusSeconds(drawn.upTo(100_000));
            long seconds = drawn.upTo(100_000);

            assertThat(time.plus(other, seconds)).as("seed %d", seed).isAfterOrEqualTo(time.plus(one, seconds));
        }
    }

    @Test
    void givesADayMoreForEachHolidayAndNothingForOneOnASunday() {
        Instant friday = Instant.parse("2026-12-18T12:00:00Z");
        ZoneId laPaz = ZoneId.of("America/La_Paz");
        Instant without = WorkingTime.of(office(), laPaz).plus(friday, 6 * 28_800);

        assertThat(WorkingTime.of(office("2026-12-25"), laPaz).plus(friday, 6 * 28_800))
                .isEqualTo(Instant.parse("2026-12-28T22:00:00Z"))
                .isAfter(without);
        assertThat(WorkingTime.of(office("2026-12-20"), laPaz).plus(friday, 6 * 28_800))
                .isEqualTo(without)
                .isEqualTo(Instant.parse("2026-12-25T22:00:00Z"));
    }

    private static WorkCalendar office(String... holidays) {
        Map<String, List<String>> hours = new java.util.TreeMap<>();
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
            hours.put(day, List.of("08:00-12:00", "14:00-18:00"));
        }
        return new WorkCalendar(
                "office",
                Map.of("es", "Oficina"),
                hours,
                List.of(holidays).stream()
                        .map(day -> new Holiday(day, "Feriado"))
                        .toList());
    }

    @Test
    void keepsOfficeHoursWhenTheClockChangesOverTheWeekend() {
        ZoneId santiago = ZoneId.of("America/Santiago");
        WorkingTime time = WorkingTime.of(office(), santiago);
        // Friday, 17:00 in Santiago, before the clocks go forward on Saturday at midnight
        Instant friday = Instant.parse("2026-09-04T21:00:00Z");

        Instant due = time.plus(friday, 2 * 3_600);

        assertThat(due.atZone(santiago).toLocalTime()).hasToString("09:00");
        assertThat(Duration.between(friday, due)).isEqualTo(Duration.ofHours(63));
    }

    @Test
    void beginsAtOnceWhenTheClockIsPutForwardOverTheBeginning() {
        WorkCalendar night =
                new WorkCalendar("night", Map.of("es", "Noche"), Map.of("sunday", List.of("02:30-06:00")), List.of());
        WorkingTime time = WorkingTime.of(night, ZoneId.of("Europe/Madrid"));
        Instant two = Instant.parse("2026-03-29T01:00:00Z"); // the wall shows three at once

        assertThat(time.between(two.minusSeconds(3_600), two.plusSeconds(86_400)))
                .isEqualTo(3 * 3_600);
        assertThat(time.plus(two.minusSeconds(3_600), 60)).isEqualTo(two.plusSeconds(60));
    }

    @Test
    void leavesOutADayThatNeverWas() {
        WorkCalendar always = new WorkCalendar(
                "fridays", Map.of("es", "Viernes"), Map.of("friday", List.of("08:00-12:00")), List.of());
        // Samoa went from Thursday to Saturday
        WorkingTime time = WorkingTime.of(always, ZoneId.of("Pacific/Apia"));

        assertThat(time.between(Instant.parse("2011-12-28T00:00:00Z"), Instant.parse("2012-01-03T00:00:00Z")))
                .isZero();
    }

    @Test
    void countsEverySecondWithoutACalendar() {
        WorkingTime time = WorkingTime.of(null, ZoneId.of("Europe/Madrid"));
        Instant from = Instant.parse("2026-03-28T12:00:00Z");

        assertThat(time.plus(from, 86_400)).isEqualTo(from.plusSeconds(86_400));
        assertThat(time.minus(from, 86_400)).isEqualTo(from.minusSeconds(86_400));
        assertThat(time.between(from, from.plusSeconds(86_400))).isEqualTo(86_400);
    }
}
