// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** The sessions of a person on all sites of this installation. */
@Component
public class Sessions {

    /**
     * A session.
     *
     * @param handle names it on pages; the session's own id is a secret
     * @param site name of the site; empty on the console
     * @param device a few words on browser and system; may be empty
     * @param current whether it is the one of the request
     */
    public record Open(String handle, String site, String device, Instant began, Instant used, boolean current) {}

    static final String DEVICE = "cabildo.device";
    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final Sites sites;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository, Sites sites) {
        this.repository = repository;
        this.sites = sites;
    }

    /** Open sessions, the last used first. */
    public List<Open> of(String subject, HttpServletRequest request) {
        HttpSession current = request.getSession(false);
        return repository.findByPrincipalName(subject).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> new Open(
                        handle(session.getId()),
                        site(session),
                        session.getAttributeOrDefault(DEVICE, ""),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        current != null && current.getId().equals(session.getId())))
                .sorted(Comparator.comparing(Open::used).reversed())
                .toList();
    }

    /** Ends one session of a person. */
    public void end(String subject, String handle) {
        endThose(subject, session -> handle(session.getId()).equals(handle));
    }

    /** Ends all sessions of a person, on all sites. */
    public void endAll(String subject) {
        endThose(subject, session -> true);
    }

    /** Ends the sessions that began with one sign-in at the provider, or all when it is not said which. */
    void endOfProvider(String subject, @Nullable String providerSession) {
        endThose(subject, session -> providerSession == null || providerSession.equals(providerSession(session)));
    }

    private void endThose(String subject, Predicate<Session> wanted) {
        repository.findByPrincipalName(subject).values().stream()
                .filter(wanted)
                .map(Session::getId)
                .toList()
                .forEach(repository::deleteById);
    }

    private String site(Session session) {
        return SessionSite.tenant(session.getAttribute(SessionSite.ATTRIBUTE))
                .flatMap(id -> sites.byTenant(new TenantId(id)))
                .map(Site::name)
                .orElse("");
    }

    private static @Nullable String providerSession(Session session) {
        SecurityContext context = session.getAttribute(CONTEXT);
        return context != null
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof OidcUser user
                ? user.getClaimAsString("sid")
                : null;
    }

    private static String handle(String id) {
        return DigestUtils.md5DigestAsHex(("cabildo " + id).getBytes(StandardCharsets.UTF_8));
    }
}
