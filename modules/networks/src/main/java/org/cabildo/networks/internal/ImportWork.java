// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cabildo.networks.importing.FigureImports;
import org.cabildo.networks.importing.ImportReport;
import org.cabildo.networks.importing.ImportRun.State;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.files.FileStore;
import org.cabildo.platform.files.FileType;
import org.cabildo.platform.files.StoredFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Checks and stores the files of a run in the background. Both may be done twice without harm. */
@Component("figureImportWork")
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private final ImportRunRows rows;
    private final FigureImports imports;
    private final FileStore store;
    private final ThreadPoolTaskScheduler executor;
    private final Clock clock;

    ImportWork(
            ImportRunRows rows, FigureImports imports, FileStore store, ThreadPoolTaskScheduler executor, Clock clock) {
        this.rows = rows;
        this.imports = imports;
        this.store = store;
        this.executor = executor;
        this.clock = clock;
    }

    /** Begins to check or to store. */
    void start(TenantId network, UUID id, State state) {
        executor.execute(() -> TenantContext.run(network, () -> run(network, id, state)));
    }

    private void run(TenantId network, UUID id, State state) {
        try {
            Path folder = Files.createTempDirectory("cabildo-figures");
            try {
                unpack(network, rows.files(network, id), folder);
                if (state == State.CHECKING) {
                    finish(network, id, state, State.CHECKED, imports.check(network, folder));
                } else {
                    Actor actor = rows.actor(network, id);
                    ImportReport report = imports.store(network, folder, actor);
                    finish(network, id, state, report.stored() ? State.DONE : State.CHECKED, report);
                    forget(network, id);
                }
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException | RuntimeException exception) {
            LOG.error("The import {} failed", id, exception);
            finish(network, id, state, State.FAILED, null);
        }
    }

    private void finish(
            TenantId network, UUID id, State from, State to, @org.jspecify.annotations.Nullable ImportReport report) {
        Instant now = clock.instant();
        rows.move(network, id, from, to, report, now, now);
    }

    /** Removes the files of a run that is over. */
    void forget(TenantId network, UUID id) {
        rows.files(network, id).values().forEach(key -> store.delete(network, new FileKey(key)));
    }

    private void unpack(TenantId network, Map<String, String> files, Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            FileKey key = new FileKey(file.getValue());
            StoredFile stored = store.open(network, key)
                    .orElseThrow(() -> new IOException("The file " + file.getKey() + " is gone"));
            try (InputStream in = stored.open()) {
                if (key.type() == FileType.ZIP) {
                    unzip(in, folder);
                } else if (NAME.matcher(file.getKey()).matches() && !Files.exists(folder.resolve(file.getKey()))) {
                    Files.copy(in, folder.resolve(file.getKey()));
                }
            }
        }
    }

    /** Folders inside of the archive do not matter; what has no plain name is left out. */
    private static void unzip(InputStream in, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replaceFirst("^.*[/\\\\]", "");
                boolean rubbish = entry.isDirectory() || entry.getName().startsWith("__MACOSX");
                if (!rubbish && NAME.matcher(name).matches() && !Files.exists(folder.resolve(name))) {
                    Files.copy(zip, folder.resolve(name));
                }
            }
        }
    }
}
