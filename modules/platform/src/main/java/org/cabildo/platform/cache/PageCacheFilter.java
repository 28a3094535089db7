// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.cache;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers anonymous readers from memory. A page gets in only when its response says that it is public, sets no cookie
 * and was made for nobody in particular; it is found again only under the same site, host, language, address and
 * version of the site. Many who ask for the same page wait for one. While the database is away, older pages stand in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class PageCacheFilter extends OncePerRequestFilter {

    private static final String STATUS = "Cache-Status";
    private static final Set<String> CONDITIONS = Set.of("if-none-match", "if-modified-since");

    private final PageStore store;
    private final Actors actors;
    private final ModuleCatalogue modules;
    private final Clock clock;

    PageCacheFilter(PageStore store, Actors actors, ModuleCatalogue modules, Clock clock) {
        this.store = store;
        this.actors = actors;
        this.modules = modules;
        this.clock = clock;
    }

    /** Machines ask a standard's addresses often and want what is there now. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return modules.speakToMachines(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<PageKey> key = store.properties().enabled() ? PageKey.of(request) : Optional.empty();
        if (key.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<CachedPage> known = store.page(key.get());
        if (known.isPresent() && known.get().fresh(clock.instant())) {
            answer(known.get(), "hit", request, response);
        } else if (known.isPresent() && store.inOutage()) {
            answer(known.get(), "stale", request, response);
        } else {
            make(key.get(), known.orElse(null), request, response, chain);
        }
    }

    private void make(
            PageKey key,
            @Nullable CachedPage older,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("HEAD")) {
            chain.doFilter(request, response);
            return;
        }
        CompletableFuture<Optional<CachedPage>> mine = store.lead(key);
        if (mine == null && store.worthWaiting(key)) {
            Optional<CachedPage> made = older == null ? store.await(key) : Optional.of(older);
            if (made.isPresent()) {
                answer(made.get(), older == null ? "hit" : "stale", request, response);
                return;
            }
        }
        CachedPage page = null;
        try {
            page = ask(key, older, request, response, chain);
        } finally {
            if (mine != null) {
                store.done(key, mine, page);
            }
        }
    }

    private @Nullable CachedPage ask(
            PageKey key,
            @Nullable CachedPage older,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        HeldResponse held = new HeldResponse(response, store.properties().page().toBytes());
        try {
            chain.doFilter(new Unconditional(request), held);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (older == null || response.isCommitted()) {
                throw failure;
            }
            standIn(older, request, response);
            return null;
        }
        if (held.error() >= 500 && older != null && !response.isCommitted()) {
            standIn(older, request, response);
            return null;
        }
        Optional<CachedPage> page = keep(key, held, request);
        if (page.isPresent() && !response.isCommitted()) {
            answer(page.get(), "miss", request, response);
        } else {
            held.release();
        }
        return page.orElse(null);
    }

    private Optional<CachedPage> keep(PageKey key, HeldResponse held, HttpServletRequest request) {
        byte[] body = held.body();
        Instant now = clock.instant();
        Instant limit = now.plus(store.properties().fresh());
        Instant freshUntil =
                Freshness.of(request).filter(change -> change.isBefore(limit)).orElse(limit);
        Optional<CachedPage> page = body == null || held.error() > 0 || request.isAsyncStarted()
                ? Optional.empty()
                : CachedPage.of(held, body, freshUntil)
                        .filter(found -> actors.of(request).isEmpty());
        page.ifPresentOrElse(found -> store.put(key, found), () -> store.notForAll(key));
        return page;
    }

    private void standIn(CachedPage older, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        store.outage();
        response.reset();
        answer(older, "stale", request, response);
    }

    private void answer(CachedPage page, String result, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        store.count(result);
        response.setHeader(STATUS, result.equals("miss") ? "cabildo; fwd=miss; stored" : "cabildo; " + result);
        page.send(request, response);
    }

    /** The request as if its reader had no copy, so that the whole page is made. */
    private static final class Unconditional extends HttpServletRequestWrapper {

        Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return CONDITIONS.contains(name.toLowerCase(java.util.Locale.ROOT)) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return CONDITIONS.contains(name.toLowerCase(java.util.Locale.ROOT))
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }

        @Override
        public long getDateHeader(String name) {
            return CONDITIONS.contains(name.toLowerCase(java.util.Locale.ROOT)) ? -1 : super.getDateHeader(name);
        }
    }
}
