// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cabildo.platform.TenantId;
import org.cabildo.search.internal.OpenSearchIndex.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Search with OpenSearch. */
class OpenSearchTests extends SearchContract {

    @Autowired
    OpenSearchIndex index;

    @Autowired
    @Qualifier("writingConnection")
    OpenSearchConnection connection;

    @DynamicPropertySource
    static void node(DynamicPropertyRegistry registry) {
        registry.add("cabildo.search.url", SharedNode::url);
        registry.add("cabildo.search.index", () -> "contract");
    }

    @Override
    boolean degraded() {
        return false;
    }

    @Test
    void leavesOutWhatTheStoreDoesNotHaveAndDropsItAtTheNextComparison() {
        TenantId tenant = here.requireTenant();
        publish(here, text("news", "propia", "Noticia propia del cometa", ""));
        awaitFound(here, "cometa", "propia");
        plant(tenant);

        assertThat(ids(ask(here, "cometa"))).containsExactly("propia");
        assertThat(reconciliation.compare(tenant, false).indexSurplus()).isEqualTo(1);
        assertThat(reconciliation.compare(tenant, false).indexDifferences()).isZero();
    }

    private void plant(TenantId tenant) {
        var answer = connection.send(
                "PUT",
                "/" + index.name() + "/_doc/planted?refresh=true&routing=" + tenant,
                Map.of(
                        "tenant", tenant.value(),
                        "type", "news",
                        "id", "planted",
                        "locale", "es",
                        "translations", "es",
                        "module", "news",
                        "version", 1,
                        "es", Map.of("title", "Cometa ajeno", "summary", "", "body", "")));
        assertThat(answer.ok()).as("%s", answer).isTrue();
    }

    @Test
    void forgivesSlipsInWordsOfTheText() {
        publish(here, text("page", "obras", "Obras", "Licitaciones y presupuestos del año."));
        awaitFound(here, "presupuesto", "obras");

        assertThat(ids(ask(here, "licitacoin"))).containsExactly("obras");
        assertThat(ids(ask(here, "presupesto"))).containsExactly("obras");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bringsBackWhatTheIndexLost(boolean rewrite) {
        publish(here, text("news", "uno", "Primera luminaria", ""));
        awaitFound(here, "luminaria", "uno");
        index.drop(
                here.requireTenant(),
                index.held(here.requireTenant()).values().stream().map(Held::id).toList());

        var found = reconciliation.compare(here.requireTenant(), rewrite);

        assertThat(found.indexMissing()).isEqualTo(rewrite ? 0 : 1);

        awaitFound(here, "luminaria", "uno");
    }
}
