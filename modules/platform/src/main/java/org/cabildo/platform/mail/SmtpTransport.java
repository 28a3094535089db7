// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.platform.mail.DeliveryFailed.Reason;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Hands messages to an SMTP server, one connection each. */
class SmtpTransport implements MailTransport {

    private static final String TIMEOUT = "10000";
    private static final Pattern ENHANCED_CODE = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private final MailProperties properties;
    private final Session session;

    SmtpTransport(MailProperties properties) {
        this.properties = properties;
        this.session = Session.getInstance(settings(properties));
    }

    private static Properties settings(MailProperties properties) {
        boolean authenticated = !properties.user().isBlank();
        boolean tls = properties.port() == 465;
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.auth", Boolean.toString(authenticated));
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.starttls.enable", "true");
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(authenticated && !tls));
        settings.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
        settings.setProperty("mail.smtp.timeout", TIMEOUT);
        settings.setProperty("mail.smtp.writetimeout", TIMEOUT);
        return settings;
    }

    @Override
    public void deliver(MimeMessage message) throws DeliveryFailed {
        try (Transport transport = connect()) {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException exception) {
            throw failure(exception);
        }
    }

    private Transport connect() throws DeliveryFailed, MessagingException {
        Transport transport = session.getTransport("smtp");
        try {
            boolean authenticated = !properties.user().isBlank();
            transport.connect(
                    properties.host(),
                    properties.port(),
                    authenticated ? properties.user() : null,
                    authenticated ? properties.password() : null);
            return transport;
        } catch (AuthenticationFailedException exception) {
            throw new DeliveryFailed(Reason.UNREACHABLE, "authentication refused", exception);
        } catch (MessagingException exception) {
            throw new DeliveryFailed(Reason.UNREACHABLE, "no connection", exception);
        }
    }

    private static DeliveryFailed failure(MessagingException exception) {
        for (Exception at = exception; at != null; at = next(at)) {
            int code = code(at);
            if (code > 0) {
                Matcher enhanced = ENHANCED_CODE.matcher(String.valueOf(at.getMessage()));
                String problem = "SMTP " + code + (enhanced.find() ? " " + enhanced.group() : "");
                return new DeliveryFailed(code >= 500 ? Reason.REFUSED : Reason.LATER, problem, exception);
            }
        }
        return new DeliveryFailed(Reason.LATER, exception.getClass().getSimpleName(), exception);
    }

    /** The recipient's own answer is inside of the general one. */
    private static int code(Exception exception) {
        if (exception instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        boolean last = next(exception) == null;
        return last && exception instanceof SMTPSendFailedException sending ? sending.getReturnCode() : 0;
    }

    private static Exception next(Exception exception) {
        return exception instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
