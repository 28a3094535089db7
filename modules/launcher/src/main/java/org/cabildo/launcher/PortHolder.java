// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens on a port, where the system lets us see it: {@code /proc} on Linux, {@code lsof} elsewhere. */
final class PortHolder {

    private static final String LISTENING = "0A";

    private PortHolder() {}

    static Optional<String> of(int port) {
        try {
            return Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> fromProc(int port) throws IOException {
        Set<String> sockets = sockets(port);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(path -> holdsAny(path, sockets))
                    .findFirst()
                    .map(path -> described(Long.parseLong(path.getFileName().toString())));
        }
    }

    private static Set<String> sockets(int port) throws IOException {
        String local = ":" + HexFormat.of().withUpperCase().toHexDigits((short) port);
        return Stream.concat(lines("/proc/net/tcp"), lines("/proc/net/tcp6"))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[1].endsWith(local) && fields[3].equals(LISTENING))
                .map(fields -> "socket:[" + fields[9] + "]")
                .collect(Collectors.toSet());
    }

    private static Stream<String> lines(String file) throws IOException {
        Path path = Path.of(file);
        return Files.exists(path) ? Files.readAllLines(path).stream() : Stream.empty();
    }

    private static boolean holdsAny(Path process, Set<String> sockets) {
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            return descriptors.anyMatch(descriptor -> sockets.contains(target(descriptor)));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static String described(long pid) {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        try {
            String text = Files.readString(commandLine, StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ')
                    .strip();
            return "process " + pid + " (" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + ")";
        } catch (IOException gone) {
            return "process " + pid;
        }
    }

    private static Optional<String> fromLsof(int port) throws IOException {
        List<String> command =
                List.of("lsof", "-nP", String.format(Locale.ROOT, "-iTCP:%d", port), "-sTCP:LISTEN", "-Fpc");
        Process process = new ProcessBuilder(command).start();
        List<String> fields = process.inputReader().lines().toList();
        try {
            process.waitFor(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Optional<String> pid = field(fields, 'p');
        return pid.map(number -> "process " + number
                + field(fields, 'c').map(name -> " (" + name + ")").orElse(""));
    }

    private static Optional<String> field(List<String> fields, char key) {
        return fields.stream()
                .filter(line -> line.indexOf(key) == 0)
                .findFirst()
                .map(line -> line.substring(1));
    }
}
