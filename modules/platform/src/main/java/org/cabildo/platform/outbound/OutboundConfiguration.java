// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.outbound;

import java.net.InetAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboundProperties.class)
class OutboundConfiguration {

    @Bean
    OutboundAddressGuard outboundAddressGuard(OutboundProperties properties) {
        return new OutboundAddressGuard(InetAddress::getAllByName, properties.allow());
    }

    @Bean
    OutboundHttp outboundHttp(OutboundAddressGuard guard, OutboundProperties properties) {
        return new OutboundHttp(guard, properties.patience());
    }
}
