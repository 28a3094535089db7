// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class TokenTests extends IdentityTest {

    private static final Identified PROGRAM = person("programa");

    @BeforeEach
    void member() {
        enrol(TestSites.ALFA, PROGRAM, Memberships.ADMINISTRATOR);
    }

    private static Consumer<JWTClaimsSet.Builder> good() {
        return claims -> claims.subject(PROGRAM.subject())
                .audience(List.of("cabildo-api"))
                .claim("typ", "Bearer")
                .claim("email", PROGRAM.email())
                .claim("email_verified", true)
                .claim("organization", Map.of("alfa", Map.of("id", "1"), "beta", Map.of("id", "2")));
    }

    private static String with(Consumer<JWTClaimsSet.Builder> change) {
        return StubProvider.instance().token(good().andThen(change));
    }

    private MvcTestResult call(String origin, String token) {
        return mvc.get()
                .uri(origin + "/api/v1/probe/staff")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    @Test
    void actsWithTheMembershipsOfTheSite() {
        assertThat(call(ALFA, with(claims -> {}))).hasStatusOk();
    }

    @Test
    void givesNothingWhereThePersonHasNoRoleWhateverTheClaimSays() {
        assertThat(call(BETA, with(claims -> {}))).hasStatus(403);
    }

    @Test
    void givesNothingWithoutTheClaimWhateverTheRole() {
        assertThat(call(ALFA, with(claims -> claims.claim("organization", null))))
                .hasStatus(403);
        assertThat(call(ALFA, with(claims -> claims.claim("organization", List.of("beta")))))
                .hasStatus(403);
    }

    @Test
    void isOnlyForTheApis() {
        assertThat(mvc.get().uri(ALFA + "/probe/staff").header("Authorization", "Bearer " + with(claims -> {})))
                .hasStatus(302);
        assertThat(mvc.get().uri(ALFA + "/api/v1/probe/staff?access_token={token}", with(claims -> {})))
                .hasStatus(401);
    }

    static Stream<Arguments> refused() {
        Date past = Date.from(Instant.now().minusSeconds(120));
        return Stream.of(
                Arguments.of("issuer", with(claims -> claims.issuer("http://id.cabildo.localhost:8080/realms/other"))),
                Arguments.of("audience", with(claims -> claims.audience("account"))),
                Arguments.of("expired", with(claims -> claims.expirationTime(past))),
                Arguments.of("never expires", with(claims -> claims.expirationTime(null))),
                Arguments.of("of a sign-in", with(claims -> claims.claim("typ", "ID"))),
                Arguments.of("nobody's", with(claims -> claims.subject(null))),
                Arguments.of("another key", StubProvider.forged(good())),
                Arguments.of("unsigned", unsigned()),
                Arguments.of("rubbish", "a.b.c"));
    }

    private static String unsigned() {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(StubProvider.ISSUER)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        good().accept(claims);
        return new PlainJWT(claims.build()).serialize();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefused(String reason, String token) {
        assertThat(call(ALFA, token)).hasStatus(401);
    }
}
