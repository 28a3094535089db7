// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.search.Marked;
import org.cabildo.search.SearchQuery;
import org.cabildo.search.SearchResults;
import org.cabildo.search.SearchResults.Count;
import org.cabildo.search.SearchResults.Hit;
import org.cabildo.search.SearchResults.Suggestion;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What holds for search whatever answers. */
abstract class SearchContract extends SearchTest {

    @Test
    void findsWhatWasPublishedWithinSeconds() {
        publish(here, text("news", "plaza", "Se abre la plaza", "Con árboles y bancos nuevos."));

        awaitFound(here, "plaza", "plaza");
        assertThat(ask(here, "plaza").degraded()).isEqualTo(degraded());
    }

    @Test
    void needsNeitherAccentsNorPluralsNorCorrectSpelling() {
        publish(here, text("page", "obras", "Contratación de obras públicas", "Licitaciones y presupuestos del año."));
        publish(here, text("page", "agua", "Agua para los barrios", "Nueva tubería."));
        awaitFound(here, "contratación", "obras");

        for (String question : List.of(
                "contratacion",
                "CONTRATACIONES",
                "obra publica",
                "licitación",
                "presupuesto",
                "contratasion",
                "obras publicsa")) {
            assertThat(ids(ask(here, question))).as(question).first().isEqualTo("obras");
        }
    }

    @Test
    void proposesTheSpellingOfWhatItFound() {
        publish(here, text("page", "transparencia", "Transparencia", "Documentos del municipio."));
        awaitFound(here, "transparencia", "transparencia");

        SearchResults results = ask(here, "trasnparencia");

        assertThat(results.similar()).isTrue();
        assertThat(results.correction()).isEqualTo("transparencia");
    }

    @Test
    void showsNothingOfAnotherTenant() {
        publish(there, text("news", "quetzal", "Quetzalcoatlus en la plaza", "Un fósil quetzalcoatlus."));
        publish(here, text("news", "plaza", "La plaza", "Bancos."));
        awaitFound(there, "quetzalcoatlus", "quetzal");
        awaitFound(here, "plaza", "plaza");

        for (String question : List.of("quetzalcoatlus", "quetzalcoatlu", "quetsalcoatlus", "Quetzal*")) {
            SearchResults results = ask(here, question);
            assertThat(results.hits()).as(question).isEmpty();
            assertThat(results.total() + results.everywhere()).as(question).isZero();
            assertThat(results.types()).as(question).isEmpty();
            assertThat(results.years()).as(question).isEmpty();
            assertThat(results.correction()).as(question).isNull();
            assertThat(typed(here, question.substring(0, 6))).as(question).isEmpty();
        }
        assertThat(ask(here, "plaza").total()).isEqualTo(1);
    }

    @Test
    void asksOnlyInsideOfTheTenantThatWasEntered() {
        assertThatThrownBy(() -> TenantContext.get(
                        there.requireTenant(),
                        () -> transactions.execute(status ->
                                store.find(Scope.of(here, Towns.SPANISH), "plaza", SearchQuery.of("plaza"), false))))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("has not been entered");
    }

    @Test
    void forgetsModulesThatAreOffAndLosesNothing() {
        publish(here, text("news", "feria", "Feria del libro", "Lecturas.").on(LocalDate.of(2025, 3, 1)));
        publish(here, text("page", "feria", "Reglas de la feria", "Puestos."));
        await().untilAsserted(() -> assertThat(ask(here, "feria").total()).isEqualTo(2));
        Site off = Towns.with(here, Set.of("pages", "search"));

        SearchResults without = ask(off, "feria");

        assertThat(without.hits()).extracting(Hit::type).containsExactly("page");
        assertThat(without.total()).isEqualTo(1);
        assertThat(without.types()).containsExactly(new Count("page", 1));
        assertThat(without.years()).isEmpty();
        assertThat(typed(off, "feria del")).isEmpty();
        assertThat(ask(here, "feria").total()).isEqualTo(2);
    }

    @Test
    void takesBackWhatCeasedToBePublic() {
        publish(here, text("news", "error", "Noticia equivocada", "Se publicó por error."));
        awaitFound(here, "equivocada", "error");

        news.remove(here.requireTenant(), "error");
        announce(here, "news", "error");

        await().untilAsserted(
                        () -> assertThat(ask(here, "equivocada").everywhere()).isZero());
    }

