// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The pages in memory, bounded by their size, and who is making which one right now. */
@Component
@EnableConfigurationProperties(CacheProperties.class)
class PageStore {

    private static final Duration OUTAGE = Duration.ofSeconds(2);
    private static final long PATIENCE_MILLIS = 5_000;

    private final Cache<PageKey, CachedPage> pages;
    private final Cache<PageKey, Boolean> notForAll;
    private final Map<PageKey, CompletableFuture<Optional<CachedPage>>> underWay = new ConcurrentHashMap<>();
    private final CacheProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;
    private volatile Instant outageUntil = Instant.EPOCH;

    PageStore(CacheProperties properties, Clock clock, MeterRegistry meters) {
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(properties.size().toBytes())
                .weigher((PageKey key, CachedPage page) -> page.weight())
                .expireAfterWrite(properties.stale())
                .build();
        this.notForAll = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(properties.fresh())
                .build();
        Gauge.builder("cabildo.page.cache.bytes", pages, PageStore::weight).register(meters);
        Gauge.builder("cabildo.page.cache.pages", pages, Cache::estimatedSize).register(meters);
    }

    private static double weight(Cache<PageKey, CachedPage> pages) {
        return pages.policy()
                .eviction()
                .map(eviction -> (double) eviction.weightedSize().orElse(0))
                .orElse(0.0);
    }

    CacheProperties properties() {
        return properties;
    }

    Optional<CachedPage> page(PageKey key) {
        return Optional.ofNullable(pages.getIfPresent(key));
    }

    void put(PageKey key, CachedPage page) {
        pages.put(key, page);
    }

    /** The answer was not for everybody: nobody needs to wait for the next one. */
    void notForAll(PageKey key) {
        notForAll.put(key, true);
    }

    boolean worthWaiting(PageKey key) {
        return notForAll.getIfPresent(key) == null;
    }

    /** Makes the caller the one who makes the page; empty when somebody else is at it. */
    @Nullable
    CompletableFuture<Optional<CachedPage>> lead(PageKey key) {
        CompletableFuture<Optional<CachedPage>> mine = new CompletableFuture<>();
        return underWay.putIfAbsent(key, mine) == null ? mine : null;
    }

    void done(PageKey key, CompletableFuture<Optional<CachedPage>> mine, @Nullable CachedPage page) {
        underWay.remove(key, mine);
        mine.complete(Optional.ofNullable(page));
    }

    /** Waits for the page that somebody else is making; empty when it is not for everybody or takes too long. */
    Optional<CachedPage> await(PageKey key) {
        CompletableFuture<Optional<CachedPage>> other = underWay.get(key);
        if (other == null) {
            return page(key);
        }
        try {
            return other.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException exception) {
            return Optional.empty();
        }
    }

    /** Remembers that the database was away just now, so that older pages stand in without asking each time. */
    void outage() {
        outageUntil = clock.instant().plus(OUTAGE);
    }

    boolean inOutage() {
        return clock.instant().isBefore(outageUntil);
    }

    void count(String result) {
        Counter.builder("cabildo.page.cache")
                .tag("result", result)
                .register(meters)
                .increment();
    }
}
