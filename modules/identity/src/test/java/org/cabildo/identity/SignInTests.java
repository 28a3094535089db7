// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SignInTests extends IdentityTest {

    @Autowired
    People people;

    @Test
    void opensWhatTheRolesOfTheSiteAllow() {
        Identified ana = person("ana");
        enrol(TestSites.ALFA, ana, Memberships.ADMINISTRATOR);

        Entered entered = signIn(ALFA, ana, "/probe/staff", "sid");

        assertThat(entered.target()).isEqualTo("/probe/staff");
        assertThat(mvc.get().uri(ALFA + "/probe/staff").cookie(entered.cookie()))
                .hasStatusOk();
    }

    @Test
    void givesNothingOnAnotherTenantOrTheConsole() {
        Identified ana = person("ana2");
        enrol(TestSites.ALFA, ana, Memberships.ADMINISTRATOR);
        Cookie cookie = signIn(ALFA, ana);

        assertThat(mvc.get().uri(BETA + "/probe/public").cookie(cookie)).hasStatus(403);
        assertThat(mvc.get().uri(CONSOLE + "/probe/operator").cookie(cookie)).hasStatus(403);
    }

    @Test
    void isNoMembershipElsewhereForThePersonEither() {
        Identified ana = person("ana3");
        enrol(TestSites.ALFA, ana, Memberships.ADMINISTRATOR);

        assertThat(mvc.get().uri(BETA + "/probe/staff").cookie(signIn(BETA, ana)))
                .hasStatus(403);
        assertThat(mvc.get().uri(CONSOLE + "/probe/operator").cookie(signIn(CONSOLE, ana)))
                .hasStatus(403);
    }

    @Test
    void letsOperatorsInOnlyWithAVerifiedAddress() {
        Identified operator = new Identified("subject-op", "Op", "operacion@cabildo.example", true);
        Identified pretender = new Identified("subject-no", "No", "operacion@cabildo.example", false);

        assertThat(mvc.get().uri(CONSOLE + "/probe/operator").cookie(signIn(CONSOLE, operator)))
                .hasStatusOk();
        assertThat(mvc.get().uri(CONSOLE + "/probe/operator").cookie(signIn(CONSOLE, pretender)))
                .hasStatus(403);
    }

    @Test
    void givesRolesThatWaitForAnAddressOnlyWhenItIsVerified() {
        TenantContext.run(
                TestSites.ALFA, () -> memberships.enrol(TestSites.ALFA, "Espera@alfa.example", "editor", Actor.SYSTEM));
        Identified pretender = new Identified("subject-espera1", "Espera", "espera@alfa.example", false);
        Identified owner = new Identified("subject-espera2", "Espera", "espera@alfa.example", true);

        assertThat(roles(signIn(ALFA, pretender))).isEmpty();
        assertThat(roles(signIn(ALFA, owner))).contains("editor");
    }

    private String roles(Cookie cookie) {
        MvcTestResult answer =
                mvc.get().uri(ALFA + "/probe/public").cookie(cookie).exchange();
        try {
            String body = answer.getResponse().getContentAsString();
            return body.replaceAll("(?s).*\"roles\":\\[([^]]*)].*", "$1");
        } catch (java.io.UnsupportedEncodingException exception) {
            throw new IllegalStateException(exception);
        }
    }

    @Test
    void changesTheSessionSoThatOneGivenBeforeIsWorthless() {
        Entered entered = signIn(ALFA, person("fija"), "/", "sid");

        assertThat(entered.cookie().getValue()).isNotEqualTo(entered.before().getValue());
        assertThat(mvc.get().uri(ALFA + "/cuenta").cookie(entered.before())).hasStatus(302);
    }

    @Test
    void losesATakenRoleWithTheNextRequest() {
        Identified one = person("uno");
        Identified two = person("dos");
        enrol(TestSites.ALFA, one, Memberships.ADMINISTRATOR);
        enrol(TestSites.ALFA, two, Memberships.ADMINISTRATOR);
        Cookie cookie = signIn(ALFA, two);
        assertThat(mvc.get().uri(ALFA + "/probe/staff").cookie(cookie)).hasStatusOk();

        TenantContext.run(TestSites.ALFA, () -> {
            UUID person = memberships.standing(TestSites.ALFA, two).person();
            people.change(TestSites.ALFA, person, Set.of(), Actor.SYSTEM);
        });

        assertThat(mvc.get().uri(ALFA + "/probe/staff").cookie(cookie)).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/entrar?ir=/",
                "/salir",
                "evil.example",
                "/\t/evil.example"
            })
    void leadsOnlyToPagesOfTheSite(String target) {
        assertThat(signIn(ALFA, person("lejos"), target, "sid").target()).isEqualTo("/");
    }

    @Test
    void refusesAnAnswerThatNobodyAskedFor() {
        MvcTestResult answer = mvc.get()
                .uri(ALFA + "/login/oauth2/code/cabildo?code=x&state=y")
                .exchange();

        assertThat(location(answer)).contains("/entrar?fallo=caducado");
    }

    @Test
    void saysSoWhileTheProviderIsAwayAndKeepsSessions() {
        Cookie cookie = signIn(ALFA, person("sigue"));
        StubProvider.instance().away(true);
        try {
            MvcTestResult answer =
                    mvc.get().uri(ALFA + "/entrar?ir=/probe/public").exchange();

            // Pages are put together in the assembled application: here it is enough that it is this page's turn.
            assertThat(answer).failure().hasMessageContaining("identity/failure");
            assertThat(mvc.get().uri(ALFA + "/probe/public")).hasStatusOk();
            assertThat(mvc.get().uri(ALFA + "/probe/public").cookie(cookie))
                    .hasStatusOk()
                    .bodyText()
                    .contains("sigue@alfa.example");
        } finally {
            StubProvider.instance().away(false);
        }
    }
}
