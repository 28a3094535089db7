// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrailTests {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    /** A view of a list with a filter, which only knows addresses. */
    private static final View VIEW = (View) Proxy.newProxyInstance(
            TrailTests.class.getClassLoader(),
            new Class<?>[] {View.class},
            (proxy, method, arguments) -> "/lista?q=a" + (arguments[1] == null ? "" : "&antes=" + arguments[1]));

    @Test
    void leadsFromPartToPartAndBack() {
        Trail start = trail("");
        assertThat(start.at()).isEmpty();
        assertThat(start.previous()).isEmpty();
        assertThat(start.next(FIRST)).isEqualTo("/lista?q=a&antes=" + FIRST);

        Trail second = trail(FIRST.toString());
        assertThat(second.at()).contains(FIRST);
        assertThat(second.previous()).isEqualTo("/lista?q=a");

        Trail third = trail(FIRST + "." + SECOND);
        assertThat(third.at()).contains(SECOND);
        assertThat(third.previous()).isEqualTo("/lista?q=a&antes=" + FIRST);
        assertThat(third.first()).isEqualTo("/lista?q=a");
    }

    @Test
    void forgetsWhereALongWayBegan() {
        String value = "";
        for (int i = 1; i <= 30; i++) {
            value = trail(value).next(new UUID(0, i)).replaceFirst(".*antes=", "");
        }
        assertThat(value.split("\\.")).hasSize(12).endsWith(new UUID(0, 30).toString());
    }

    @Test
    void leavesOutWhatIsNoKey() {
        assertThat(trail("../../etc.<b>." + FIRST).at()).contains(FIRST);
        assertThat(trail("nada").at()).isEmpty();
    }

    @Test
    void namesOtherAddressesUnderTheSameFilters() {
        assertThat(trail(FIRST.toString()).elsewhere("/lista.csv")).isEqualTo("/lista.csv?q=a");
    }

    private static Trail trail(String value) {
        return Trail.of(VIEW, "antes", value);
    }
}
