// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Keycloak is and how long people stay signed in.
 *
 * @param url Keycloak's address for this process
 * @param publicUrl Keycloak's address for browsers, part of the issuer; empty: {@code id.<base domain>}
 * @param realm the realm of this installation
 * @param clientId client of sign-in
 * @param clientSecret its secret
 * @param adminClientId client whose service account keeps redirect addresses and organizations
 * @param adminClientSecret its secret; empty: Keycloak's settings are left alone
 * @param backchannelUrl this process's address for Keycloak, which tells it who signed out; empty: the console's
 * @param audience what an access token for the APIs must be meant for
 * @param sessionIdle a session that is not used for so long ends
 * @param sessionLimit every session ends after so long
 * @param invitationValid the link of an invitation works so long
 */
@ConfigurationProperties("cabildo.identity")
public record IdentityProperties(
        @DefaultValue("http://127.0.0.1:18080") String url,
        @DefaultValue("") String publicUrl,
        @DefaultValue("cabildo") String realm,
        @DefaultValue("cabildo-portal") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("cabildo-admin") String adminClientId,
        @DefaultValue("") String adminClientSecret,
        @DefaultValue("") String backchannelUrl,
        @DefaultValue("cabildo-api") String audience,
        @DefaultValue("2h") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionLimit,
        @DefaultValue("7d") Duration invitationValid) {}
