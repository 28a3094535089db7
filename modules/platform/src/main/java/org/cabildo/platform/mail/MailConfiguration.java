// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    MailTransport mailTransport(MailProperties properties, Clock clock) {
        return properties.host().isBlank()
                ? new FolderTransport(properties.dir(), clock)
                : new SmtpTransport(properties);
    }
}
