// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderTests extends IdentityTest {

    @Test
    void anonymousPagesSetNoCookieAndCarryTheSecurityHeaders() {
        var answer = mvc.get().uri("http://alfa.cabildo.localhost/probe/public").exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
        assertThat(answer.getResponse().getHeader("Cache-Control")).isNull();
        assertThat(answer.getResponse().getHeader("Strict-Transport-Security")).isNull();
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                                + "font-src 'self'; connect-src 'self'; manifest-src 'self'; "
                                + "form-action 'self' http://id.cabildo.localhost:8080; frame-ancestors 'none'; base-uri 'none'");
        assertThat(answer.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void onlyPagesThatShowPicturesOfAnotherServerLetThemIn() {
        var answer =
                mvc.get().uri("http://alfa.cabildo.localhost/probe/streets").exchange();

        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .contains("img-src 'self' data: https://tiles.example.org;", "default-src 'none'; script-src 'self';");
    }

    @Test
    void signingInLeadsToTheProviderWithAProofKey() {
        var answer = mvc.get()
                .uri("http://alfa.cabildo.localhost/entrar?ir=/gestion")
                .exchange();
        assertThat(answer.getResponse().getHeader("Location"))
                .startsWith("http://id.cabildo.localhost:8080/realms/cabildo/protocol/openid-connect/auth?")
                .contains("code_challenge_method=S256")
                .contains("redirect_uri=http://alfa.cabildo.localhost:8080/login/oauth2/code/cabildo");
        assertThat(answer.getResponse().getHeader("Set-Cookie"))
                .startsWith("cabildo-session=")
                .contains("HttpOnly");
    }
}
