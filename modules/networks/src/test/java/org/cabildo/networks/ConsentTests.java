// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.networks.comparison.Answers;
import org.cabildo.networks.comparison.Consents;
import org.cabildo.networks.comparison.Consents.Consent;
import org.cabildo.networks.comparison.FiguresPublished;
import org.cabildo.networks.comparison.FiguresPublished.Published;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

class ConsentTests extends NetworkTest {

    private static final String HOMICIDES = "homicidios";
    private static final long LATER_THAN_ALL = 1_000_000_000L;

    private final Consents consents;
    private final Answers answers;
    private final Members members;
    private final Tenants tenants;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    @Autowired
    ConsentTests(
            Consents consents,
            Answers answers,
            Members members,
            Tenants tenants,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.consents = consents;
        this.answers = answers;
        this.members = members;
        this.tenants = tenants;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    @Test
    void offersToDecideWhereAMunicipalityBelongsToANetworkOnly() {
        Map<Site, List<String>> before = members.networksOf(site("lapaz")).stream()
                .collect(Collectors.toMap(one -> one, one -> membersOf(one.requireTenant())));
        assertThat(before.keySet()).extracting(Site::slug).contains("amb");
        assertThat(site("lapaz").has("consents")).isTrue();
        assertThat(site("amb").has("consents")).isFalse();

        before.keySet().forEach(one -> leave(one.requireTenant(), "lapaz"));
        assertThat(members.networksOf(site("lapaz"))).isEmpty();
        assertThat(site("lapaz").has("consents")).isFalse();
        before.forEach((one, all) -> list(one.requireTenant(), all));
    }

    @Test
    void saysWhatWouldBeShownWhetherOrNotItIsAllowed() {
        run(laPaz, () -> consents.withdraw(laPaz, "amb", Set.of(HOMICIDES), ROSA));

        assertThat(answers.of(site("lapaz"), site("amb")))
                .hasSize(20)
                .filteredOn(answer -> answer.code().equals(HOMICIDES))
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.observation()).isNotNull();
                    assertThat(answer.observation().value()).isNotNull();
                    assertThat(answer.indicator().source()).contains("Atlas");
                });
    }

    @Test
    void keepsWhoGaveAndWithdrewWhatAndWhen() {
        run(laPaz, () -> consents.withdraw(laPaz, "amb", Set.of(HOMICIDES, "agua-potable"), ROSA));
        waitFor(() -> !shows(EDITION, HOMICIDES, LA_PAZ) && !shows(EDITION, "agua-potable", LA_PAZ));
        run(laPaz, () -> consents.grant(laPaz, "amb", Set.of(HOMICIDES), ROSA));
        waitFor(() -> shows(EDITION, HOMICIDES, LA_PAZ));

        assertThat(shows(EDITION, "agua-potable", LA_PAZ)).isFalse();
        List<Consent> kept = as(laPaz, () -> consents.to(laPaz, "amb")).stream()
                .filter(consent -> consent.indicator().equals(HOMICIDES))
                .toList();
        assertThat(kept).extracting(Consent::standing).startsWith(true, false);
        assertThat(kept.getFirst().grantedBy()).isEqualTo("Rosa");
        assertThat(kept.get(1).withdrawnBy()).isEqualTo("Rosa");
        assertThat(as(laPaz, () -> audit.ofTenant(laPaz, Audit.Filter.ALL, null, 2)))
                .extracting(Audit.Entry::action)
                .containsExactly("consents.granted", "consents.withdrawn");
    }

    @Test
    void changesNothingWhenTheSameIsDecidedAgain() {
        List<Consent> before = as(laPaz, () -> consents.to(laPaz, "amb"));

        run(laPaz, () -> consents.grant(laPaz, "amb", Set.of(HOMICIDES), ROSA));
        run(laPaz, () -> consents.withdraw(laPaz, "amb", Set.of("no-hay"), ROSA));

        assertThat(as(laPaz, () -> consents.to(laPaz, "amb"))).isEqualTo(before);
    }

    @Test
    void neverTakesAnOlderStatementAfterAWithdrawal() {
        FiguresPublished older = statement("lapaz", 1);
        run(laPaz, () -> consents.withdraw(laPaz, "amb", Set.of(HOMICIDES), ROSA));
        waitFor(() -> !shows(EDITION, HOMICIDES, LA_PAZ));

        say(older);
        say(older);
        run(laPaz, () -> consents.withdraw(laPaz, "amb", Set.of("electricidad"), ROSA));
        waitFor(() -> !shows(EDITION, "electricidad", LA_PAZ));

        assertThat(shows(EDITION, HOMICIDES, LA_PAZ)).isFalse();
    }

    @Test
    void takesNothingFromWhoeverIsNoMember() {
        say(statement("merida", LATER_THAN_ALL));
        run(laPaz, () -> consents.withdraw(laPaz, "amb", Set.of("electricidad"), ROSA));
        waitFor(() -> !shows(EDITION, "electricidad", LA_PAZ));

        assertThat(figures(HOMICIDES))
                .filteredOn(figure -> figure.entity().equals(LA_PAZ))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isNotEqualByComparingTo("12345"));
    }

    @Test
    void endsConsentWithTheMembershipAndDoesNotBringItBack() {
        leave(network, "lapaz");
        waitFor(() -> !shows(EDITION, HOMICIDES, LA_PAZ)
                && as(laPaz, () -> consents.standing(laPaz, "amb")).isEmpty());
        assertThat(figures(HOMICIDES)).hasSize(4);

        run(
                network,
                () -> tenants.change(
                        network,
                        new Profile.Members(List.of("lapaz", "cobija", "elalto", "potosi", "trinidad")),
                        ROSA));
        run(laPaz, () -> consents.grant(laPaz, "amb", Set.of("electricidad"), ROSA));
        waitFor(() -> shows(EDITION, "electricidad", LA_PAZ));
        assertThat(shows(EDITION, HOMICIDES, LA_PAZ)).isFalse();
    }

    @Test
    void showsNothingWhileAMembersIndicatorsAreOff() {
        run(laPaz, () -> tenants.switchModule(laPaz, "indicators", false, ROSA));
        waitFor(() -> !shows(EDITION, HOMICIDES, LA_PAZ));
        assertThat(as(laPaz, () -> consents.standing(laPaz, "amb"))).contains(HOMICIDES);

        run(laPaz, () -> tenants.switchModule(laPaz, "indicators", true, ROSA));
        waitFor(() -> shows(EDITION, HOMICIDES, LA_PAZ));
    }

    @Test
    void letsNobodyElseReadOrDecide() {
        TenantId elAlto = site("elalto").requireTenant();

        assertThat(as(elAlto, () -> consents.to(laPaz, "amb"))).isEmpty();
        assertThatThrownBy(() -> run(elAlto, () -> consents.grant(laPaz, "riberas", Set.of(HOMICIDES), ROSA)))
                .isInstanceOf(DataAccessException.class);
        run(elAlto, () -> consents.withdraw(laPaz, "amb", Set.of(HOMICIDES), ROSA));
        run(network, () -> consents.withdraw(laPaz, "amb", Set.of(HOMICIDES), ROSA));
        assertThat(as(laPaz, () -> consents.standing(laPaz, "amb"))).contains(HOMICIDES);
    }

    private List<String> membersOf(TenantId one) {
        return tenants.profile(one).orElseThrow().members().slugs();
    }

    private void leave(TenantId one, String slug) {
        list(one, membersOf(one).stream().filter(member -> !member.equals(slug)).toList());
    }

    private void list(TenantId one, List<String> slugs) {
        run(one, () -> tenants.change(one, new Profile.Members(slugs), ROSA));
    }

    private static FiguresPublished published(TenantId network, String member, long number) {
        Published figure = new Published(EDITION, HOMICIDES, "value", "12345", "2017", "", "", 1);
        return new FiguresPublished(network, member, LA_PAZ, "La Paz", "La Paz", number, List.of(figure));
    }

    private FiguresPublished statement(String member, long number) {
        return published(network, member, number);
    }

    private void say(FiguresPublished statement) {
        run(laPaz, () -> transactions.executeWithoutResult(status -> events.publishEvent(statement)));
    }
}
