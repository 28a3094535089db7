// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the installation is reached.
 *
 * @param baseDomain parent of the default hosts, for instance {@code cabildo.localhost}: a tenant is at {@code
 *     <slug>.<baseDomain>}, the console at {@code console.<baseDomain>}, sign-in at {@code id.<baseDomain>}
 * @param publicScheme {@code http} or {@code https}, as browsers see it
 * @param publicPort port as browsers see it
 * @param internalToken secret that the gateway and the operator's commands show on the management port
 */
@ConfigurationProperties("cabildo")
public record PlatformProperties(
        @DefaultValue("cabildo.localhost") String baseDomain,
        @DefaultValue("http") String publicScheme,
        @DefaultValue("8080") int publicPort,
        @DefaultValue("") String internalToken) {

    public String consoleHost() {
        return "console." + baseDomain;
    }

    public String defaultHost(String slug) {
        return slug + "." + baseDomain;
    }

    /** Scheme, host and port of a host name, without a trailing slash; standard ports are left out. */
    public String origin(String host) {
        boolean standard = publicPort == (publicScheme.equals("https") ? 443 : 80);
        return publicScheme + "://" + host + (standard ? "" : ":" + publicPort);
    }
}
