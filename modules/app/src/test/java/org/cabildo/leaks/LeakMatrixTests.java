// SPDX-License-Identifier: Apache-2.0
package org.cabildo.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Ledger;
import org.cabildo.harness.Person;
import org.cabildo.harness.Route;
import org.cabildo.harness.Routes;
import org.cabildo.harness.Specimens;
import org.cabildo.harness.Visitor;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Access;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every route × sites × people, generated from the route table; wrong ones get 401, 403 or 404. */
@AppTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakMatrixTests {

    private static final String HERE = "lapaz";
    private static final String THERE = "rosario";
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    private final Installation installation;
    private final ModuleCatalogue modules;
    private final Specimens specimens;
    private final Routes routes;
    private final Ledger ledger;

    @Autowired
    LeakMatrixTests(
            Installation installation, ModuleCatalogue modules, Specimens specimens, Routes routes, Ledger ledger) {
        this.installation = installation;
        this.modules = modules;
        this.specimens = specimens;
        this.routes = routes;
        this.ledger = ledger;
    }

    @BeforeAll
    void enrol() {
        Cast.enrol(installation, HERE, THERE);
    }

    @Test
    void knowsThingsToTryOnEveryRoute() {
        assertThat(routes.all()).filteredOn(route -> !specimens.knows(route)).isEmpty();
    }

    @Test
    void answersEverybodyAsTheRouteSays() {
        Map<String, String> before = ledger.rows(installation.site(THERE));
        List<String> wrong = new ArrayList<>();
        for (String slug : List.of(HERE, "amb")) {
            wrong.addAll(
                    wrongOn(installation.site(slug), installation.site(slug).canonicalHost()));
        }
        wrong.addAll(wrongOn(console(), Installation.CONSOLE));

        assertThat(wrong).isEmpty();
        assertThat(ledger.rows(installation.site(THERE))).isEqualTo(before);
    }

    private Site console() {
        return installation
                .bean(org.cabildo.platform.Sites.class)
                .byHost(Installation.CONSOLE)
                .orElseThrow();
    }

    private List<String> wrongOn(Site site, String host) {
        List<String> wrong = new ArrayList<>();
        Cast.at(installation, host).forEach((who, visitor) -> {
            for (Route route : routes.of(site)) {
                Expected expected = expected(route, who, site);
                if (route.reads() || expected != Expected.OPEN) {
                    Answer answer = ask(visitor, route, specimens.unknown(route));
                    if (!expected.met(answer, who)) {
                        wrong.add(who + " " + route + " on " + site.slug() + ": " + answer + ", expected " + expected);
                    }
                }
            }
        });
        return wrong;
    }

    private static Answer ask(Visitor visitor, Route route, String path) {
        return route.reads() ? visitor.get(path) : visitor.submit(path, Map.of());
    }

    private Expected expected(Route route, Cast who, Site site) {
        if (!routes.exist(route, site)) {
            return Expected.HIDDEN;
        }
        boolean allowed = switch (route.rule().value()) {
            case PUBLIC -> true;
            case SIGNED_IN -> who != Cast.ANONYMOUS;
            case STAFF -> staff(who, site, route.rule());
            case OPERATOR -> who == Cast.OPERATOR;
        };
        return allowed ? Expected.OPEN : Expected.CLOSED;
    }

    private boolean staff(Cast who, Site site, Access rule) {
        if (!site.slug().equals(HERE)) {
            return false;
        }
        return switch (who) {
            case ADMINISTRATOR_HERE -> true;
            case EDITOR_HERE -> rule.permission().isEmpty() || editorsMay(rule.permission());
            default -> false;
        };
    }

    private boolean editorsMay(String permission) {
        return modules.all().stream()
                .map(ModuleDescriptor::permissions)
                .flatMap(List::stream)
                .anyMatch(
                        known -> known.key().equals(permission) && known.roles().contains("editor"));
    }

    /** What a cell of the matrix must hold. */
    private enum Expected {
        OPEN,
        CLOSED,
        HIDDEN;

        boolean met(Answer answer, Cast who) {
            int status = answer.status();
            return switch (this) {
                case OPEN -> status < 500 && status != 401 && status != 403;
                case HIDDEN -> status == 404;
                case CLOSED ->
                    REFUSALS.contains(status)
                            || (who == Cast.ANONYMOUS
                                    && status == 302
                                    && answer.header("Location").contains("/entrar?ir="));
            };
        }
    }

    @Test
    void refusesASessionOfAnotherSiteEverywhere() {
        List<String> wrong = new ArrayList<>();
        for (Cast who : List.of(Cast.ADMINISTRATOR_HERE, Cast.EDITOR_HERE, Cast.CITIZEN, Cast.OPERATOR)) {
            Visitor here = installation.visit(HERE).signIn(who.person());
            for (String host :
                    List.of(installation.site(THERE).canonicalHost(), "amb.cabildo.localhost", Installation.CONSOLE)) {
                Visitor stray = here.at(host);
                for (Route route : routes.all()) {
                    Answer answer = ask(stray, route, specimens.unknown(route));
                    if (!REFUSALS.contains(answer.status())) {
                        wrong.add(who + " of " + HERE + " on " + host + ": " + route + ": " + answer);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "of {1} on {0}")
    @CsvSource({HERE + "," + THERE, THERE + "," + HERE, "amb, riberas"})
    void knowsNothingOfAnotherTenantsThings(String here, String there) {
        Site other = installation.site(there);
        Map<String, String> before = ledger.rows(other);
        Person clerk = installation.enrol(Person.named("Carmen de " + here), here, Memberships.ADMINISTRATOR);
        Visitor administrator = installation.visit(here).signIn(clerk);
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Route route : routes.all()) {
            for (String path : specimens.foreign(route, other, installation.site(here))) {
                tried++;
                Answer foreign = ask(administrator, route, path);
                Answer unknown = ask(administrator, route, specimens.unknown(route));
                if (foreign.status() != unknown.status() || !REFUSALS.contains(foreign.status())) {
                    wrong.add(route + ": " + foreign + ", and of nothing: " + unknown);
                } else if (!plain(foreign).equals(plain(unknown))) {
                    wrong.add(route + ": tells " + foreign.url() + " from " + unknown.url());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(4);
        assertThat(ledger.rows(other)).isEqualTo(before);
    }

    /** A page without its own address and without what differs on every request. */
    private static String plain(Answer answer) {
        String path = answer.url().getPath();
        return answer.text()
                .replace(path, "")
                .replace(java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8), "")
                .replaceAll("name=\"_(csrf|once)\" value=\"[^\"]*\"", "");
    }
}
