// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Applies the manifests under {@code tenants/} to a new installation. Later starts leave the tenants alone, because
 * people may have changed them in the meantime; when the manifests have changed, the command to apply them is named.
 */
final class SampleTenants {

    private final Path manifests;
    private final Path mark;
    private final Management management;
    private final Progress progress;

    SampleTenants(Installation installation, Management management, Progress progress) {
        this.manifests = installation.home().root().resolve("tenants");
        this.mark = installation.home().data().resolve("samples.applied");
        this.management = management;
        this.progress = progress;
    }

    /** Whether the manifests were applied now or before; false lets the next start try again. */
    boolean apply() throws IOException {
        if (!Files.isDirectory(manifests)) {
            return false;
        }
        String digest = digest();
        if (Files.exists(mark)) {
            boolean same = Files.readString(mark).strip().equals(digest);
            if (!same) {
                progress.line("tenants", "the manifests have changed since they were applied: ./cabildo apply tenants");
            }
            return true;
        }
        progress.doing("tenants", "applying the sample manifests");
        Http.Answer answer = management.apply(manifests.toString());
        if (!answer.ok()) {
            progress.given("tenants");
            progress.line(
                    "tenants", "were not applied: the monolith answered " + answer.status() + " " + answer.body());
            return false;
        }
        Files.writeString(mark, digest + "\n");
        progress.ready("tenants", "from " + manifests);
        return true;
    }

    private String digest() throws IOException {
        try (Stream<Path> paths = Files.walk(manifests)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> files = paths.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                digest.update(manifests.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
