// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The unpacked PostgreSQL programs, and the words that let them run as root, which PostgreSQL refuses.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 * @param prefix goes before every command
 * @param foreignUser whether the data must belong to {@code nobody}
 */
record PostgresPrograms(Path folder, List<String> prefix, boolean foreignUser) {

    private static final int NOBODY = 65534;

    /** Unpacks them if need be, and finds out how they can run on the given data. */
    static PostgresPrograms unpack(Path programs, Path data) throws IOException, InterruptedException {
        String archive = archive();
        String version =
                PostgresPrograms.class.getResource("/" + archive).getPath().replaceAll(".*-([0-9.]+)\\.jar!.*", "$1");
        Path folder = programs.resolve("postgres-" + version.replaceAll("[^0-9.]", "") + "-" + architecture());
        Archives.once(folder, part -> {
            try (InputStream xz = PostgresPrograms.class.getResourceAsStream("/" + archive)) {
                Archives.untarXz(xz, part);
            }
        });
        return Processes.WINDOWS ? new PostgresPrograms(folder, List.of(), false) : forUser(folder, data);
    }

    private static PostgresPrograms forUser(Path folder, Path data) throws IOException {
        int me = uid(Path.of(System.getProperty("java.io.tmpdir")), true);
        int owner = Files.exists(data) ? uid(data, false) : me;
        boolean nobodysData = me == 0 && owner == NOBODY;
        if (owner != me && !nobodysData) {
            throw new LaunchException(data + " was made by " + Files.getOwner(data)
                    + ", and PostgreSQL refuses another user's data. Start as that user, or set CABILDO_DATA.");
        }
        return me == 0 ? forRoot(folder, nobodysData) : new PostgresPrograms(folder, List.of(), false);
    }

    /** A user namespace makes root nobody without another account; a change of user is the second choice. */
    private static PostgresPrograms forRoot(Path folder, boolean nobodysData) {
        String probe = folder.resolve("bin/postgres").toString();
        List<String> namespace = List.of("unshare", "-U");
        if (!nobodysData && runs(namespace, probe)) {
            return new PostgresPrograms(folder, namespace, false);
        }
        List<String> nobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
        if (runs(nobody, probe)) {
            return new PostgresPrograms(folder, nobody, true);
        }
        throw new LaunchException(
                "PostgreSQL does not run as root, and neither a user namespace nor the user nobody can use " + folder
                        + ". Start as a normal user, or set CABILDO_DATA to a folder that everybody can enter, such as"
                        + " /var/tmp/cabildo.");
    }

    /** The owner of a path, or of a new file in it, which is this process's user. */
    private static int uid(Path path, boolean ofNewFile) throws IOException {
        if (!ofNewFile) {
            return (Integer) Files.getAttribute(path, "unix:uid");
        }
        Path file = Files.createTempFile(path, "owner", null);
        try {
            return uid(file, false);
        } finally {
            Files.delete(file);
        }
    }

    private static boolean runs(List<String> prefix, String program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(program, "--version"));
        return Processes.succeeds(command.toArray(String[]::new));
    }

    /** The prefix, then the program, then what follows. */
    List<String> command(List<String> before, String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(before);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Gives a path to the user that PostgreSQL runs as. */
    void own(Path path) {
        if (foreignUser && !Processes.succeeds("chown", "-R", NOBODY + ":" + NOBODY, path.toString())) {
            throw new LaunchException("cannot give " + path + " to the user that PostgreSQL runs as");
        }
    }

    private static String archive() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "darwin" : os.contains("windows") ? "windows" : "linux";
        String musl = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        return Stream.of("postgres-" + system + "-" + architecture() + musl + ".txz")
                .filter(name -> PostgresPrograms.class.getResource("/" + name) != null)
                .findFirst()
                .orElseThrow(() -> new LaunchException("no embedded PostgreSQL for " + system + " on " + architecture()
                        + musl + "; run one yourself and set CABILDO_DB_URL"));
    }

    private static String architecture() {
        String name = System.getProperty("os.arch", "");
        return name.equals("aarch64") || name.equals("arm64") ? "arm_64" : "x86_64";
    }
}
