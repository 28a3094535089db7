// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.function.Consumer;
import org.cabildo.identity.signin.LogoutNotices;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SignOutTests extends IdentityTest {

    private static final Identified EVA = person("eva");

    private MvcTestResult notice(Consumer<JWTClaimsSet.Builder> content) {
        String token = StubProvider.instance().token(content);
        return mvc.post()
                .uri("http://127.0.0.1:8081" + LogoutNotices.PATH)
                .param("logout_token", token)
                .exchange();
    }

    private static Consumer<JWTClaimsSet.Builder> endOf(String providerSession) {
        return claims -> claims.subject(EVA.subject())
                .audience("cabildo-portal")
                .jwtID("1")
                .claim("sid", providerSession)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    private boolean signedIn(String origin, Cookie cookie) {
        return mvc.get()
                        .uri(origin + "/cuenta/mis-datos.json")
                        .cookie(cookie)
                        .exchange()
                        .getResponse()
                        .getStatus()
                == 200;
    }

    @Test
    void reachesAllSitesOfASignInWhenTheProviderSaysSo() {
        Cookie alfa = signIn(ALFA, EVA, "/", "phone").cookie();
        Cookie beta = signIn(BETA, EVA, "/", "phone").cookie();
        Cookie other = signIn(ALFA, EVA, "/", "laptop").cookie();

        assertThat(notice(endOf("phone"))).hasStatusOk();

        assertThat(signedIn(ALFA, alfa)).isFalse();
        assertThat(signedIn(BETA, beta)).isFalse();
        assertThat(signedIn(ALFA, other)).isTrue();
    }

    @Test
    void isNotBelievedOfAnythingButANotice() {
        Cookie cookie = signIn(ALFA, EVA, "/", "tablet").cookie();

        assertThat(notice(endOf("tablet").andThen(claims -> claims.claim("nonce", "n"))))
                .hasStatus(400);
        assertThat(notice(endOf("tablet").andThen(claims -> claims.claim("events", null))))
                .hasStatus(400);
        assertThat(notice(endOf("tablet").andThen(claims -> claims.audience("another"))))
                .hasStatus(400);
        assertThat(notice(endOf("tablet").andThen(claims -> claims.issuer("http://elsewhere/"))))
                .hasStatus(400);
        assertThat(mvc.get().uri("http://127.0.0.1:8081" + LogoutNotices.PATH)).hasStatus(405);
        assertThat(signedIn(ALFA, cookie)).isTrue();
    }

    @Test
    void endsEverySessionOfThePerson() {
        Cookie one = signIn(ALFA, EVA, "/", "one").cookie();
        Cookie two = signIn(BETA, EVA, "/", "two").cookie();
        Form form = form(one);

        assertThat(mvc.post()
                        .uri(ALFA + "/cuenta/sesiones/cerrar")
                        .cookie(one, form.cookie())
                        .param(form.name(), form.token()))
                .hasStatus(302);

        assertThat(signedIn(ALFA, one)).isFalse();
        assertThat(signedIn(BETA, two)).isFalse();
    }

    @Test
    void needsTheTokenOfAForm() {
        Cookie cookie = signIn(ALFA, EVA, "/", "three").cookie();

        assertThat(mvc.post().uri(ALFA + "/salir").cookie(cookie)).hasStatus(403);
        assertThat(mvc.post().uri(ALFA + "/cuenta/sesiones/cerrar").cookie(cookie))
                .hasStatus(403);
        assertThat(signedIn(ALFA, cookie)).isTrue();
    }

    @Test
    void isRefusedWhenAnotherSiteAsks() {
        Cookie cookie = signIn(ALFA, EVA, "/", "four").cookie();
        Form form = form(cookie);

        for (Map.Entry<String, String> header :
                Map.of("Origin", BETA, "Sec-Fetch-Site", "same-site").entrySet()) {
            assertThat(mvc.post()
                            .uri(ALFA + "/salir")
                            .header(header.getKey(), header.getValue())
                            .cookie(cookie, form.cookie())
                            .param(form.name(), form.token()))
                    .hasStatus(403);
        }
        assertThat(signedIn(ALFA, cookie)).isTrue();
    }

    private record Form(String name, String token, Cookie cookie) {}

    private Form form(Cookie session) {
        MvcTestResult answer =
                mvc.get().uri(ALFA + "/probe/form").cookie(session).exchange();
        try {
            String body = answer.getResponse().getContentAsString();
            return new Form(
                    body.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1"),
                    body.replaceAll(".*\"token\":\"([^\"]*)\".*", "$1"),
                    answer.getResponse().getCookie("cabildo-form"));
        } catch (java.io.UnsupportedEncodingException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
