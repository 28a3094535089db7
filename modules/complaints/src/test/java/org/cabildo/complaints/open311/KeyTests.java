// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cabildo.platform.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GeoReport v2: api_key, and what staff allow each key. */
class KeyTests extends Open311Test {

    @ParameterizedTest
    @ValueSource(strings = {"xml", "json"})
    void takesNothingWithoutAKey(String format) {
        String path = V2 + "/requests." + format;
        assertThat(refused(wire.post(path, "service_code", "acera", "address_string", "x"), 403))
                .hasSize(1);
        refused(wire.post(path, "api_key", "", "service_code", "acera", "address_string", "x"), 403);
        refused(wire.post(path, "api_key", "nada", "service_code", "acera", "address_string", "x"), 403);
        refused(wire.post(path, "api_key", "k".repeat(5000), "service_code", "acera", "address_string", "x"), 403);
        String updates = issue(false, true, 10);
        refused(wire.post(path, "api_key", updates, "service_code", "acera", "address_string", "x"), 403);
        assertThat(wire.get(path).status()).isEqualTo(200);
    }

    @Test
    void takesNoKeyThatWasRevokedAndNoneOfAnotherTown() {
        var revoked = as(town, () -> keys.all(town)).getFirst();
        as(town, () -> keys.revoke(town, revoked.id(), Actor.SYSTEM));
        refused(post("json", "acera", HERE), 403);

        var other = found(Map.of());
        String foreign = as(other, () -> keys.issue(other, "Otra", true, true, 5, Actor.SYSTEM));
        refused(
                wire.post(V2 + "/requests.json", "api_key", foreign, "service_code", "acera", "address_string", "x"),
                403);
    }

    @Test
    void takesNoMoreThanAKeyMaySendInADay() {
        key = issue(true, false, 2);
        posted("acera");
        posted("acera");

        Reply third = post("json", "acera", HERE);
        refused(third, 403);
        assertThat(third.all("code")).containsExactly("429");

        clock.advance(java.time.Duration.ofDays(1));
        posted("acera");
        assertThat(as(town, () -> keys.all(town))).anySatisfy(one -> {
            assertThat(one.perDay()).isEqualTo(2);
            assertThat(one.used()).isEqualTo(1);
        });
    }
}
