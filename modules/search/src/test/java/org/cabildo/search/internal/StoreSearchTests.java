// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cabildo.search.SearchQuery;
import org.cabildo.search.SearchResults;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Search while OpenSearch does not answer: nobody listens on that port. */
@TestPropertySource(properties = "cabildo.search.url=http://127.0.0.1:9")
class StoreSearchTests extends SearchContract {

    @Override
    boolean degraded() {
        return true;
    }

    @Test
    void stopsLookingAndSaysSoButNeverHidesWhatIsAskedFor() {
        for (int i = 0; i < StoreEngine.BOUND + 5; i++) {
            news.put(
                    here.requireTenant(),
                    text("news", "m" + i, "Mercado " + i, "").on(LocalDate.of(2025, 1, 5)));
        }
        pages.put(
                here.requireTenant(),
                text("page", "reglas", "Reglas del mercado", "").on(LocalDate.of(2019, 1, 5)));
        reconciliation.compare(here.requireTenant(), false);

        SearchResults common = ask(here, "mercado");
        SearchResults page = ask(here, new SearchQuery("mercado", "page", null, "", 1), Towns.SPANISH);
        SearchResults year = ask(here, new SearchQuery("mercado", "", 2019, "", 1), Towns.SPANISH);
        SearchResults rare = ask(here, "reglas");

        assertThat(common.total()).isEqualTo(StoreEngine.BOUND);
        assertThat(common.bounded()).isTrue();
        assertThat(ids(page)).containsExactly("reglas");
        assertThat(ids(year)).containsExactly("reglas");
        assertThat(rare.bounded()).isFalse();
    }
}
