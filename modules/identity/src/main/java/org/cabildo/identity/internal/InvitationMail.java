// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.identity.Invitation;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.mail.Mail;
import org.cabildo.platform.mail.Mailer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The letters that invite people, in the tenant's name and one of its languages. */
@Component
class InvitationMail {

    private final Mailer mailer;
    private final Sites sites;
    private final MessageSource messages;

    InvitationMail(Mailer mailer, Sites sites, MessageSource messages) {
        this.mailer = mailer;
        this.sites = sites;
        this.messages = messages;
    }

    /** Sends the link by which an invitation is accepted. */
    void invite(TenantId tenant, Invitation invitation, String token) {
        Site site = sites.byTenant(tenant).orElseThrow();
        Locale locale = Locale.forLanguageTag(invitation.locale());
        String expires = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(formats(locale, site))
                .format(invitation.expiresAt().atZone(site.zone()));
        String text = words(
                "identity.mail.invitation.text",
                locale,
                invitation.invitedBy(),
                site.officialName(),
                roles(invitation, locale),
                sites.url(site, "/invitacion/" + token),
                expires);
        String subject = words("identity.mail.invitation.subject", locale, site.name());
        // The hash of the secret tells one sending from the next.
        String key = "invitation:" + invitation.id() + ":" + Secret.hash(token).substring(0, 12);
        mailer.send(new Mail(tenant, invitation.email(), subject, text, null, key));
    }

    /** Says that somebody who has an account may administer the tenant from now on. */
    void welcome(TenantId tenant, String email, String language, String by) {
        Site site = sites.byTenant(tenant).orElseThrow();
        Locale locale = Locale.forLanguageTag(language);
        String text = words(
                "identity.mail.administrator.text",
                locale,
                by,
                site.officialName(),
                sites.url(site, "/entrar?ir=/gestion"));
        String subject = words("identity.mail.administrator.subject", locale, site.name());
        mailer.send(new Mail(tenant, email, subject, text, null, "administrator:" + UUID.randomUUID()));
    }

    private String roles(Invitation invitation, Locale locale) {
        return invitation.roles().stream()
                .map(role -> words("role." + role, locale))
                .collect(Collectors.joining(", "));
    }

    private String words(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, key, locale);
    }

    private static Locale formats(Locale locale, Site site) {
        return site.country().isEmpty() ? locale : Locale.of(locale.getLanguage(), site.country());
    }
}
