// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.springframework.stereotype.Component;

/**
 * Makes messages of letters: sent in the name of the tenant's site, answered to its contact address. The identifier
 * follows from the letter's, so that a mailbox notices one that was sent twice.
 */
@Component
class Composition {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session = Session.getInstance(new Properties());
    private final MailProperties properties;
    private final PlatformProperties platform;
    private final Sites sites;

    Composition(MailProperties properties, PlatformProperties platform, Sites sites) {
        this.properties = properties;
        this.platform = platform;
        this.sites = sites;
    }

    MimeMessage message(Letter letter) throws MessagingException {
        Optional<Site> site = letter.tenant() == null ? Optional.empty() : sites.byTenant(letter.tenant());
        MimeMessage message = new Identified(session, letter.id(), platform.baseDomain());
        message.setFrom(sender(site.map(Site::name).orElse("Cabildo")));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        Optional<InternetAddress> contact =
                site.map(found -> found.contact().get("email")).flatMap(Composition::address);
        if (contact.isPresent()) {
            message.setReplyTo(new Address[] {contact.get()});
        }
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(letter.createdAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        for (Map.Entry<String, String> header : letter.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        if (letter.html() == null) {
            message.setText(letter.text(), UTF_8);
        } else {
            message.setContent(
                    new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        }
        message.saveChanges();
        return message;
    }

    private InternetAddress sender(String name) throws AddressException {
        String from = properties.from().isBlank() ? "no-responder@" + platform.baseDomain() : properties.from();
        InternetAddress address = new InternetAddress(from);
        try {
            address.setPersonal(name, UTF_8);
        } catch (UnsupportedEncodingException exception) {
            throw new IllegalStateException(exception);
        }
        return address;
    }

    private static Optional<InternetAddress> address(String text) {
        try {
            return Optional.of(new InternetAddress(text, true));
        } catch (AddressException notAnAddress) {
            return Optional.empty();
        }
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** A message that keeps its identifier when it is saved. */
    private static final class Identified extends MimeMessage {

        private final String identifier;

        Identified(Session session, UUID letter, String domain) {
            super(session);
            this.identifier = "<" + letter + "@" + domain + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identifier);
        }
    }
}
