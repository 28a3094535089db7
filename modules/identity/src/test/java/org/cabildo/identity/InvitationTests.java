// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantContext;
import org.cabildo.tenancy.Administrators;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class InvitationTests extends IdentityTest {

    private static final Actor ADMINISTRATOR =
            new Actor(UUID.randomUUID(), "Ana", "ana@alfa.example", Set.of("administrator"), Set.of(), false);

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    Administrators administrators;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private void invite(String email, String... roles) {
        TenantContext.run(
                TestSites.ALFA, () -> invitations.invite(TestSites.ALFA, email, Set.of(roles), "es", ADMINISTRATOR));
    }

    /** The secret of the link in the last mail to an address. */
    private String token(String email) {
        String text = TenantContext.get(
                TestSites.ALFA,
                () -> transactions.execute(status -> jdbc.sql("select body from platform.mail "
                                + "where tenant_id = 1 and recipient = ? order by created_at desc, id desc limit 1")
                        .param(email)
                        .query(String.class)
                        .single()));
        Matcher link = Pattern.compile("/invitacion/([A-Za-z0-9_-]+)").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private boolean accept(String token, Identified who) {
        return TenantContext.get(TestSites.ALFA, () -> invitations.accept(TestSites.ALFA, token, who));
    }

    private Set<String> roles(Identified who) {
        return TenantContext.get(
                TestSites.ALFA, () -> memberships.standing(TestSites.ALFA, who).roles());
    }

    @Test
    void givesItsRolesToWhoeverHoldsTheAddressOnce() {
        Identified eva = new Identified("i-1", "Eva", "Eva.Uno@alfa.example", false);
        invite("eva.uno@ALFA.example", "editor");
        String token = token("eva.uno@alfa.example");

        assertThat(accept(token, person("otra"))).isFalse();
        assertThat(accept("x" + token, eva)).isFalse();
        assertThat(accept(token, eva)).isTrue();
        assertThat(roles(eva)).containsExactly("editor");
        assertThat(accept(token, new Identified("i-2", "Eva", "eva.uno@alfa.example", true)))
                .isFalse();
    }

    @Test
    void belongsToItsTenant() {
        invite("solo@alfa.example", "editor");
        String token = token("solo@alfa.example");

        assertThat(TenantContext.get(TestSites.BETA, () -> invitations.byToken(TestSites.BETA, token)))
                .isEmpty();
    }

    @Test
    void worksNoLongerOnceItIsSentAgainOrTakenBack() {
        invite("dos@alfa.example", "editor");
        String first = token("dos@alfa.example");
        UUID id = TenantContext.get(TestSites.ALFA, () -> invitations.byToken(TestSites.ALFA, first))
                .orElseThrow()
                .id();

        TenantContext.run(TestSites.ALFA, () -> invitations.resend(TestSites.ALFA, id, ADMINISTRATOR));
        String second = token("dos@alfa.example");
        assertThat(second).isNotEqualTo(first);
        assertThat(TenantContext.get(TestSites.ALFA, () -> invitations.byToken(TestSites.ALFA, first)))
                .isEmpty();
        assertThat(TenantContext.get(TestSites.ALFA, () -> invitations.byToken(TestSites.ALFA, second)))
                .isPresent();

        TenantContext.run(TestSites.ALFA, () -> invitations.revoke(TestSites.ALFA, id, ADMINISTRATOR));
        assertThat(TenantContext.get(TestSites.ALFA, () -> invitations.byToken(TestSites.ALFA, second)))
                .isEmpty();
    }

    @Test
    void worksNoLongerOnceItHasExpired() {
        Identified tarde = new Identified("i-3", "Tarde", "tarde@alfa.example", true);
        invite("tarde@alfa.example", "editor");
        String token = token("tarde@alfa.example");
        TenantContext.run(
                TestSites.ALFA,
                () -> transactions.executeWithoutResult(
                        status -> jdbc.sql("update identity.invitation set expires_at = now() - interval '1 second' "
                                        + "where tenant_id = 1 and email = 'tarde@alfa.example'")
                                .update()));

        assertThat(accept(token, tarde)).isFalse();
        assertThat(roles(tarde)).isEmpty();
    }

    @Test
    void isOneForEachAddress() {
        invite("tres@alfa.example", "editor");
        invite("Tres@alfa.example", "evaluator");

        assertThat(TenantContext.get(TestSites.ALFA, () -> invitations.open(TestSites.ALFA, null, 100)))
                .filteredOn(one -> one.email().equals("tres@alfa.example"))
                .singleElement()
                .satisfies(one -> assertThat(one.roles()).containsExactly("evaluator"));
    }

    @Test
    void isNotForMembers() {
        enrol(TestSites.ALFA, person("cuatro"), "editor");

        assertThatThrownBy(() -> invite("cuatro@alfa.example", "editor")).isInstanceOf(Invitations.AlreadyMember.class);
    }

    @Test
    void keepsOneAdministratorWhateverPeopleDoToEachOther() {
        Identified last = person("ultima");
        enrol(TestSites.BETA, last, Memberships.ADMINISTRATOR);
        UUID person = TenantContext.get(
                TestSites.BETA, () -> memberships.standing(TestSites.BETA, last).person());

        for (Set<String> roles : java.util.List.of(Set.<String>of(), Set.of("editor"))) {
            assertThatThrownBy(() -> TenantContext.run(
                            TestSites.BETA, () -> people.change(TestSites.BETA, person, roles, ADMINISTRATOR)))
                    .isInstanceOf(LastAdministrator.class);
        }
        TenantContext.run(
                TestSites.BETA,
                () -> people.change(TestSites.BETA, person, Set.of("administrator", "editor"), ADMINISTRATOR));
    }

    @Test
    void answersTheConsoleWithAdministratorsAndThoseInvited() {
        administrators.invite(TestSites.ALFA, "Jefa@alfa.example", "es", ADMINISTRATOR);
        administrators.invite(TestSites.ALFA, "jefa@alfa.example", "es", ADMINISTRATOR);

        assertThat(administrators.of(TestSites.ALFA))
                .filteredOn(one -> one.email().equals("jefa@alfa.example"))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Administrators.State.INVITED));

        assertThat(accept(token("jefa@alfa.example"), new Identified("i-9", "Jefa", "jefa@alfa.example", true)))
                .isTrue();
        assertThat(administrators.of(TestSites.ALFA))
                .filteredOn(one -> one.email().equals("jefa@alfa.example"))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(Administrators.State.ACTIVE));

        administrators.remove(TestSites.ALFA, "jefa@alfa.example", ADMINISTRATOR);
        assertThat(administrators.of(TestSites.ALFA))
                .noneMatch(one -> one.email().equals("jefa@alfa.example"));
    }
}
