// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cabildo.complaints.Entry;
import org.cabildo.complaints.RequestChanged;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Topics;
import org.cabildo.notifications.FollowersChanged;
import org.cabildo.notifications.Notices;
import org.cabildo.notifications.Subscriptions;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.mail.Mail;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells followers, the reporter and outside bodies of what happened. Works in the transaction of the change and keeps
 * one row for it; who hears of it, and in which words, is found out later.
 */
@Component
class Telling {

    /** What is news to those who follow a request. */
    static final Set<String> NEWS = Set.of("status", "comment", "referred", "recategorised", "merged", "split");

    private final RequestRows rows;
    private final Notices notices;
    private final Subscriptions subscriptions;
    private final OfficeMail offices;

    Telling(RequestRows rows, Notices notices, Subscriptions subscriptions, OfficeMail offices) {
        this.rows = rows;
        this.notices = notices;
        this.subscriptions = subscriptions;
        this.offices = offices;
    }

    @EventListener
    void on(RequestChanged changed) {
        TenantId tenant = changed.tenant();
        switch (changed.kind()) {
            case "reported" ->
                rows.find(tenant, changed.request())
                        .filter(ServiceRequest::confirmed)
                        .ifPresent(request -> began(tenant, request));
            case "confirmed" -> rows.find(tenant, changed.request()).ifPresent(request -> began(tenant, request));
            case "anonymised" -> subscriptions.leaveOwn(tenant, Topics.request(changed.request()));
            case "merged" -> merged(tenant, changed);
            case "referred" -> entry(changed).ifPresent(entry -> offices.referred(tenant, changed.request(), entry));
            case "escalated" -> entry(changed).ifPresent(entry -> offices.escalated(tenant, changed.request(), entry));
            default -> {}
        }
        if (NEWS.contains(changed.kind()) && changed.entry() != null) {
            notices.tell(tenant, RequestNews.NAME, changed.request() + " " + changed.entry());
        }
    }

    private Optional<Entry> entry(RequestChanged changed) {
        return changed.entry() == null
                ? Optional.empty()
                : rows.entry(changed.tenant(), changed.request(), changed.entry());
    }

    /** It counts from now on. What was imported is no news. */
    private void began(TenantId tenant, ServiceRequest request) {
        if (request.channel().equals("import")) {
            return;
        }
        ServiceRequest.Reporter reporter = request.reporter();
        if (Mail.isAddress(reporter.email()) && !request.confidential()) {
            subscriptions.enrol(
                    tenant, Topics.request(request.id()), reporter.email(), Locale.forLanguageTag(reporter.locale()));
        }
        if (!request.confidential()) {
            notices.tell(tenant, RequestNews.NAME, RequestNews.NEW + " " + request.id());
            offices.received(tenant, request);
        }
    }

    private void merged(TenantId tenant, RequestChanged changed) {
        entry(changed)
                .flatMap(RequestNews::other)
                .ifPresent(
                        into -> subscriptions.moveAll(tenant, Topics.request(changed.request()), Topics.request(into)));
    }

    @EventListener
    void on(FollowersChanged changed) {
        Topics.requestOf(changed.topic())
                .ifPresent(request -> rows.followers(changed.tenant(), request, changed.followers()));
    }
}