    @Test
    void countsEachFacetWithTheOthersChosen() {
        publish(here, text("news", "a", "Mercado central", "").on(LocalDate.of(2025, 1, 5)));
        publish(
                here,
                text("news", "b", "Mercado norte", "")
                        .on(LocalDate.of(2026, 1, 5))
                        .about("0101"));
        publish(here, text("page", "c", "Mercados", "").on(LocalDate.of(2026, 2, 5)));
        await().untilAsserted(() -> assertThat(ask(here, "mercado").total()).isEqualTo(3));

        SearchResults chosen = ask(here, new SearchQuery("mercado", "news", 2026, "", 1), Towns.SPANISH);

        assertThat(ids(chosen)).containsExactly("b");
        assertThat(chosen.total()).isEqualTo(1);
        assertThat(chosen.everywhere()).isEqualTo(3);
        assertThat(chosen.types()).containsExactlyInAnyOrder(new Count("news", 1), new Count("page", 1));
        assertThat(chosen.years()).containsExactly(new Count("2026", 1), new Count("2025", 1));
        assertThat(chosen.territories()).containsExactly(new Count("0101", 1));
    }

    @Test
    void findsAThingOnceInTheReadersLanguage() {
        publish(here, text("page", "poa", "Plan anual", "Presupuesto municipal."));
        publish(
                here,
                SearchDocument.of("page", "poa", Towns.ENGLISH, "Annual plan", "", "Municipal budget.", "/page/poa"));
        publish(here, text("page", "solo", "Plan de barrios", "Solo en español: municipal."));
        await().untilAsserted(() -> assertThat(
                        ask(here, SearchQuery.of("municipal"), Towns.ENGLISH).hits())
                .extracting(hit -> hit.id() + "." + hit.locale())
                .containsExactlyInAnyOrder("poa.en", "solo.es"));
        assertThat(ask(here, "municipal").hits())
                .extracting(hit -> hit.id() + "." + hit.locale())
                .containsExactlyInAnyOrder("poa.es", "solo.es");
    }

    @Test
    void marksWordsAndNeverTrustsATextAsMarkup() {
        publish(here, text("news", "xss", "<script>alert(1)</script> campaña", "<img src=x onerror=alert(2)> campaña"));
        awaitFound(here, "campaña", "xss");

        Hit hit = ask(here, "campana").hits().getFirst();

        assertThat(hit.title().plain()).isEqualTo("<script>alert(1)</script> campaña");
        assertThat(hit.title().words()).containsExactly("campaña");
        assertThat(hit.title().parts())
                .containsExactly(
                        new Marked.Part("<script>alert(1)</script> ", false), new Marked.Part("campaña", true));
    }

    @Test
    void survivesAnyQuestion() {
        publish(here, text("page", "x", "Algo", "cualquier cosa"));
        for (String question : List.of(
                "\"",
                "'",
                "a & b | !",
                "((",
                "* ?",
                "\\",
                "\"sin cerrar",
                "-",
                "%",
                "🎉",
                ":*",
                "a".repeat(5000),
                "{\"match_all\":{}}",
                "x' OR 1=1 --",
                "¿?",
                "AND OR NOT",
                "\u0000\uE000")) {
            assertThat(ask(here, question)).as(question).isNotNull();
            assertThat(typed(here, question)).as(question).isNotNull();
        }
    }

    @Test
    void suggestsTitlesThatBeginLikeThis() {
        publish(here, text("page", "territorio", "Cómo se divide el territorio", ""));
        publish(here, text("page", "otra", "Transparencia", ""));
        awaitFound(here, "territorio", "territorio");

        assertThat(typed(here, "terri"))
                .containsExactly(new Suggestion("Cómo se divide el territorio", "/page/territorio", "page"));
        assertThat(typed(here, "como divi")).hasSize(1);
        assertThat(typed(here, "zzz")).isEmpty();
    }

    @Test
    void saysAndMendsWhatEventsLost() {
        pages.put(here.requireTenant(), text("page", "callada", "Página sin aviso", "Nadie la anunció."));
        assertThat(ask(here, "aviso").everywhere()).isZero();

        var found = reconciliation.compare(here.requireTenant(), false);
        var again = reconciliation.compare(here.requireTenant(), false);

        assertThat(found.storeMissing()).isEqualTo(1);
        assertThat(again.storeDifferences() + again.indexDifferences()).isZero();
        awaitFound(here, "aviso", "callada");
    }
}
