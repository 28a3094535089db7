// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.directory;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.cabildo.gateway.GatewaySettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The sites that exist, as the monolith last told. The directory survives the monolith and the gateway's own restart:
 * without an answer the last one holds.
 */
@Component
public class SiteDirectory implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SiteDirectory.class);

    private final DirectoryClient client;
    private final DirectoryFile file;
    private final GatewaySettings.Directory settings;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable SiteList sites;
    private byte @Nullable [] last;
    private volatile @Nullable Thread polling;
    private volatile long lastAsked;
    private volatile long lastAnswered;
    private volatile boolean answering = true;

    SiteDirectory(GatewaySettings settings) {
        this.settings = settings.directory();
        this.client = new DirectoryClient(
                settings.upstreamManagementUrl(), settings.internalToken(), this.settings.timeout());
        this.file = new DirectoryFile(settings.stateDir());
        this.lastAsked = System.nanoTime() - this.settings.refresh().toNanos();
        this.lastAnswered = System.nanoTime();
    }

    /**
     * Finds a site by canonical host name. For an unknown one the monolith is asked at once, though not more often than
     * the settings allow, so that a new portal answers its first visitor.
     */
    public Optional<SiteEntry> find(String host) {
        SiteEntry known = lookup(host);
        if (known == null) {
            askAgain();
            known = lookup(host);
        }
        return Optional.ofNullable(known);
    }

    /** Whether a directory, fetched or kept, is there at all. */
    public boolean isKnown() {
        return sites != null;
    }

    public List<SiteEntry> sites() {
        SiteList list = sites;
        return list == null ? List.of() : list.sites();
    }

    /** Time since the monolith last confirmed the directory. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - lastAnswered);
    }

    private @Nullable SiteEntry lookup(String host) {
        SiteList list = sites;
        return list == null ? null : list.byHost().get(host);
    }

    private void askAgain() {
        try {
            if (isRecent() || !asking.tryLock(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            try {
                if (!isRecent()) {
                    ask();
                }
            } finally {
                asking.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRecent() {
        return System.nanoTime() - lastAsked < settings.refresh().toNanos();
    }

    private void ask() throws InterruptedException {
        try {
            Optional<DirectoryClient.Fetched> fetched = client.fetch();
            if (fetched.isPresent() && !Arrays.equals(fetched.get().json(), last)) {
                accept(fetched.get());
            }
            lastAnswered = System.nanoTime();
            answering = true;
        } catch (IOException | RuntimeException e) {
            if (answering) {
                log.warn("No site directory from the monolith, the last one holds: {}", e.toString());
            }
            answering = false;
        } finally {
            lastAsked = System.nanoTime();
        }
    }

    private void accept(DirectoryClient.Fetched fetched) {
        SiteList list = SiteList.read(fetched.json());
        sites = list;
        last = fetched.json();
        client.keep(fetched);
        file.write(fetched.json());
        log.info("Site directory {} with {} sites", list.version(), list.sites().size());
    }

    private void poll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                asking.lockInterruptibly();
                try {
                    ask();
                } finally {
                    asking.unlock();
                }
                Thread.sleep(settings.poll());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        file.read().ifPresent(json -> {
            try {
                sites = SiteList.read(json);
            } catch (RuntimeException e) {
                log.warn("The kept site directory is not one: {}", e.toString());
            }
        });
        polling = Thread.ofVirtual().name("site-directory").start(this::poll);
    }

    @Override
    public void stop() {
        Thread thread = polling;
        if (thread != null) {
            thread.interrupt();
            polling = null;
        }
        client.close();
    }

    @Override
    public boolean isRunning() {
        return polling != null;
    }

    /** Before the web server, which starts last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
