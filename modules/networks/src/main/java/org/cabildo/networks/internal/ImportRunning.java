// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.networks.importing.ImportReport;
import org.cabildo.networks.importing.ImportRun;
import org.cabildo.networks.importing.ImportRun.State;
import org.cabildo.networks.importing.ImportRuns;
import org.cabildo.networks.internal.ImportRunRows.Kept;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.CheckedFile;
import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.files.FilePurpose;
import org.cabildo.platform.files.FileStore;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.Uploads;
import org.springframework.stereotype.Component;

/** Takes files in and hands runs to the background. */
@Component
class ImportRunning implements ImportRuns {

    private static final String AREA = "figures";

    /** Work takes seconds; after so long it was interrupted. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ImportRunRows rows;
    private final ImportWork work;
    private final Uploads uploads;
    private final FileStore store;
    private final Clock clock;

    ImportRunning(ImportRunRows rows, ImportWork work, Uploads uploads, FileStore store, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.uploads = uploads;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public UUID begin(TenantId network, List<IncomingFile> files, Actor actor) {
        List<Kept> kept = new ArrayList<>();
        try {
            for (IncomingFile file : files) {
                try (CheckedFile checked = uploads.check(file, FilePurpose.DATASET)) {
                    String name = file.name().replaceFirst("^.*[/\\\\]", "");
                    kept.add(new Kept(name, checked.store(store, network, AREA).value()));
                }
            }
        } catch (RuntimeException exception) {
            kept.forEach(file -> store.delete(network, new FileKey(file.key())));
            throw exception;
        }
        UUID id = rows.begin(network, kept, actor, clock.instant());
        work.start(network, id, State.CHECKING);
        return id;
    }

    @Override
    public Optional<ImportRun> find(TenantId network, UUID id) {
        Optional<ImportRun> run = rows.find(network, id);
        run.filter(one -> one.state().working()).ifPresent(one -> {
            Instant now = clock.instant();
            if (rows.move(network, id, one.state(), one.state(), null, now.minus(PATIENCE), now)) {
                work.start(network, id, one.state());
            }
        });
        return run;
    }

    @Override
    public List<ImportRun> newest(TenantId network, int atMost) {
        return rows.newest(network, atMost);
    }

    @Override
    public boolean store(TenantId network, UUID id, Actor actor) {
        Instant now = clock.instant();
        boolean sound = rows.find(network, id)
                .map(ImportRun::report)
                .filter(ImportReport::sound)
                .isPresent();
        if (!sound || !rows.move(network, id, State.CHECKED, State.STORING, null, now, now)) {
            return false;
        }
        rows.decide(network, id, actor);
        work.start(network, id, State.STORING);
        return true;
    }

    @Override
    public boolean cancel(TenantId network, UUID id) {
        Instant now = clock.instant();
        boolean cancelled = rows.move(network, id, State.CHECKED, State.CANCELLED, null, now, now);
        if (cancelled) {
            work.forget(network, id);
        }
        return cancelled;
    }
}
