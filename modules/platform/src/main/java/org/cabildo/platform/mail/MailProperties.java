// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves the installation.
 *
 * @param host SMTP server; empty to write each mail into {@code dir} instead
 * @param port its port; 465 speaks TLS from the start, others change to it when the server offers that
 * @param user user; empty for no authentication. With a user, nothing is sent over a connection without TLS
 * @param from sender's address; empty for {@code no-responder@<base domain>}
 * @param dir directory of {@code .eml} files
 * @param attempts how often a mail is tried before it is given up
 * @param keep how long a trace of finished mail is kept
 */
@ConfigurationProperties("cabildo.mail")
record MailProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue(".cabildo/mail") Path dir,
        @DefaultValue("8") int attempts,
        @DefaultValue("30d") Duration keep) {

    @Override
    public String toString() {
        return "MailProperties[host=" + host + ", port=" + port + "]";
    }
}
