// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteListTests {

    private static SiteList read(String json) {
        return SiteList.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSiteIsFoundByEachOfItsHosts() {
        SiteList list = read("""
                {"version":7,"new":true,"sites":[
                 {"hosts":["A.Example.","b.example:80"],"tenant":"a","kind":"NETWORK","name":"A","locale":"en",
                  "quota":{"requestsPerMinute":5,"new":1}},
                 {"hosts":["console.example"],"tenant":null,"kind":"CONSOLE"}]}""");

        assertThat(list.version()).isEqualTo(7);
        assertThat(list.byHost()).containsOnlyKeys("a.example", "b.example", "console.example");
        assertThat(list.byHost().get("b.example").requestsPerMinute(9)).isEqualTo(5);
        assertThat(list.byHost().get("console.example").tenant()).isEqualTo("console");
        assertThat(list.byHost().get("console.example").requestsPerMinute(9)).isEqualTo(9);
    }

    @Test
    void whatCouldBreakOutOfAStyleOrAnAttributeIsDropped() {
        SiteEntry site = read("""
                        {"version":1,"sites":[{"hosts":["a"],"tenant":"a","name":"A",
                         "colours":{"brand":"#12345G","text":"red","surface":"#fff}","link":"#a1B2c3","none":null},
                         "mark":"data:image/svg+xml,<svg onload=x>"}]}""").sites().getFirst();

        assertThat(site.colours()).containsOnlyKeys("link");
        assertThat(site.mark()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"sites\":", "{\"version\":1,\"sites\":{}}", "null"})
    void aDocumentThatIsNoDirectoryIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "LaPaz.Example,lapaz.example",
        "a.example.,a.example",
        "A.example:8080,a.example",
        "a.example.:80,a.example"
    })
    void hostNamesHaveOneForm(String host, String canonical) {
        assertThat(HostName.canonical(host)).isEqualTo(canonical);
    }
}
