// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.util.Optional;

/** Ends this process when the one that started it is gone, however that one ended. */
final class ParentWatch {

    private ParentWatch() {}

    static void start(Runnable end) {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        if (parent.isEmpty() || parent.get().pid() <= 1) {
            return;
        }
        long pid = parent.get().pid();
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(pid, end));
    }

    private static void watch(long pid, Runnable end) {
        try {
            while (ProcessHandle.current().parent().map(now -> now.pid() == pid).orElse(false)) {
                Thread.sleep(500);
            }
            end.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
