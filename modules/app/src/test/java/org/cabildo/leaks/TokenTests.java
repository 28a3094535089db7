// SPDX-License-Identifier: Apache-2.0
package org.cabildo.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.cabildo.AppTest;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.TestIssuer;
import org.cabildo.identity.Memberships;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Access tokens give something only on the site that they were issued for, and only to people who work there. */
@AppTest
class TokenTests {

    /** The gate stands before the routes, so any path of the APIs shows it. */
    private static final String API = "/api/v1/nothing";

    private static final Person CLERK = Person.named("Clara Token");

    private final Installation installation;

    @Autowired
    TokenTests(Installation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void enrol() {
        installation.enrol(CLERK, "lapaz", Memberships.ADMINISTRATOR);
    }

    private int status(String slug, String token) {
        return installation.visit(slug).bearing(token).get(API).status();
    }

    @Test
    void letsAMemberInWhereTheTokenIsFor() {
        assertThat(status("lapaz", TestIssuer.INSTANCE.token(CLERK, "lapaz"))).isEqualTo(404);
    }

    @Test
    void refusesATokenOnAnotherTenantsHost() {
        assertThat(status("rosario", TestIssuer.INSTANCE.token(CLERK, "lapaz"))).isEqualTo(403);
        assertThat(installation
                        .at(Installation.CONSOLE)
                        .bearing(TestIssuer.INSTANCE.token(CLERK, "lapaz", "console"))
                        .get(API)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void refusesAnOrganizationClaimWithoutMembership() {
        assertThat(status("rosario", TestIssuer.INSTANCE.token(CLERK, "lapaz", "rosario")))
                .isEqualTo(403);
        assertThat(status("lapaz", TestIssuer.INSTANCE.token(Person.named("Sin Papel"), "lapaz")))
                .isEqualTo(403);
    }

    @Test
    void takesNoTokenFromTheQueryAndNoneForPages() {
        String token = TestIssuer.INSTANCE.token(CLERK, "lapaz");

        assertThat(installation
                        .visit("lapaz")
                        .get("/cuenta?access_token=" + token)
                        .status())
                .isEqualTo(302);
        assertThat(installation.visit("lapaz").bearing(token).get("/cuenta").status())
                .isEqualTo(302);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesATokenThatIsWrong(String what, String token) {
        assertThat(status("lapaz", token)).isEqualTo(401);
    }

    static Stream<Arguments> badTokens() {
        TestIssuer issuer = TestIssuer.INSTANCE;
        List<String> here = List.of("lapaz");
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String good = issuer.token(CLERK, "lapaz");
        String[] parts = good.split("\\.");
        return Stream.of(
                Arguments.of(
                        "of another issuer",
                        issuer.token(
                                CLERK,
                                claims -> claims.claim("organization", here)
                                        .issuer("http://id.cabildo.localhost:8080/realms/master"))),
                Arguments.of(
                        "for another audience",
                        issuer.token(
                                CLERK,
                                claims -> claims.claim("organization", here).audience("account"))),
                Arguments.of(
                        "that is an ID token",
                        issuer.token(
                                CLERK,
                                claims -> claims.claim("organization", here).claim("typ", "ID"))),
                Arguments.of(
                        "that has expired",
                        issuer.token(
                                CLERK,
                                claims -> claims.claim("organization", here)
                                        .expirationTime(Date.from(Instant.now().minusSeconds(120))))),
                Arguments.of(
                        "that never expires",
                        issuer.token(
                                CLERK,
                                claims -> claims.claim("organization", here).expirationTime(null))),
                Arguments.of(
                        "without a signature",
                        base64.encodeToString("{\"alg\":\"none\"}".getBytes()) + "." + parts[1] + "."),
                Arguments.of(
                        "with a signature of something else",
                        parts[0] + "." + parts[1] + "."
                                + issuer.token(CLERK, "rosario").split("\\.")[2]),
                Arguments.of("that is none", "no-token"));
    }
}
