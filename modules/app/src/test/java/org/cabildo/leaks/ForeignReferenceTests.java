// SPDX-License-Identifier: Apache-2.0
package org.cabildo.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Ledger;
import org.cabildo.harness.Person;
import org.cabildo.harness.Routes;
import org.cabildo.harness.Visitor;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Access;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every form that an administrator can send, with what belongs to another tenant in each of its fields: nothing of the
 * other tenant changes, is shown or is referred to.
 */
@AppTest
class ForeignReferenceTests {

    private static final String HERE = "potosi";
    private static final String THERE = "rosario";
    private static final String SECRET = "zanahoria-4711";

    private final Installation installation;
    private final Routes routes;
    private final Ledger ledger;

    @Autowired
    ForeignReferenceTests(Installation installation, Routes routes, Ledger ledger) {
        this.installation = installation;
        this.routes = routes;
        this.ledger = ledger;
    }

    /** A form of a page, as a browser would send it untouched. */
    private record Form(String action, Map<String, String> fields) {

        static List<Form> of(Answer page) {
            List<Form> forms = new ArrayList<>();
            for (Element element :
                    Jsoup.parse(page.text(), page.url().toString()).select("main form[method=post]")) {
                Map<String, String> fields = new LinkedHashMap<>();
                for (Element field : element.select("[name]:not([name^=_])")) {
                    fields.putIfAbsent(field.attr("name"), value(field));
                }
                String action = element.attr("action");
                forms.add(new Form(action.isEmpty() ? page.url().getPath() : action, fields));
            }
            return forms;
        }

        private static String value(Element field) {
            return switch (field.tagName()) {
                case "textarea" -> field.wholeText();
                case "select" ->
                    field.select("option[selected]").isEmpty()
                            ? ""
                            : field.select("option[selected]").first().val();
                default -> field.val();
            };
        }

        Map<String, String> with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(fields);
            changed.put(name, value);
            return changed;
        }

        /** Actions on the site as a whole would end the test. */
        boolean harmless() {
            return !action.startsWith("/cuenta") && !action.equals("/salir") && !fields.isEmpty();
        }
    }

    @AfterEach
    void restore() {
        installation.restore(HERE);
        installation.restore(THERE);
    }

    @Test
    void reachNothingThroughAnyField() {
        Site here = installation.site(HERE);
        Site there = installation.site(THERE);
        fill(THERE, SECRET);
        fill(HERE, "remolacha");
        Visitor administrator = administrator(HERE);
        Set<String> names = new TreeSet<>(ledger.names(there));
        names.removeAll(ledger.names(here));
        Set<String> foreign = ledger.identifiers(there);
        Set<String> shared = common(foreign, ledger.identifiers(here));
        foreign.stream().limit(4).forEach(names::add);
        Map<String, String> before = ledger.rows(there);

        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (String page : routes.pages(here, Access.Audience.STAFF)) {
            for (Form form : Form.of(administrator.get(page))) {
                if (!form.harmless()) {
                    continue;
                }
                for (String field : form.fields().keySet()) {
                    for (String name : names) {
                        tried++;
                        Answer answer = administrator.submit(form.action(), form.with(field, name));
                        if (answer.status() >= 500 || answer.text().contains(SECRET) && !name.contains(SECRET)) {
                            wrong.add(form.action() + " with " + field + "=" + name + ": " + answer);
                        }
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(100);
        assertThat(ledger.rows(there)).isEqualTo(before);
        assertThat(common(foreign, ledger.identifiers(here))).isEqualTo(shared);
    }

    private Visitor administrator(String slug) {
        Person person = installation.enrol(Person.named("Flora de " + slug), slug, Memberships.ADMINISTRATOR);
        return installation.visit(slug).signIn(person);
    }

    /** A draft and an invitation that nobody else should see. */
    private void fill(String slug, String word) {
        Visitor administrator = administrator(slug);
        send(
                administrator,
                "/gestion/pages/nueva",
                Map.of("title", "Borrador " + word, "summary", word, "body", "Texto de " + word, "when", "draft"));
        send(
                administrator,
                "/gestion/personas/invitar",
                Map.of("email", word + "@personas.example", "roles", "editor"));
    }

    private static void send(Visitor visitor, String page, Map<String, String> values) {
        Map<String, String> fields =
                new LinkedHashMap<>(Form.of(visitor.get(page)).getFirst().fields());
        fields.keySet().removeIf(field -> field.equals("do"));
        fields.putAll(values);
        Answer answer = visitor.submit(page, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return common;
    }
}
