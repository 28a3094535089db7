// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import cabildo.testkit.EmbeddedDatabase;
import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/** People who sign in on two municipalities and the console, through the whole filter chain, at a provider of the test. */
@SpringBootTest
@AutoConfigureMockMvc
@EmbeddedDatabase(migrated = "identity")
abstract class IdentityTest {

    static final String ALFA = "http://alfa.cabildo.localhost:8080";
    static final String BETA = "http://beta.cabildo.localhost:8080";
    static final String CONSOLE = "http://console.cabildo.localhost:8080";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Memberships memberships;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        StubProvider.settings(registry);
    }

    static Identified person(String name) {
        return new Identified("subject-" + name, name, name + "@alfa.example", true);
    }

    void enrol(TenantId tenant, Identified who, String role) {
        TenantContext.run(tenant, () -> memberships.enrol(tenant, who, role, Actor.SYSTEM));
    }

    /** Signs in and answers with the session's cookie. */
    Cookie signIn(String origin, Identified who) {
        return signIn(origin, who, "/", "sid-" + who.subject()).cookie();
    }

    record Entered(Cookie before, Cookie cookie, String target) {}

    Entered signIn(String origin, Identified who, String target, String providerSession) {
        MvcTestResult started =
                mvc.get().uri(origin + "/entrar?ir={target}", target).exchange();
        Cookie pending = session(started).orElseThrow();
        Map<String, String> asked = query(location(started));
        String code = StubProvider.instance().codeFor(who, asked.get("nonce"), providerSession);
        MvcTestResult back = mvc.get()
                .uri(origin + "/login/oauth2/code/cabildo?code={code}&state={state}", code, asked.get("state"))
                .cookie(pending)
                .exchange();
        return new Entered(pending, session(back).orElse(pending), location(back));
    }

    static String location(MvcTestResult result) {
        return String.valueOf(result.getResponse().getHeader("Location"));
    }

    static Map<String, String> query(String address) {
        Map<String, String> query = new HashMap<>();
        UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .forEach((name, values) -> query.put(
                        name, java.net.URLDecoder.decode(values.getFirst(), java.nio.charset.StandardCharsets.UTF_8)));
        return query;
    }

    static Optional<Cookie> session(MvcTestResult result) {
        return Optional.ofNullable(result.getResponse().getCookie("cabildo-session"));
    }
}
