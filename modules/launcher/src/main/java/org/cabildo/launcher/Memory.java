// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Memory that processes hold in common is counted once where the kernel tells (Linux), otherwise not at all. */
final class Memory {

    private Memory() {}

    /** Kilobytes held by a process and its descendants; 0 where it cannot be read. */
    static long kilobytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(handle -> ofOne(handle.pid()))
                .sum();
    }

    private static long ofOne(long pid) {
        Path proc = Path.of("/proc", Long.toString(pid));
        long proportional = read(proc.resolve("smaps_rollup"), "Pss:");
        return proportional > 0 ? proportional : read(proc.resolve("status"), "VmRSS:");
    }

    private static long read(Path file, String key) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    static String megabytes(long kilobytes) {
        return (kilobytes + 512) / 1024 + " MB";
    }
}
