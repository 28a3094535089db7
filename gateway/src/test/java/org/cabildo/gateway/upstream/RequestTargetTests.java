// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTargetTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "/,null,/",
                "/a%20b,q=1,/a%20b?q=1",
                "/a,q=100%,/a?q=100%25",
                "/a,q=%zz&r=%2,/a?q=%25zz&r=%252",
                "/a,q={x}|\"y\",/a?q=%7Bx%7D%7C%22y%22",
                "/a,q=\u00c3\u00b1,/a?q=%C3%B1",
                "//evil.example/x,null,//evil.example/x",
                "/@evil.example,null,/@evil.example"
            })
    void aTargetStaysOnItsServer(String path, String query, String expected) {
        URI uri = RequestTarget.on(URI.create("http://127.0.0.1:8081"), path, query);

        assertThat(uri.getAuthority()).isEqualTo("127.0.0.1:8081");
        assertThat(uri.toString()).isEqualTo("http://127.0.0.1:8081" + expected);
    }
}
