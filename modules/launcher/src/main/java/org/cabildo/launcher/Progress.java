// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines on the terminal: what became ready, and from time to time what is still waited for. */
final class Progress {

    private static final Duration BEAT = Duration.ofSeconds(5);

    private record Waiting(String doing, long since) {}

    private final PrintStream out;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private long lastLine = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
        lastLine = System.nanoTime();
    }

    void line(String who, String text) {
        line("  %-11s %s".formatted(who, text));
    }

    synchronized void doing(String who, String what) {
        long since = waiting.containsKey(who) ? waiting.get(who).since() : System.nanoTime();
        waiting.put(who, new Waiting(what, since));
    }

    synchronized void ready(String who, String address) {
        Waiting was = waiting.remove(who);
        line(who, "ready in " + seconds(was == null ? 0 : System.nanoTime() - was.since()) + "   " + address);
    }

    synchronized void given(String who) {
        waiting.remove(who);
    }

    /** Names what is waited for, unless something was printed a moment ago. */
    synchronized void beat() {
        if (waiting.isEmpty() || System.nanoTime() - lastLine < BEAT.toNanos()) {
            return;
        }
        line(waiting.entrySet().stream()
                .map(entry -> "%s (%s, %s)"
                        .formatted(
                                entry.getKey(),
                                entry.getValue().doing(),
                                seconds(System.nanoTime() - entry.getValue().since())))
                .collect(Collectors.joining(", ", "  waiting for ", "")));
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }
}
