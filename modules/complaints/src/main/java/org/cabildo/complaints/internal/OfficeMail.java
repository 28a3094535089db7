// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.LocalDate;
import org.cabildo.complaints.Entry;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.catalogue.Agency;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.mail.LateMail;
import org.cabildo.platform.mail.Mail;
import org.cabildo.platform.mail.Mailer;
import org.springframework.stereotype.Component;

/** Queues mail to offices and outside bodies: what is referred outside and what escalates at once, the rest once a day. */
@Component
class OfficeMail {

    private final Catalogues catalogues;
    private final Mailer mailer;

    OfficeMail(Catalogues catalogues, Mailer mailer) {
        this.catalogues = catalogues;
        this.mailer = mailer;
    }

    /** A new request that a route gives to an outside body. */
    void received(TenantId tenant, ServiceRequest request) {
        refer(tenant, request.id(), request.agency(), "new");
    }

    void referred(TenantId tenant, long request, Entry entry) {
        refer(tenant, request, String.valueOf(entry.agency()), Long.toString(entry.id()));
    }

    private void refer(TenantId tenant, long request, String code, String cause) {
        if (code.isEmpty()) {
            return;
        }
        catalogues
                .of(tenant)
                .agency(code)
                .filter(Agency::outside)
                .filter(agency -> Mail.isAddress(agency.email()))
                .ifPresent(agency -> mailer.send(new LateMail(
                        tenant,
                        agency.email(),
                        OfficeWriter.NAME,
                        "referral " + request + " " + code,
                        "referral:" + request + ":" + cause)));
    }

    /** A step of the escalation may name an address, which its entry says. */
    void escalated(TenantId tenant, long request, Entry entry) {
        if (Mail.isAddress(entry.text())) {
            mailer.send(new LateMail(
                    tenant,
                    entry.text(),
                    OfficeWriter.NAME,
                    "escalation " + request,
                    "escalation:" + request + ":" + entry.id()));
        }
    }

    /** The daily mail of every office that has an address; again on the same day does nothing. */
    void daily(TenantId tenant, LocalDate day) {
        catalogues.of(tenant).agencies().stream()
                .filter(agency -> !agency.outside() && Mail.isAddress(agency.email()))
                .forEach(agency -> mailer.send(new LateMail(
                        tenant,
                        agency.email(),
                        OfficeWriter.NAME,
                        "daily " + agency.code() + " " + day,
                        "office:" + agency.code() + ":" + day)));
    }
}
