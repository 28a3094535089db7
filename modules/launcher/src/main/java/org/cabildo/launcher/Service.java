// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** One program of the embedded default: how to prepare, start, recognise and stop it. */
interface Service {

    /** Short and lower case: names the log, the pid file and the word in {@code --only}. */
    String name();

    /** Where it listens, for people. */
    String address();

    /** Done once, before the first process: unpacking, initial data. {@code doing} hears what takes the time. */
    default void prepare(Consumer<String> doing) throws IOException, InterruptedException {}

    /** A new process; called again for every restart. */
    ProcessBuilder command() throws IOException;

    /** One quick look, no waiting. */
    boolean ready();

    /** Done once, after the first process is ready. */
    default void configure(Consumer<String> doing) throws IOException {}

    /** How long a start may take before it counts as failed. */
    Duration patience();

    default Processes.Farewell farewell() {
        return Processes.Farewell.TERMINATE;
    }
}
